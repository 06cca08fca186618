// Asks before leaving a form with words that nobody has saved (forms that save themselves look after this alone). Signing out on purpose leaves nothing
// behind on a shared computer; unsent words are asked about first.
import { read, any, dropAll } from './copies.js';

export function start() {
  document.querySelectorAll('form[data-leave]:not([data-autosave-url])').forEach(attach);
  for (const form of document.querySelectorAll('form[data-sign-out]')) {
    form.addEventListener('submit', (event) => {
      if (any() && !confirm('Este equipo guarda cambios suyos que no llegaron al servidor. Si cierra la sesión se borran. ¿Cerrar la sesión?')) {
        event.preventDefault();
        return;
      }
      dropAll();
    });
  }
}

function attach(form) {
  // What a refused form brought back is not saved either.
  const saved = document.querySelector('.errors') ? null : written(form);
  let sent = false;
  form.addEventListener('submit', () => { sent = true; });
  // Coming back to the page as it was left makes its words unsaved again.
  addEventListener('pageshow', (event) => { if (event.persisted) { sent = false; } });
  addEventListener('beforeunload', (event) => { if (!sent && written(form) !== saved) { event.preventDefault(); } });
}

function written(form) {
  const files = [...form.querySelectorAll('input[type=file]')].flatMap((input) => [...input.files].map((file) => file.name));
  return JSON.stringify([read(form), files]);
}
