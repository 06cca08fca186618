// Files may be dropped, are checked for size before they travel, and show how far they have come.
import { wake } from './acervo.js';
import { say, make } from './say.js';

const unsent = 'No se pudo enviar. Los archivos siguen elegidos: intente de nuevo en un minuto.';

export function start() {
  document.querySelectorAll('[data-upload]').forEach(attach);
}

function attach(area) {
  const input = area.querySelector('input[type=file]');
  const list = area.querySelector('[data-upload-list]');
  const form = input.form;
  const button = form?.querySelector('button[type=submit]');
  const leading = button?.classList.contains('primary');
  area.dataset.ready = '';
  const whole = form && 'sendChosen' in form.dataset;
  // Where choosing is all there is to do, a second button would only be forgotten.
  if (whole) { button.hidden = true; }

  for (const kind of ['dragenter', 'dragover']) {
    area.addEventListener(kind, (event) => { event.preventDefault(); area.classList.add('over-drop'); });
  }
  for (const kind of ['dragleave', 'drop']) {
    area.addEventListener(kind, () => area.classList.remove('over-drop'));
  }
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  input.addEventListener('change', () => {
    list.replaceChildren(...[...input.files].map(row));
    // What was wrong was wrong with the file before, and sending is now the next thing to do.
    forget();
    if (!leading) { button?.classList.toggle('primary', input.files.length > 0); }
    if (whole && input.files.length) { form.requestSubmit(button); }
  });
  form?.addEventListener('submit', (event) => {
    if (!input.files.length || event.defaultPrevented) { return; }
    event.preventDefault();
    if ([...input.files].some(tooBig)) { refuse('Un archivo pesa más de lo permitido. Elija otro.'); } else { send(form, event.submitter); }
  });

  const tooBig = (file) => file.size > area.dataset.maxBytes;

  function row(file) {
    const size = sizeOf(file.size);
    return make('li', { class: 'upload-item' }, make('span', {}, file.name),
      make('span', { class: tooBig(file) ? 'over' : 'soft' }, tooBig(file) ? `${size}: pesa demasiado` : size));
  }

  function forget() {
    area.querySelector('.field-error')?.remove();
    area.classList.remove('wrong');
    input.removeAttribute('aria-invalid');
    input.setAttribute('aria-describedby', `${input.id}-ayuda`);
    const summary = document.querySelector('.errors');
    summary?.querySelectorAll(`a[href="#${CSS.escape(input.id)}"]`).forEach((link) => link.closest('li').remove());
    if (summary && !summary.querySelector('li')) { summary.remove(); }
  }

  function refuse(words) {
    list.querySelector('[role=alert]')?.remove();
    list.append(make('li', { class: 'upload-item over', role: 'alert', id: `${input.id}-rechazo` }, words));
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', `${input.id}-ayuda ${input.id}-rechazo`);
  }

  // The form as it is, through XMLHttpRequest, because only that tells how much has left.
  function send(form, submitter) {
    const bar = make('progress', { max: 100, value: 0, 'aria-label': 'Envío de archivos' });
    const body = new FormData(form, submitter);
    const request = new XMLHttpRequest();
    list.append(make('li', { class: 'upload-item' }, bar));
    submitter?.setAttribute('aria-disabled', 'true');
    say('Enviando archivos');
    request.upload.addEventListener('progress', (event) => { bar.value = event.loaded / event.total * 100; });
    // All of it arrived; a full bar that stands still looks like a page that hangs.
    request.upload.addEventListener('load', () => {
      bar.removeAttribute('value');
      bar.after(make('span', { class: 'soft' }, 'Recibido. Se está revisando.'));
      say('Recibido. Se está revisando.');
    });
    request.addEventListener('load', () => {
      if ([413, 429, 503].includes(request.status)) { notTaken(request); return; }
      if (request.status < 400 && (request.responseURL !== location.href || form.action !== location.href)) {
        location.assign(request.responseURL);
        return;
      }
      // The page came back with its errors: it takes the place of this one.
      document.body.replaceWith(new DOMParser().parseFromString(request.responseText, 'text/html').body);
      wake();
    });
    request.addEventListener('error', () => stay(unsent));

    // The site had no room for it, or it is too heavy: what was chosen and typed stays as it is.
    function notTaken(answer) {
      const page = new DOMParser().parseFromString(answer.responseText, 'text/html');
      stay(page.querySelector('.field-error, .lead')?.textContent.trim() || unsent);
    }

    function stay(words) {
      bar.parentElement.remove();
      submitter?.removeAttribute('aria-disabled');
      refuse(words);
    }

    request.open('POST', submitter?.getAttribute('formaction') ?? form.action);
    request.send(body);
  }
}

// The same words as the server's: «834 KB», «1,2 MB».
function sizeOf(bytes) {
  if (bytes < 1e6) { return `${Math.max(1, Math.floor(bytes / 1e3))} KB`; }
  return `${(bytes / 1e6).toLocaleString('es-CO', { maximumFractionDigits: 1 })} MB`;
}
