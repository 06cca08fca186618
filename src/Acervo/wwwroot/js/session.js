// Warns before the session ends, goes on with one press, and afterwards says what became of what was typed.
const shared = 'acervo:sesion';
const minute = 60_000;

export function start() {
  const dialog = document.getElementById('sesion');
  const life = Number(dialog.dataset.session) * 1000;
  const warning = Math.min(5 * minute, life / 4);
  const part = (name) => dialog.querySelectorAll(`[data-session-part="${name}"]`);
  const title = dialog.querySelector('[data-session-title]');
  const early = title.textContent;
  let end = Date.now() + life;
  let state = 'far';
  let quietUntil = Infinity;
  let told = '';

  function tick() {
    const left = end - Date.now();
    const next = left <= 0 ? 'ended' : left <= warning ? 'warned' : 'far';
    if (next !== state) { change(next); }
    if (state === 'warned') {
      tell(left);
      // Whoever put the warning away sees it once more when a minute is left.
      if (!dialog.open && left <= quietUntil) { open(); }
    }
  }

  function change(next) {
    state = next;
    title.textContent = next === 'ended' ? title.dataset.ended : early;
    for (const element of part('warning')) { element.hidden = next === 'ended'; }
    for (const element of part('ended')) { element.hidden = next !== 'ended'; }
    if (next === 'far') {
      dialog.close();
    } else {
      quietUntil = Infinity;
      open();
      if (next === 'ended') { title.focus(); }
    }
  }

  function open() {
    if (!dialog.open) { dialog.showModal(); }
  }

  // Seconds change on screen; a screen reader hears whole minutes, and the last half one.
  function tell(left) {
    const seconds = Math.ceil(left / 1000);
    const words = seconds > 90 ? `${Math.round(seconds / 60)} minutos` : seconds > 30 ? `${Math.ceil(seconds / 10) * 10} segundos` : `${seconds} segundos`;
    dialog.querySelector('[data-session-left]').textContent = words;
    const spoken = seconds > 90 ? words : seconds > 30 ? 'un minuto' : 'medio minuto';
    if (spoken === told) { return; }
    told = spoken;
    dialog.querySelector('[data-session-words]').textContent = `Su sesión termina en ${spoken}.`;
  }

  function lasts(seconds) {
    end = Date.now() + seconds * 1000;
    share();
    tick();
  }

  // Where the browser keeps nothing, each tab counts for itself.
  function share() {
    try { localStorage.setItem(shared, String(end)); } catch { /* blocked */ }
  }

  dialog.querySelector('[data-session-extend]').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const failed = dialog.querySelector('[data-session-failed]');
    failed.hidden = true;
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer?.ok && !answer.redirected) {
      lasts((await answer.json()).seconds);
    } else if (answer) {
      end = 0;
      tick();
    } else {
      failed.hidden = false;
    }
  });
  dialog.addEventListener('close', () => { if (state === 'warned') { quietUntil = end - Date.now() > minute ? minute : -1; } });
  // Another tab that went on, or signed in again, speaks for all.
  addEventListener('storage', (event) => {
    if (event.key === shared && Number(event.newValue) > Date.now()) {
      end = Number(event.newValue);
      tick();
    }
  });

  addEventListener('acervo:sesion', (event) => lasts(event.detail));
  share();
  setInterval(tick, 1000);
  tick();
}
