import { insert } from './insert';

/** An item of a list, or a quotation: its margin and mark, and what it says. */
const MARKED = /^(\s*)(?:([-*+])|(\d{1,9})([.)])|(>))(\s+)(.*)$/;

/** Enter goes on with a list or a quotation; on an empty item it ends it. */
export function continueLines(text: HTMLTextAreaElement): void {
  text.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing, defaultPrevented } = event;
    if (key !== 'Enter' || ctrlKey || metaKey || shiftKey || altKey || isComposing || defaultPrevented)
      return;
    const { selectionStart: at, selectionEnd, value } = text;
    if (at !== selectionEnd) return;
    const from = value.lastIndexOf('\n', at - 1) + 1;
    const marked = MARKED.exec(value.slice(from, at));
    if (!marked) return;
    event.preventDefault();
    const [, margin = '', bullet, number, point = '', quote, space = ' ', words] = marked;
    const mark = bullet ?? quote ?? `${Number(number) + 1}${point}`;
    if (words?.trim()) insert(text, `\n${margin}${mark}${space}`, at, at);
    else insert(text, '', from, at);
  });
}
