/** Words that are selected in a passage are the ones that a comment on it quotes. */
document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  const words = selection?.toString().replace(/\s+/g, ' ').trim();
  const anchor = selection?.anchorNode?.parentElement?.closest('[data-words]');
  if (!words || !anchor || !anchor.contains(selection!.focusNode)) return;
  const passage = anchor.closest('[data-passage]');
  const quote = passage?.querySelector<HTMLInputElement>('[name="quote"]');
  if (quote) quote.value = words;
  const details = quote?.closest('details');
  if (details) details.open = true;
});
