// Saves a long form by itself. Order of trust: the copy on this device first, then the server.
import { keep, kept, drop, read, restore, words } from './copies.js';
import { offerCopy, showBoth, offerSignIn } from './conflict.js';

const pause = 1200;

export function start() {
  document.querySelectorAll('form[data-autosave-url]').forEach(attach);
}

function attach(form) {
  const status = showStatus(form);
  const written = () => JSON.stringify(read(form));
  const version = form.elements.namedItem('version');
  let timer, sending, way, stopped;
  // What a refused form brought back is saved nowhere.
  let saved = document.querySelector('.errors') ? '' : written();
  let retry = 2000;

  const changed = () => written() !== saved;

  const old = kept(form);
  const upon = old?.version === version.value;
  if (!old || (upon ? JSON.stringify(old.text) === written() : words(old.text) === words(read(form)))) {
    drop(form);
  } else if (upon || !(old.at < Date.parse(document.querySelector('[data-save-status] time')?.dateTime) - 60000)) {
    // One's own newest words are simply there again; the server puts them beside what came in between.
    version.value = old.version ?? version.value;
    restore(form, old.text);
    typed();
  } else {
    offerCopy(form, old, settle, () => drop(form));
  }

  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  // Pressed while words are on their way: arriving late, they would take the place of these.
  form.addEventListener('submit', async (event) => {
    const wait = sending && !stopped;
    stopped = true;
    if (!wait) { return; }
    event.preventDefault();
    await way;
    form.requestSubmit(event.submitter);
  });
  addEventListener('online', send);
  addEventListener('focus', () => { if (status.state === 'refused') { send(); } });
  addEventListener('beforeunload', (event) => {
    if (stopped) { return; }
    const failed = status.state === 'refused' || status.state === 'offline';
    if (changed() && !failed && fits()) { send(); }
    // Nothing is asked when the words are on their way and the way does not end with the page.
    if (status.state === 'refused' || (changed() && (failed || sending !== written() || !fits()))) { event.preventDefault(); }
  });
  document.addEventListener('click', saveFirst);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') { send(); }
  });

  function typed() {
    if (!changed()) { return; }
    const copied = keep(form);
    status.set('unsaved', copied ? 'Guardando…' : 'Sin guardar: este equipo no permite guardar copias');
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  }

  // A link waits for the save, so that the next section starts from it.
  async function saveFirst(event) {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target || link.hasAttribute('download')) { return; }
    const elsewhere = link.origin === location.origin && link.pathname !== location.pathname;
    if (!elsewhere || stopped || !changed() || sending) { return; }
    event.preventDefault();
    await send();
    location.assign(link.href);
  }

  // The browser carries this much beyond the end of a page; the parts of a form weigh something themselves.
  function fits() {
    return new Blob([written()]).size + 150 * read(form).length < 60_000;
  }

  function send() {
    clearTimeout(timer);
    if (!sending && !stopped && changed()) { way = post(); }
    return way;
  }

  async function post() {
    const body = new FormData(form);
    sending = written();
    try {
      await heard(await fetch(form.dataset.autosaveUrl,
        { method: 'POST', body, redirect: 'manual', keepalive: fits(), headers: { Accept: 'application/json' } }));
    } catch {
      status.set('offline', 'Sin conexión. Lo escrito está guardado en este equipo');
      timer = setTimeout(send, retry = Math.min(retry * 2, 60000));
    } finally {
      sending = null;
    }
    if (status.state === 'saved' && changed()) { typed(); }
  }

  // With a text, it takes the place of one's own.
  function settle(text) {
    put(text ?? {});
    typed();
  }

  function put(text) {
    restore(form, Object.entries(text).flatMap(([name, boxes]) => filled(name, boxes).map((box) => [name, box])));
  }

  // Rows that the other text does not have are emptied, not left with one's own.
  function filled(name, boxes) {
    const rows = form.querySelectorAll(`[name="${CSS.escape(name)}"]:not([type=checkbox]):not([type=radio])`).length;
    return [...boxes, ...Array(Math.max(boxes.length === 0 ? 1 : 0, rows - boxes.length)).fill('')];
  }

  async function heard(answer) {
    if (answer.ok) {
      const told = await answer.json();
      if (told.session) { dispatchEvent(new CustomEvent('acervo:sesion', { detail: told.session })); }
      retry = 2000;
      if (told.version) {
        // What came from elsewhere goes where nobody is typing; else all is sent once more, as if it had not been.
        const there = (boxes) => JSON.stringify(boxes.filter(([name]) => name in (told.answers ?? {})));
        const rest = sending !== written();
        if (there(JSON.parse(sending)) !== there(read(form))) { typed(); return; }
        version.value = told.version;
        saved = sending;
        if (told.answers) {
          put(told.answers);
          saved = rest ? '' : written();
        }
      }
      if (told.refused) { status.set('refused', told.refused); return; }
      if (!changed()) { drop(form); }
      status.saved(told.told);
    } else if (answer.status === 409) {
      const theirs = await answer.json();
      if (theirs.refused) { stopped = true; status.set('refused', theirs.refused); return; }
      status.set('refused', `${theirs.by} cambió esta ficha`);
      showBoth(form, theirs, (text) => {
        version.value = theirs.version;
        settle(text);
      });
    } else if (answer.status === 401 || answer.type === 'opaqueredirect') {
      status.set('refused', 'Su sesión terminó. Lo escrito está guardado en este equipo');
      offerSignIn(form);
    } else {
      // Sending what is too long again would change nothing: it is tried when something is typed.
      const long = answer.status === 413;
      status.set('refused', `${long ? 'Es demasiado largo para guardarlo' : 'No se pudo guardar'}. Lo escrito está guardado en este equipo`);
      if (!long) { timer = setTimeout(send, retry = Math.min(retry * 2, 60000)); }
    }
  }
}

// The line that says whether one's words are safe. The state is announced; its age only shows.
function showStatus(form) {
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
    saved(told) {
      status.set('saved', told ?? 'Guardado');
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
