// Files may be dropped, are checked for size before they travel, and show how far they have come.
import { wake } from './acervo.js';
import { say, make } from './say.js';

export function start() {
  document.querySelectorAll('[data-upload]').forEach(attach);
}

function attach(area) {
  const input = area.querySelector('input[type=file]');
  const list = area.querySelector('[data-upload-list]');
  const form = input.form;
  area.dataset.ready = '';

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
    input.setCustomValidity([...input.files].some(tooBig) ? 'Un archivo pesa más de lo permitido.' : '');
  });
  form?.addEventListener('submit', (event) => {
    if (!input.files.length || event.defaultPrevented) { return; }
    event.preventDefault();
    send(form, event.submitter);
  });

  const tooBig = (file) => file.size > Number(area.dataset.maxBytes);

  function row(file) {
    const size = `${(file.size / 1e6).toLocaleString('es-CO', { maximumFractionDigits: 1 })} MB`;
    return make('li', { class: 'upload-item' }, make('span', {}, file.name),
      make('span', { class: tooBig(file) ? 'over' : 'soft' }, tooBig(file) ? `${size}: pesa demasiado` : size));
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
    request.addEventListener('load', () => {
      if (request.status < 400 && request.responseURL && request.responseURL !== location.href) { location.assign(request.responseURL); return; }
      // The page came back with its errors: it takes the place of this one.
      document.body.replaceWith(new DOMParser().parseFromString(request.responseText, 'text/html').body);
      wake();
    });
    request.addEventListener('error', () => {
      bar.parentElement.remove();
      submitter?.removeAttribute('aria-disabled');
      const words = 'No se pudo enviar. Los archivos siguen elegidos: intente de nuevo.';
      list.append(make('li', { class: 'upload-item over', role: 'alert' }, words));
    });
    request.open('POST', submitter?.getAttribute('formaction') ?? form.action);
    request.send(body);
  }
}
