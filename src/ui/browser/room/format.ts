type Change = (chosen: string) => { before: string; after: string; prefix?: string };

const CHANGES: Record<string, Change> = {
  bold: () => ({ before: '**', after: '**' }),
  italic: () => ({ before: '*', after: '*' }),
  link: (chosen) =>
    /^https?:\/\//.test(chosen) ? { before: '[](', after: ')' } : { before: '[', after: '](https://)' },
  list: () => ({ before: '', after: '', prefix: '- ' }),
  quote: () => ({ before: '', after: '', prefix: '> ' }),
};

/** Buttons that put the marks of Markdown round what is chosen. */
export function formatText(bar: HTMLElement, text: HTMLTextAreaElement): void {
  bar.hidden = false;
  bar.addEventListener('click', ({ target }) => {
    const name = (target as Element).closest<HTMLElement>('[data-format]')?.dataset['format'];
    const change = name ? CHANGES[name] : undefined;
    if (!change) return;
    apply(text, change);
    text.dispatchEvent(new Event('input'));
    text.focus();
  });
}

function apply(text: HTMLTextAreaElement, change: Change): void {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const chosen = value.slice(start, end);
  const { before, after, prefix } = change(chosen);
  if (prefix) {
    const from = value.lastIndexOf('\n', start - 1) + 1;
    const lines = value.slice(from, end).split('\n');
    text.setRangeText(lines.map((line) => prefix + line).join('\n'), from, end, 'end');
    return;
  }
  text.setRangeText(before + chosen + after, start, end, 'end');
  text.setSelectionRange(start + before.length, start + before.length + chosen.length);
}
