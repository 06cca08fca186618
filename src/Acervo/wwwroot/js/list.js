// Another row for an answer that is a list or a group. Without this, each save brings one empty row more.
import { make, say } from './say.js';

const boxes = (row) => row.matches('input, select') ? [row] : row.querySelectorAll('input, select, textarea');

export function start() {
  for (const list of document.querySelectorAll('[data-list]')) {
    const add = make('button', { type: 'button', class: 'button tight quiet' }, `Agregar otro ${list.dataset.list}`);
    add.addEventListener('click', () => {
      const row = fresh(list.lastElementChild);
      const box = boxes(row)[0];
      box.setAttribute('aria-label', box.getAttribute('aria-label').replace(/\d+$/, list.children.length + 1));
      list.append(row);
      box.focus();
    });
    list.after(add);
    removable(list, () => {});
  }
  document.querySelectorAll('[data-rows]').forEach(attach);
}

function attach(group) {
  group.nextElementSibling.addEventListener('click', (event) => {
    event.preventDefault();
    if (group.children.length >= group.dataset.most) { say('No caben más renglones'); return; }
    boxes(append(group))[0].focus();
  });
  removable(group, number);
}

// Takes a row away; one always stays, empty if it must.
function removable(rows, done) {
  rows.addEventListener('click', (event) => {
    const button = event.target.closest('[name=quitar]');
    if (!button) { return; }
    event.preventDefault();
    const row = [...rows.children].find((one) => one.contains(button));
    if (rows.children.length === 1) { rows.append(fresh(row)); }
    boxes(row.nextElementSibling ?? row.previousElementSibling)[0].focus();
    row.remove();
    done(rows);
    say('Renglón quitado');
    rows.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

// As many rows as a text that is put back speaks of.
export function growFor(form, name) {
  const [key, row] = name.split('.');
  const group = form.querySelector(`[data-rows="${CSS.escape(key)}"]`);
  while (group?.children.length <= row) { append(group); }
}

// An empty copy. Its boxes ask for suggestions of their own: without the role they are attached anew, with all that goes with it.
function fresh(row) {
  const copy = row.cloneNode(true);
  copy.querySelectorAll('.suggestions, .field-error, .provenance').forEach((told) => told.remove());
  copy.querySelectorAll('.wrong').forEach((field) => field.classList.remove('wrong'));
  for (const box of boxes(copy)) {
    box.removeAttribute('role');
    box.removeAttribute('aria-invalid');
    if (box.type === 'radio') { box.checked = !box.value; } else if (box.options) { box.selectedIndex = 0; } else { box.value = ''; }
  }
  return copy;
}

function append(group) {
  const row = fresh(group.lastElementChild);
  group.append(row);
  number(group);
  return row;
}

function number(group) {
  const place = new RegExp(`\\b(${group.dataset.rows}[._])\\d+`, 'g');
  [...group.children].forEach((row, at) => {
    row.querySelector('b').textContent = at + 1;
    for (const part of row.querySelectorAll('*')) {
      for (const attribute of part.attributes) {
        // What somebody typed is nobody's name.
        if (attribute.name !== 'value' || part.name === 'quitar') { attribute.value = attribute.value.replace(place, `$1${at}`); }
      }
    }
  });
}
