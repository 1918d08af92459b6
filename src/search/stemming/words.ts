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

export function words(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    word: match[0].normalize('NFC').replace(INVISIBLE, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
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
