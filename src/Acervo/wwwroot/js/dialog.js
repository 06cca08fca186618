// A link that opens a dialog; without this it leads to a page that does the same.
export function start() {
  for (const link of document.querySelectorAll('[data-dialog]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      document.getElementById(link.dataset.dialog).showModal();
    });
  }
}
