// Leaving on purpose leaves nothing behind on a shared computer; unsent words are asked about first.
import { any, dropAll } from './copies.js';

export function start() {
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
