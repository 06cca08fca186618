// Asks before leaving a form with unsent words (forms that save themselves look after this alone).
export function start() {
  for (const form of document.querySelectorAll('form[data-leave]')) {
    let dirty = false;
    form.addEventListener('input', () => { dirty = true; });
    form.addEventListener('submit', () => { dirty = false; });
    addEventListener('beforeunload', (event) => { if (dirty) { event.preventDefault(); } });
  }
}
