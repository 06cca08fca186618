// The three moments when a person must decide: an older copy was left, two wrote the same answer at once, the session ended.
import { make } from './say.js';
import { read } from './copies.js';

// What is on the page is newer: the copy is shown beside it, and takes its place only where somebody says so.
export function offerCopy(form, copy, settle, leave) {
  const when = new Date(copy.at).toLocaleString('es-CO', { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
  const answers = {};
  copy.text.forEach(([name, text]) => (answers[name] ??= []).push(text));
  const notice = note(form, 'warning', `Este equipo guarda un texto suyo del ${when} que no llegó al servidor. Después se guardó otro, que es el que ve.`);
  notice.box.append(make('p', { class: 'row' },
    button('Compararlos', () => showBoth(form, { title: 'Dos textos suyos', answers }, (text) => { leave(); settle(text); notice.away(); })),
    button('Descartar el anterior', () => { leave(); notice.away(); }, 'quiet')));
}

export function offerSignIn(form) {
  if (form.querySelector('[data-sign-in-offer]')) { return; }
  const notice = note(form, 'warning', 'Su sesión terminó. Entre en otra pestaña y vuelva aquí: lo escrito no se pierde.');
  notice.element.dataset.signInOffer = '';
  notice.box.append(make('p', { class: 'row' },
    make('a', { class: 'button tight', href: form.dataset.signInUrl ?? '/entrar', target: '_blank' }, 'Entrar en otra pestaña')));
  addEventListener('focus', () => notice.away(), { once: true });
}

// theirs: { by or title, answers: { name: [text of each box] } }
export function showBoth(form, theirs, settle) {
  if (document.querySelector('dialog[data-conflict]')) { return; }
  const labels = (name) => {
    const box = form.querySelector(`[name="${CSS.escape(name)}"]`);
    const words = box?.type === 'radio' ? [] : [...box?.labels ?? []];
    for (let part = box; (part = part?.parentElement.closest('fieldset'));) { words.unshift(part.querySelector('legend')); }
    return words.map((word) => word.textContent.trim()).join(', ') || name;
  };
  const mine = Map.groupBy(read(form).filter(([, text]) => text !== ''), ([name]) => name);
  const mineOf = (name) => (mine.get(name) ?? []).map(([, text]) => text).join('\n');
  const dialog = make('dialog', { class: 'wide', 'data-conflict': true, 'aria-labelledby': 'dos-textos' },
    make('h2', { id: 'dos-textos', tabindex: -1, autofocus: true }, theirs.title ?? `${theirs.by} cambió esta ficha mientras usted escribía`),
    make('p', {}, 'Nada se ha perdido. Compare los textos que difieren y decida.'));
  for (const [name, boxes] of Object.entries(theirs.answers ?? {})) {
    const text = boxes.join('\n');
    if (mineOf(name) === text) { continue; }
    dialog.append(make('h3', {}, labels(name)), make('div', { class: 'both-texts' },
      make('div', {}, make('b', {}, 'Su texto'), make('pre', { tabindex: 0 }, mineOf(name))),
      make('div', {}, make('b', {}, 'El otro texto'), make('pre', { tabindex: 0 }, text))));
  }
  dialog.append(make('div', { class: 'buttons' },
    button('Guardar mi texto', () => { settle(); dialog.close(); }, 'primary'),
    button('Quedarme con el otro texto', () => { settle(theirs.answers); dialog.close(); }),
    button('Seguir escribiendo', () => dialog.close(), 'quiet')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function note(form, kind, text) {
  const box = make('div', {}, make('p', {}, text));
  const element = make('div', { class: `notice notice-${kind}`, role: 'alert' }, make('span', { 'aria-hidden': 'true' }, '!'), box);
  form.prepend(element);
  return { element, box, away: () => element.remove() };
}

function button(text, act, look = '') {
  const made = make('button', { type: 'button', class: `button tight ${look}` }, text);
  made.addEventListener('click', act);
  return made;
}
