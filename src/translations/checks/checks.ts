import type { Checked, Finding } from './finding';
import { checkKept, checkMarkup } from './marks';
import { checkNumbers } from './numbers';
import { checkEnding, checkQuotes, checkSpaces, checkUntranslated } from './wording';

/** What takes part in a publication and would break it. */
const BREAKING = [checkKept, checkMarkup];
const ALL = [...BREAKING, checkNumbers, checkUntranslated, checkEnding, checkSpaces, checkQuotes];

/** Everything that can be said about a translation without knowing what it means. */
export const check = (checked: Checked): Finding[] =>
  checked.text.trim() === '' ? [] : ALL.flatMap((each) => each(checked));

/** What must not be published. */
export const breaking = (checked: Checked): Finding[] =>
  checked.text.trim() === ''
    ? []
    : BREAKING.flatMap((each) => each(checked)).filter(({ severity }) => severity === 'error');
