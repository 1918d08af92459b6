/** Out of date by its name only: nothing else keeps what can be undone. */
interface Typing {
  execCommand(name: 'insertText' | 'delete', shown: boolean, words?: string): boolean;
}

/**
 * Puts words into the place of others as if they had been typed: the browser can undo it, and everybody who listens to
 * the text hears of it.
 */
export function insert(text: HTMLTextAreaElement, words: string, from: number, to: number): void {
  text.focus();
  text.setSelectionRange(from, to);
  const typing: Typing = document;
  const done = words
    ? typing.execCommand('insertText', false, words)
    : from === to || typing.execCommand('delete', false);
  if (done) return;
  text.setRangeText(words, from, to, 'end');
  text.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
