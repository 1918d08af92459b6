import { isMarkdown } from '../../core/texts/text-kind';
import { error, lacking, warning, type Checked, type Finding, type FindingKind } from './finding';

/** `{{name}}`, `{name}`, `%s`, `%{name}`: filled in by a program. */
const PLACEHOLDER = /\{\{[^{}]{1,60}\}\}|%?\{\w{1,60}\}|%\d*\$?[sd]\b/g;
const FOOTNOTE = /\[\^[^\s\]]{1,60}\]/g;
const CODE = /(?<!`)(`{1,9})(?!`)((?:(?!\1).){1,2000}?)(?<!`)\1(?!`)/gs;
const MENTION = /(?<![\p{L}\p{N}@./])@[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu;
const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"'()[\]]{1,2000}|(?<=\]\()[^\s<>()]{1,2000}/g;

/** What stays as it is in every language. */
const KEPT: { kind: FindingKind; pattern: RegExp; found: typeof error }[] = [
  { kind: 'placeholder', pattern: PLACEHOLDER, found: error },
  { kind: 'footnote', pattern: FOOTNOTE, found: error },
  { kind: 'code', pattern: CODE, found: error },
  { kind: 'mention', pattern: MENTION, found: warning },
  { kind: 'link', pattern: ADDRESS, found: warning },
];

export function checkKept({ source, text, form }: Checked): Finding[] {
  const kept = KEPT.filter(({ kind }) => isMarkdown(form) || (kind !== 'footnote' && kind !== 'code'));
  return kept.flatMap(({ kind, pattern, found }) => {
    const [wanted, given] = [all(source, pattern), all(text, pattern)];
    const changed = [...lacking(wanted, given), ...(found === error ? lacking(given, wanted) : [])];
    return [...new Set(changed)].map((value) => found(kind, value));
  });
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([whole]) => whole.replace(/[.,;:!?]+$/, ''));

/** Marks that begin and end: bold, italic, struck out. */
const EMPHASIS = /(?<![\\*])\*{1,3}(?!\s)|(?<![\\\p{L}\p{N}_])_{1,3}(?=\S)|~~/gu;

/** Markdown that reads as marks in one language and does not in the other. */
export function checkMarkup({ source, text, form, kind }: Checked): Finding[] {
  if (!isMarkdown(form)) return [];
  const [original, translation] = [withoutCode(source), withoutCode(text)];
  const findings: Finding[] = [];
  if (kind === 'row' && pipes(source) !== pipes(text))
    findings.push(error('cells', String(pipes(source) + 1)));
  if (isTorn(translation) && !isTorn(original)) findings.push(error('markup', '[ ]( )'));
  if (odd(text, /`/g) && !odd(source, /`/g)) findings.push(error('markup', '`'));
  const [wanted, given] = [marks(original), marks(translation)];
  if (wanted !== given && findings.length === 0) findings.push(warning('markup', '**'));
  return findings;
}

const withoutCode = (text: string): string => text.replace(CODE, ' ');
const pipes = (row: string): number => (row.match(/(?<!\\)\|/g) ?? []).length;
const marks = (text: string): boolean => (text.match(EMPHASIS) ?? []).length > 0;
const odd = (text: string, mark: RegExp): boolean => (text.match(mark) ?? []).length % 2 === 1;

/** A link that begins and does not end. */
const isTorn = (text: string): boolean =>
  /\]\((?![^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+["'(][^\n]{0,500}?["')])?\s*\))/.test(text);
