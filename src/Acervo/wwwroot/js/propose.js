// Puts a proposed value into its field without leaving the page.
import { say } from './say.js';

export function start() {
  for (const button of document.querySelectorAll('[data-propose]')) {
    const field = document.getElementById(button.dataset.propose);
    if (!field || !('value' in field)) { continue; }
    button.addEventListener('click', (event) => {
      event.preventDefault();
      field.value = button.dataset.text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
      // What was proposed is done; the next look at the page says what else there is.
      const place = button.closest('.provenance');
      button.closest('.proposal').remove();
      if (!place.querySelector('.proposal')) { place.querySelectorAll('.check-this, .check-these').forEach((remark) => remark.remove()); }
      say('Propuesta usada');
    });
  }
}
