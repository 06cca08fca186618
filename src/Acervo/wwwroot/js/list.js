// Another row for an answer that is a list. Without this, each save brings one empty row more.
import { make } from './say.js';

export function start() {
  for (const list of document.querySelectorAll('[data-list]')) {
    const add = make('button', { type: 'button', class: 'button tight quiet' }, `Agregar otro ${list.dataset.list}`);
    add.addEventListener('click', () => {
      const row = list.lastElementChild.cloneNode(true);
      row.value = '';
      row.setAttribute('aria-label', row.getAttribute('aria-label').replace(/\d+$/, list.children.length + 1));
      list.append(row);
      row.focus();
    });
    list.after(add);
  }
}
