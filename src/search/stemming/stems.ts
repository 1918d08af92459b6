import { english } from './english';
import { italian } from './italian';
import { slovenian } from './slovenian';
import { swedish } from './swedish';
import { remembered } from './remembered';
import { fold, lower } from './words';

/** What each language knows about its own forms. A language without rules is searched by its words as they are. */
const RULES = new Map([
  ['en', english],
  ['it', italian],
  ['sl', slovenian],
  ['sv', swedish],
]);

/**
 * What a word may be a form of, in this language: never empty, often two or three, because a form alone seldom tells
 * (`člana` may be of `član` or of `člana`). Two words are forms of the same one when they have a stem in common.
 */
export const stems = remembered((word, locale) => {
  const plain = lower(word);
  const rules = RULES.get(locale);
  if (!rules) return [fold(plain)];
  return /^\p{L}{2,40}$/u.test(plain) ? rules(plain) : [plain];
});

/** The likeliest one of them. */
export function stem(word: string, locale: string): string {
  return stems(word, locale)[0]!;
}
