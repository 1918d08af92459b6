import type { Segment } from '../segment';
import { baseOf, type IncomingUnit } from './unit';

/** What an import would do with one block: the first four are done or need nothing, the others are refused. */
export const VERDICTS = [
  ...(['new', 'changed', 'outdated', 'same', 'untranslated'] as const),
  ...([
    'newer',
    'gone',
    'not_found',
    'not_allowed',
    'language',
    'too_long',
    'characters',
    'unsound',
    'markup',
    'stands',
    'invalid',
  ] as const),
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Those that write something. */
export const ACTS: readonly Verdict[] = ['new', 'changed', 'outdated'];
/** Those that leave everything as it is, and rightly so. */
export const RESTS: readonly Verdict[] = ['same', 'untranslated'];

/**
 * A file never replaces what somebody has made since it left: a translation of the original as it stands now, or one
 * whose words are others than those that went out. What was made from an older original lands as an outdated draft,
 * where it takes no better place.
 */
export function verdictOf({ source, base }: IncomingUnit, text: string | null, segment: Segment): Verdict {
  if (text === null) return 'untranslated';
  if (text === segment.text) return 'same';
  const current = segment.source === source;
  const upToDate = segment.madeFrom === segment.source;
  if (segment.text === null) return current ? 'new' : 'outdated';
  if (segment.origin!.startsWith('machine:')) return current ? 'changed' : upToDate ? 'newer' : 'outdated';
  const untouched = base === baseOf(segment.text);
  if (current) return untouched || base === undefined ? 'changed' : 'newer';
  return untouched && !upToDate ? 'outdated' : 'newer';
}
