// Suggestions under a search box: the WAI-ARIA combobox with a list, typed text always in charge.
import { say, make } from './say.js';

let boxes = 0;

export function attach(input) {
  if (input.role === 'combobox') { return; }
  const list = make('div', { id: `sugerencias-${++boxes}`, role: 'listbox', class: 'suggestions', 'aria-label': 'Sugerencias', hidden: true });
  if (getComputedStyle(input.parentElement).position === 'static') { input.parentElement.classList.add('suggest-box'); }
  input.after(list);
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
  Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));

  let timer;
  let asked = 0;
  let active = -1;

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener('keydown', press);
  input.addEventListener('blur', () => setTimeout(close, 120));
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const option = event.target.closest('[role=option]');
    if (option) { take(option); }
  });

  async function ask() {
    const words = input.value.trim();
    const turn = ++asked;
    if (words.length < 2) { close(); return; }
    try {
      const answer = await fetch(`${input.dataset.suggestUrl}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
      if (answer.ok && turn === asked && document.activeElement === input) { show(await answer.json()); }
    } catch {
      close();
    }
  }

  function show(items) {
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...items.map((item, i) => {
      const option = make('div', { id: `${list.id}-${i}`, role: 'option', class: 'suggestion', 'aria-selected': 'false', 'data-href': item.href ?? null, 'data-text': item.text }, item.text);
      if (item.note) { option.append(make('small', {}, item.note)); }
      return option;
    }));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (items.length > 0) { say(items.length === 1 ? 'Una sugerencia' : `${items.length} sugerencias`); }
  }

  function press(event) {
    if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); close(); return; }
    if (list.hidden) { return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); move(step); }
    if (event.key === 'Enter' && active >= 0) { event.preventDefault(); take(list.children[active]); }
  }

  // One place more than there are options: the typed text itself.
  function move(step) {
    const places = list.children.length + 1;
    active = (active + 1 + step + places) % places - 1;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active < 0) { input.removeAttribute('aria-activedescendant'); return; }
    input.setAttribute('aria-activedescendant', list.children[active].id);
    list.children[active].scrollIntoView({ block: 'nearest' });
  }

  function take(option) {
    if (option.dataset.href) { location.assign(option.dataset.href); return; }
    input.value = option.dataset.text;
    close();
    if (input.type === 'search') { input.form.requestSubmit(); } else { input.dispatchEvent(new Event('change', { bubbles: true })); }
  }

  function close() {
    asked++;
    active = -1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
}
