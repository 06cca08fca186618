// Asks before leaving a form with words that nobody has saved (forms that save themselves look after this alone). Signing out on purpose leaves nothing
// behind on a shared computer; unsent words are asked about first.
import { read, any, dropAll, prefix } from './copies.js';

export function start() {
  document.querySelectorAll('form[data-leave]:not([data-autosave-url])').forEach(attach);
  // On a shared computer nobody is offered another's words.
  const person = document.querySelector('.rail-person b')?.textContent ?? '';
  for (const box of document.querySelectorAll('.new-remark textarea[id], .thread .reply textarea[id]')) {
    remember(box, `${prefix}${person}:${location.pathname}#${box.id}`);
  }
  for (const form of document.querySelectorAll('form[data-sign-out]')) {
    form.addEventListener('submit', (event) => {
      if (any() && !confirm('Este equipo guarda cambios suyos que no llegaron al servidor. Si cierra la sesión, se borran. ¿Cerrar la sesión?')) {
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

// Remarks and answers stay on this device until they are sent: sending one box loads the page again, and the others would come back empty.
function remember(box, key) {
  // A fold, where it can be open, or the line of a reply, where that means nothing.
  const place = box.closest('.new-remark, .reply');
  const old = find(key);
  if (old && box.value === '') {
    box.value = old;
    place.open = true;
  }
  box.addEventListener('input', () => keep(key, box.value));
  // A reply may travel with the form around it: only its own buttons send it.
  box.form?.addEventListener('submit', (event) => {
    if (!event.submitter || place.contains(event.submitter)) { keep(key, ''); }
  });
}

// Where the browser keeps nothing, the box is what it always was.
function find(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function keep(key, text) {
  try {
    if (text.trim() === '') { localStorage.removeItem(key); } else { localStorage.setItem(key, text); }
  } catch { /* blocked or full */ }
}
