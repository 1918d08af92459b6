import { insert } from './insert';

interface Marks {
  before: string;
  after: string;
}

const INLINE: Record<string, (chosen: string) => Marks> = {
  bold: () => ({ before: '**', after: '**' }),
  italic: () => ({ before: '*', after: '*' }),
  code: (chosen) =>
    chosen.includes('\n') ? { before: '```\n', after: '\n```' } : { before: '`', after: '`' },
  link: (chosen) =>
    /^https?:\/\//.test(chosen) ? { before: '[](', after: ')' } : { before: '[', after: '](https://)' },
};
const PREFIXES: Record<string, string> = { list: '- ', quote: '> ' };

/** By the key with Ctrl or ⌘, whatever else is held; digits by their place on the keyboard, with Shift. */
const KEYS: Record<string, string> = { b: 'bold', i: 'italic', k: 'link', e: 'code' };
const PLACES: Record<string, string> = { Digit8: 'list', Digit9: 'quote' };

/** Buttons and keys that put the marks of Markdown round what is chosen, or take them away. */
export function formatText(bar: HTMLElement, text: HTMLTextAreaElement, before: () => void): void {
  bar.hidden = false;
  rove(bar);
  sayKeys(bar);
  const format = (name: string) => {
    before();
    apply(text, name);
    text.focus();
  };
  bar.addEventListener('click', ({ target }) => {
    const name = (target as Element).closest<HTMLElement>('[data-format]')?.dataset['format'];
    if (name) format(name);
  });
  text.addEventListener('keydown', (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, key, code } = event;
    if (ctrlKey === metaKey || altKey) return;
    const name = shiftKey && PLACES[code] ? PLACES[code] : KEYS[key.toLowerCase()];
    if (!name) return;
    event.preventDefault();
    format(name);
  });
}

/** The tool bar is one stop for the Tab key; inside it arrows lead on. */
function rove(bar: HTMLElement): void {
  const buttons = [...bar.querySelectorAll('button')];
  const stop = (place: number) => buttons.forEach((each, at) => (each.tabIndex = at === place ? 0 : -1));
  stop(0);
  bar.addEventListener('focusin', ({ target }) => stop(buttons.indexOf(target as HTMLButtonElement)));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)!.focus();
  });
}

function sayKeys(bar: HTMLElement): void {
  if (!/Mac|iPhone|iPad/.test(navigator.userAgent)) return;
  for (const button of bar.querySelectorAll('button')) button.title = button.title.replace('Ctrl+', '⌘');
}

function apply(text: HTMLTextAreaElement, name: string): void {
  const prefix = PREFIXES[name];
  if (prefix) return applyToLines(text, prefix);
  const { selectionStart: start, selectionEnd: end, value } = text;
  const chosen = value.slice(start, end);
  const { before, after } = INLINE[name]!(chosen);
  const around = value.slice(start - before.length, start) === before && value.startsWith(after, end);
  if (around && name !== 'link') {
    insert(text, chosen, start - before.length, end + after.length);
    return text.setSelectionRange(start - before.length, end - before.length);
  }
  insert(text, before + chosen + after, start, end);
  text.setSelectionRange(start + before.length, end + before.length);
}

/** Every line that something of is chosen. */
function applyToLines(text: HTMLTextAreaElement, prefix: string): void {
  const { selectionStart, selectionEnd: end, value } = text;
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const lines = value.slice(from, end).split('\n');
  const has = lines.every((line) => line.startsWith(prefix));
  insert(text, lines.map((line) => (has ? line.slice(prefix.length) : prefix + line)).join('\n'), from, end);
}
