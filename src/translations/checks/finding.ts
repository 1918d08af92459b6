import type { Locale } from '../../core/i18n/locales';
import type { TextString } from '../../core/texts/text-kind';

/** What a translation is held against. */
export interface Checked {
  source: string;
  text: string;
  from: Locale;
  to: Locale;
  form: TextString['form'];
  /** A row of a table, a heading and so on; see `SegmentKind`. */
  kind: string;
}

export const FINDINGS = [
  ...(['placeholder', 'footnote', 'code', 'mention', 'link', 'cells', 'markup', 'number'] as const),
  ...(['number_format', 'untranslated', 'ending', 'spaces', 'quotes', 'forbidden_term', 'term'] as const),
] as const;

export type FindingKind = (typeof FINDINGS)[number];

/** Something that a translator should look at. What would break the text cannot be saved. */
export interface Finding {
  kind: FindingKind;
  severity: 'error' | 'warning';
  /** What is meant: the number, the address, the term as it should be. */
  value: string;
}

export const error = (kind: FindingKind, value: string): Finding => ({ kind, severity: 'error', value });
export const warning = (kind: FindingKind, value = ''): Finding => ({ kind, severity: 'warning', value });

/** What one list has and the other lacks; what is there twice counts twice. */
export function lacking(wanted: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  return wanted.filter((each) => {
    const place = left.indexOf(each);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}
