import { warning, type Checked, type Finding } from './finding';

const WORDS = /\p{L}+/gu;
/** Addresses, code and names of people are the same in every language. */
const SAME_EVERYWHERE = /`[^`]*`|(?:https?:\/\/|mailto:|@)\S+|\{\{[^{}]*\}\}/g;

/** Somebody has only copied the original. */
export function checkUntranslated({ source, text }: Checked): Finding[] {
  if (source.trim() !== text.trim()) return [];
  const words = source.replace(SAME_EVERYWHERE, ' ').match(WORDS) ?? [];
  const ordinary = words.filter((word) => word.length > 1 && word === word.toLowerCase());
  return words.length > 1 && ordinary.length > 0 ? [warning('untranslated')] : [];
}

const ENDING = /[.?!:…](?=["'”»“’)\]*_]*$)/u;

/** A question stays a question. */
export function checkEnding({ source, text }: Checked): Finding[] {
  const [wanted, given] = [source, text].map((each) => ENDING.exec(each.trim())?.[0]);
  return wanted === given ? [] : [warning('ending', wanted ?? given!)];
}

/** Twice a space, or one before a mark that has none in any of the hub's languages but French. */
const STRAY_SPACE = /\S {2,}\S|[\p{L}\p{N}] [,;!?](?=\s|$)|[\p{L}\p{N}] \.(?=\s|$)/u;

export function checkSpaces({ source, text, to }: Checked): Finding[] {
  const found = to === 'fr' ? /\S {2,}\S/.exec(text) : STRAY_SPACE.exec(text);
  return found && !STRAY_SPACE.test(source) ? [warning('spaces', found[0])] : [];
}

/** How a language quotes (ui-terms §1). */
const QUOTES: Record<string, string> = { sv: '”…”', sl: '»…«', it: '«…»', en: '“…”', de: '„…“' };

export function checkQuotes({ source, text, to }: Checked): Finding[] {
  const straight = (words: string) => /"/.test(words.replace(SAME_EVERYWHERE, ' '));
  const own = QUOTES[to];
  return own && straight(text) && !straight(source) ? [warning('quotes', own)] : [];
}
