// Tells people who cannot see the page what has just happened.
export function say(words) {
  const region = document.getElementById('aviso-vivo');
  if (!region) { return; }
  region.textContent = '';
  setTimeout(() => { region.textContent = words; }, 50);
}

// Makes an element; text is always text, never HTML.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) { element.setAttribute(name, value === true ? '' : value); }
  }
  element.append(...children);
  return element;
}
