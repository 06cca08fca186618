import { growFor } from './list.js';

// A copy of what is being typed, kept on this device until the server has it.
// The key names the person too: on a shared computer nobody is offered another's words.
export const prefix = 'acervo:copia:';

export const keyOf = (form) => `${prefix}${form.dataset.autosaveOwner ?? ''}:${form.dataset.autosaveUrl}`;

export function read(form) {
  const text = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !name.startsWith('__') && name !== 'version') { text.push([name, value]); }
  }
  return text;
}

// Its letters and figures alone: the server writes rows, spaces and amounts in its own way.
export const words = (text) => text.join().replace(/[^\p{L}\p{N}]/gu, '');

export function keep(form) {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), version: form.elements.namedItem('version').value, text: read(form) }));
    return true;
  } catch {
    return false;
  }
}

export function kept(form) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(form)));
  } catch {
    return null;
  }
}

export const drop = (form) => localStorage.removeItem(keyOf(form));

export const any = () => Object.keys(localStorage).some((key) => key.startsWith(prefix));

export function dropAll() {
  Object.keys(localStorage).filter((key) => key.startsWith(prefix)).forEach((key) => localStorage.removeItem(key));
}

// Puts kept words back; fields of the same name take them in their order.
export function restore(form, text) {
  const seen = new Map();
  for (const [name, value] of text) {
    const turn = seen.get(name) ?? 0;
    seen.set(name, turn + 1);
    growFor(form, name);
    const found = form.elements.namedItem(name);
    if (!found) { continue; }
    const controls = found instanceof RadioNodeList ? [...found] : [found];
    if (controls[0].type === 'radio' || controls[0].type === 'checkbox') {
      const boxes = controls.filter((box) => box.type === 'radio' || box.type === 'checkbox');
      if (turn === 0) { boxes.forEach((box) => { box.checked = false; }); }
      boxes.filter((box) => box.value === value).forEach((box) => { box.checked = true; });
    } else if (controls[turn]) {
      controls[turn].value = value;
    } else {
      const more = controls.at(-1).cloneNode(true);
      more.value = value;
      controls.at(-1).after(more);
    }
  }
}
