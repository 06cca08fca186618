// One-key shortcuts. They never fire while someone writes, and anyone may switch them off (WCAG 2.1.4).
const places = { b: '/inicio', p: '/buscar', r: '/revision', i: '/' };
const off = 'acervo:sin-atajos';
let going = false;

export function start() {
  const toggle = document.querySelector('[data-keys-switch]');
  if (toggle) {
    toggle.checked = !localStorage.getItem(off);
    toggle.addEventListener('change', () => toggle.checked ? localStorage.removeItem(off) : localStorage.setItem(off, '1'));
  }
  document.addEventListener('keydown', press);
}

export function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(off)) { return; }
  if (event.target.closest('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]')) { return; }
  // What finds nothing to do says so with false, and the key is the browser's.
  const act = going ? () => go(event.key) : { '/': search, j: () => move(1), k: () => move(-1), '?': help, g: wait }[event.key];
  if (act && act() !== false) { event.preventDefault(); }
}

function search() {
  const field = document.querySelector('[data-key="/"]');
  if (!field?.checkVisibility?.()) { return false; }
  field.focus();
  field.select();
}

function move(step) {
  const rows = [...document.querySelectorAll('[data-row]')];
  if (rows.length === 0) { return false; }
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  row.querySelector('a, button').focus();
  row.scrollIntoView({ block: 'nearest' });
}

function wait() {
  going = true;
  setTimeout(() => { going = false; }, 1200);
}

function go(letter) {
  going = false;
  const place = document.querySelector(`[data-go="${CSS.escape(letter)}"]`)?.href ?? (document.body.classList.contains('staff') && places[letter]);
  if (!place) { return false; }
  location.assign(place);
}

function help() {
  const dialog = document.getElementById('atajos');
  if (!dialog) { return false; }
  dialog.showModal();
}
