import type { Wire } from '../../../src/translations/machine/marked/wire';
import { dice } from '../dice';

/** What a server does to the whole answer. */
export const WITH_ANSWERS = [
  ...([
    'delay',
    'repeat',
    'reorder',
    'drop',
    '429',
    '456',
    '500',
    'html',
    'half',
    'gigantic',
    'count',
  ] as const),
  'redirect',
] as const;
/** What it does to a text. */
export const WITH_TEXTS = [
  ...(['lost', 'moved', 'doubled', 'invented', 'crossed', 'case', 'spaces', 'script', 'entities'] as const),
  ...(['markdown', 'link', 'heading', 'control', 'numbers', 'echo', 'empty', 'filled'] as const),
] as const;

export type Mischief = (typeof WITH_ANSWERS)[number] | (typeof WITH_TEXTS)[number] | 'none';

const MARK = /<code id="x\d+" translate="no">X\d+<\/code>|<x id="\d+"\/>/g;
const TAGS_AND_WORDS = /<code id="x\d+" translate="no">X\d+<\/code>|<[^>]*>|&[a-z]+;|\p{L}{2,}/gu;

/** A machine that has learnt its language: every word gets an ending, all else stays. */
export const honestly = (text: string, to: string): string =>
  text.replace(TAGS_AND_WORDS, (found) => (/^[<&]/.test(found) ? found : `${found}${to}`));

/** Spoils a translated text in one way. What there is nothing to spoil in stays as it is. */
export function spoilt(text: string, how: Mischief, wire: Wire, roll: ReturnType<typeof dice>): string {
  const marks = text.match(MARK) ?? [];
  const mark = marks.length > 0 ? marks[roll(marks.length)]! : '';
  const words = text.search(/\p{L}{2,}/u);
  const insert = (addition: string) => text.slice(0, words) + addition + text.slice(words);
  const atom = (number: number) =>
    wire === 'xml' ? `<x id="${number}"/>` : `<code id="x${number}" translate="no">X${number}</code>`;
  switch (how) {
    case 'lost':
      return mark ? text.replace(mark, '') : text.replace(/<\/?[gb]\b[^>]*>/, '');
    case 'moved':
      return mark ? `${text.replace(mark, '')} ${mark}` : text;
    case 'doubled':
      return mark ? text.replace(mark, `${mark} ${mark}`) : text;
    case 'invented':
      return insert(atom(marks.length + 50));
    case 'crossed':
      return text.replace(
        /<([gb]) id="(g?\d+)">(.*?)<\/[gb]>/s,
        (_, tag: string, id: string, inner: string) => `</${tag}>${inner}<${tag} id="${id}">`,
      );
    case 'case':
      return text.replace(/<[^>]*>/g, (tag) => tag.toUpperCase());
    case 'spaces':
      return text.replace(/<(\/?)([a-z]+)([^>/]*)(\/?)>/g, '< $1 $2 $3 $4 >').replace(/id="/g, 'id = " ');
    case 'script':
      return insert('<script>alert(1)</script>');
    case 'entities':
      return insert('&lt;img src=x onerror=alert(1)&gt; ');
    case 'markdown':
      return insert('**bold** [click](javascript:alert(1)) `code` ');
    case 'link':
      return insert('https://evil.example/ ');
    case 'heading':
      return roll(2) ? `# ${text}` : `1. ${text}`;
    case 'control':
      return insert(['\u0000', '\u202E', '\uD800', '\u0007'][roll(4)]!);
    case 'numbers':
      return text.replace(/(?<!["\dxXg])\d{4}(?!\d)/, '1066');
    case 'echo':
      return text.replace(/(\p{L}{2,}?)(sv|sl|it|en)\b/gu, '$1');
    case 'empty':
      return roll(2) ? '' : '   ';
    case 'filled':
      return mark
        ? text.replace(
            mark,
            mark.startsWith('<x') ? mark.replace('/>', '>words</x>') : mark.replace(/X\d+</, 'words<'),
          )
        : text;
    default:
      return text;
  }
}
