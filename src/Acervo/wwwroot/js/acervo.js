// The only script every page loads: it brings the others where the page asks for them.
const wanted = {
  '[data-suggest-url]': 'suggest',
  '[data-autosave-url]': 'autosave',
  '[data-count-for]': 'counter',
  '[data-upload]': 'upload',
  '[data-copy]': 'copy',
  '[data-propose]': 'propose',
  '[data-list]': 'list',
  '[data-dialog]': 'dialog',
  '[data-leave]': 'leave',
  '[data-refresh-url]:not([data-refresh-url=""])': 'refresh',
  '[data-sign-out]': 'signout',
  '[data-key], [data-row]': 'keys',
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

// A menu closes when one goes elsewhere or presses Escape.
document.addEventListener('click', (event) => {
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
