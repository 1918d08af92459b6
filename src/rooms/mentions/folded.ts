/** Letters that Unicode does not take apart into a plain one and a mark; as `unaccent` writes them. */
const PLAIN: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŧ: 't', ŋ: 'n' },
  ...{ '’': "'", '‘': "'", '\u00a0': ' ', '\u202f': ' ', '\t': ' ' },
};

export interface Folded {
  text: string;
  /** Where each letter of it, and what follows the last one, stands in the text as it was written. */
  places: number[];
}

/** A text without case, accents and doubled spaces, so that names are found however they are typed. */
export function folded(text: string): Folded {
  let plain = '';
  let place = 0;
  const places: number[] = [];
  for (const letter of text) {
    for (const part of fold(letter)) {
      if (part === ' ' && plain.endsWith(' ')) continue;
      plain += part;
      places.push(place);
    }
    place += letter.length;
  }
  return { text: plain, places: [...places, text.length] };
}

const ASCII = /^[ -~]*$/;

export const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : [...text.normalize('NFD').toLowerCase()]
        .filter((letter) => !/\p{M}/u.test(letter))
        .map((letter) => PLAIN[letter] ?? letter)
        .join('');
