/** One word of a text and where it stands there. */
export interface Word {
  /** As it is written, composed (NFC) and without soft hyphens. */
  word: string;
  start: number;
  end: number;
}

/**
 * Letters and digits with their marks. Hyphens and apostrophes part words (EU-projekt, dell'impresa), so that each part
 * is found; only the English genitive stays with its word (company's). Soft hyphens and joiners are within a word.
 */
const WORD = /[\p{L}\p{M}\p{N}](?:[\u00ad\u200c\u200d]*[\p{L}\p{M}\p{N}])*(?:['’]s(?![\p{L}\p{M}\p{N}]))?/gu;
const INVISIBLE = /[\u00ad\u200c\u200d]/g;
const MARKS = /\p{M}/gu;
const WITHOUT_MARKS: Record<string, string> = {
  ...{ ø: 'o', đ: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ð: 'd', þ: 'th' },
};

const [NONE, PLAIN, OTHER] = [0, 1, 2];
/** Letters and digits of the Latin alphabet, each in one form only. */
const LATIN = Uint8Array.from({ length: 0x300 }, (_, code) =>
  code === 0xad ? OTHER : /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? PLAIN : NONE,
);

/** What the character at a place has to do with words; `OTHER` is for the expression to tell. */
function kindAt(text: string, place: number): number {
  if (place >= text.length) return NONE;
  const code = text.charCodeAt(place);
  if (code < 0x300) return LATIN[code]!;
  const punctuation = code >= 0x2000 && code < 0x2070 && code !== 0x200c && code !== 0x200d;
  return punctuation ? NONE : OTHER;
}

/** What the expression finds, many times faster: it is only asked where something else than plain Latin stands. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (let start = 0; start < text.length;) {
    const kind = kindAt(text, start);
    if (kind === NONE) {
      start += 1;
      continue;
    }
    const word = (kind === PLAIN && plainWord(text, start)) || nextWord(text, start);
    if (!word) break;
    found.push(word);
    start = word.end;
  }
  return found;
}

function plainWord(text: string, start: number): Word | undefined {
  let end = start + 1;
  let kind = kindAt(text, end);
  while (kind === PLAIN) kind = kindAt(text, ++end);
  if (kind === OTHER) return undefined;
  if (text[end + 1] === 's' && (text[end] === "'" || text[end] === '’')) {
    const after = kindAt(text, end + 2);
    if (after === OTHER) return undefined;
    if (after === NONE) end += 2;
  }
  return { word: text.slice(start, end), start, end };
}

function nextWord(text: string, start: number): Word | undefined {
  WORD.lastIndex = start;
  const match = WORD.exec(text);
  if (!match) return undefined;
  const word = match[0].normalize('NFC').replace(INVISIBLE, '');
  return { word, start: match.index, end: match.index + match[0].length };
}

/** In lower case and without accents, as people type who lack the key: `Območje` → `obmocje`. */
export function fold(word: string): string {
  return lower(word)
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[øđłßæœıðþ]/g, (letter) => WITHOUT_MARKS[letter]!);
}

/** In lower case, composed, without what an apostrophe hangs on: company's, dell'impresa. */
export function lower(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]s$/, '')
    .replace(/^\p{L}{1,7}['’](?=\p{L})/u, '');
}
