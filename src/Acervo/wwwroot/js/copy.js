// Copies the text of another element; the button exists only where copying works.
import { say } from './say.js';

export function start() {
  if (!navigator.clipboard) { return; }
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
      const words = button.textContent;
      button.textContent = 'Copiado';
      say('Copiado');
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }
}
