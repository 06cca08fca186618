// Follows a long job: the fresh piece of page replaces the old one until it no longer asks.
export function start() {
  document.querySelectorAll('[data-refresh-url]').forEach(follow);
}

function follow(old) {
  if (!old.dataset.refreshUrl) { return; }
  setTimeout(async () => {
    try {
      const answer = await fetch(old.dataset.refreshUrl, { headers: { Accept: 'text/html' } });
      if (answer.redirected) { location.assign(answer.url); return; }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.querySelector('.job');
      if (!next) { location.reload(); return; }
      old.replaceWith(next);
      old = next;
    } catch { /* asked again in a moment */ }
    follow(old);
  }, 2000);
}
