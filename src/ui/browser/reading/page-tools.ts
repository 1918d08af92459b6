/** Printing and copying need a script; their buttons are hidden until there is one. */
const buttons = document.querySelectorAll<HTMLButtonElement>('.page-tools [data-action]');

for (const button of buttons) {
  button.hidden = button.dataset['action'] === 'copy' && !navigator.clipboard;
  button.addEventListener('click', () => {
    if (button.dataset['action'] === 'print') window.print();
    else void copy(button);
  });
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset['use'] ?? '');
  const said = button.closest('details')?.querySelector<HTMLElement>('[role="status"]');
  if (said) said.hidden = false;
}

/** Another language of the page opens at the same place: anchors are the same in all of them. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.langs a, a[data-keep-place]'))
  link.addEventListener('click', () => (link.hash = location.hash));
