// Remarks and answers stay on this device until they are sent: sending one box loads the page again, and the others would come back empty.
import { prefix } from './copies.js';

const boxes = ['.new-remark textarea[id]', '.thread .reply textarea[id]'];

export function start() {
  // On a shared computer nobody is offered another's words.
  const person = document.querySelector('.rail-person b')?.textContent ?? '';
  for (const box of document.querySelectorAll(boxes.join())) {
    attach(box, `${prefix}${person}:${location.pathname}#${box.id}`);
  }
}

function attach(box, key) {
  // A fold, where it can be open, or the line of a reply, where that means nothing.
  const place = box.closest('.new-remark, .reply');
  const old = find(key);
  if (old && box.value === '') {
    box.value = old;
    place.open = true;
  }
  box.addEventListener('input', () => keep(key, box.value));
  // A reply may travel with the form around it: only its own buttons send it.
  box.form?.addEventListener('submit', (event) => {
    if (!event.submitter || place.contains(event.submitter)) { keep(key, ''); }
  });
}

// Where the browser keeps nothing, the box is what it always was.
function find(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function keep(key, text) {
  try {
    if (text.trim() === '') { localStorage.removeItem(key); } else { localStorage.setItem(key, text); }
  } catch { /* blocked or full */ }
}
