// The only script every page loads: it brings the others where the page asks for them.
const wanted = {
  '[data-autosave-url]': 'autosave',
  '[data-count-for]': 'counter',
  '[data-upload]': 'upload',
  '[data-copy]': 'copy',
  '[data-propose]': 'propose',
  '[data-list], [data-rows]': 'list',
  '[data-leave], [data-sign-out], .new-remark, .thread .reply': 'leave',
  '[data-refresh-url]:not([data-refresh-url=""])': 'refresh',
  '[data-session]': 'session',
  '.staff': 'keys',
};

export function wake() {
  for (const [selector, name] of Object.entries(wanted)) {
    if (document.querySelector(selector)) {
      import(`./${name}.js`).then((module) => module.start());
    }
  }
  // After a refused form the summary is what must be read first.
  document.querySelector('[data-focus]')?.focus();
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

wake();

// Two modules wait for the first sign that they are wanted, so that a first visit fetches little.
document.addEventListener('focusin', async (event) => {
  if (event.target.matches('input[data-suggest-url]:not([role])')) { (await import('./suggest.js')).attach(event.target); }
});
document.addEventListener('keydown', async (event) => {
  if (document.body.classList.contains('staff')) { return; }
  // Decided here, because once the module has come the browser's own quick search is already open.
  if (event.key === '/' && event.target === document.body && !localStorage.getItem('acervo:sin-atajos')) { event.preventDefault(); }
  const keys = await import('./keys.js');
  keys.start();
  keys.press(event);
}, { once: true });

// A link opens its dialog; without this it leads to a page that does the same. A menu closes when one goes elsewhere or presses Escape.
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-dialog]');
  if (link) {
    event.preventDefault();
    document.getElementById(link.dataset.dialog).showModal();
  }
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) { menu.open = false; }
  }
});
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
