// Saves a long form by itself. Order of trust: the copy on this device first, then the server.
import { keep, kept, drop, read, restore } from './copies.js';
import { showStatus } from './status.js';
import { offerCopy, showBoth, offerSignIn } from './conflict.js';

const pause = 1200;

export function start() {
  document.querySelectorAll('form[data-autosave-url]').forEach(attach);
}

function attach(form) {
  const status = showStatus(form);
  const written = () => JSON.stringify(read(form));
  let timer, sending, way, stopped;
  let saved = written();
  let retry = 2000;

  const changed = () => written() !== saved;

  const old = kept(form);
  if (old && JSON.stringify(old.text) !== saved) {
    offerCopy(form, old, () => { restore(form, old.text); typed(); }, () => drop(form));
  } else {
    drop(form);
  }

  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  // Pressed while words are on their way: the server would take them for those of another window.
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

  // Without a text, one's own goes on top of the other; with one, the other takes its place.
  function settle(version, text) {
    form.elements.namedItem('version').value = version;
    if (!text) { send(); return; }
    restore(form, Object.entries(text).flatMap(([name, boxes]) => filled(name, boxes).map((box) => [name, box])));
    saved = written();
    drop(form);
    status.saved();
  }

  // Rows that the other text does not have are emptied, not left with one's own.
  function filled(name, boxes) {
    const rows = form.querySelectorAll(`[name="${CSS.escape(name)}"]:not([type=checkbox]):not([type=radio])`).length;
    return [...boxes, ...Array(Math.max(boxes.length === 0 ? 1 : 0, rows - boxes.length)).fill('')];
  }

  async function heard(answer) {
    if (answer.ok) {
      const { version, refused, session } = await answer.json();
      if (session) { dispatchEvent(new CustomEvent('acervo:sesion', { detail: session })); }
      form.elements.namedItem('version').value = version;
      saved = sending;
      retry = 2000;
      if (refused) { status.set('refused', `Se guardó lo demás. ${refused}`); return; }
      if (!changed()) { drop(form); }
      status.saved();
    } else if (answer.status === 409) {
      const theirs = await answer.json();
      if (theirs.refused) { stopped = true; status.set('refused', theirs.refused); return; }
      status.set('refused', 'Otra persona cambió esta ficha');
      showBoth(form, theirs, (text) => settle(theirs.version, text));
    } else if (answer.status === 401 || answer.type === 'opaqueredirect') {
      status.set('refused', 'Su sesión terminó. Lo escrito está guardado en este equipo');
      offerSignIn(form);
    } else if (answer.status === 413) {
      // Sending it again would change nothing: it is tried when something is typed.
      status.set('refused', 'Es demasiado largo para guardarlo. Acórtelo: lo escrito está guardado en este equipo');
    } else {
      status.set('refused', 'No se pudo guardar. Lo escrito está guardado en este equipo');
      timer = setTimeout(send, retry = Math.min(retry * 2, 60000));
    }
  }
}
