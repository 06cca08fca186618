// How many characters are left; spoken only when the writer pauses near the end.
import { say } from './say.js';

const number = new Intl.NumberFormat('es-CO');

export function start() {
  for (const foot of document.querySelectorAll('[data-count-for]')) {
    const field = document.getElementById(foot.dataset.countFor);
    const most = foot.dataset.max;
    if (!field) { continue; }
    let timer;
    const rule = foot.textContent;
    const show = () => {
      const left = most - field.value.replace(/\r?\n/g, '\n').length;
      const unit = Math.abs(left) === 1 ? 'carácter' : 'caracteres';
      if (left > most / 4 && most > 500) { foot.textContent = rule; return left; }
      foot.textContent = left >= 0 ? `Quedan ${number.format(left)} ${unit}` : `Sobran ${number.format(-left)} ${unit}`;
      foot.classList.toggle('over', left < 0);
      return left;
    };
    field.addEventListener('input', () => {
      const left = show();
      clearTimeout(timer);
      if (left < most / 10) { timer = setTimeout(() => say(foot.textContent), 1500); }
    });
    show();
  }
}
