// The line that says whether one's words are safe. The state is announced; its age only shows.
export function showStatus(form) {
  const line = form.querySelector('[data-save-status]') ?? document.querySelector('[data-save-status]');
  const words = line?.querySelector('[data-save-words]');
  const age = line?.querySelector('[data-save-age]');
  let at = null;

  const status = {
    state: 'fresh',
    set(state, text) {
      status.state = state;
      at = null;
      if (!line) { return; }
      line.dataset.state = state;
      if (words.textContent !== text) { words.textContent = text; }
      age.textContent = '';
    },
    saved() {
      status.set('saved', 'Guardado');
      at = Date.now();
      tick();
    },
  };

  function tick() {
    if (at === null || !age) { return; }
    const seconds = Math.max(1, Math.round((Date.now() - at) / 1000));
    age.textContent = seconds < 60 ? `hace ${seconds} s` : `hace ${Math.floor(seconds / 60)} min`;
  }

  setInterval(tick, 1000);
  return status;
}
