import type { FieldProblem } from '../../core/errors/refusal';
import { FEWEST_OPTIONS, LONGEST, MOST_OPTIONS, type PollKind } from './poll-facts';

interface Asked {
  kind: PollKind;
  options: string[];
  most: number | null;
  closesAt: string | null;
}

/** Two answers that look the same are the same. */
const looks = (label: string): string => label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** What is wrong with a poll as a whole, at the fields where it can be mended. */
export function faultsOf({ kind, options, most, closesAt }: Asked): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const check = (wrong: boolean, path: string, key: FieldProblem['key']) =>
    wrong && faults.push({ path, key });
  if (kind === 'sense_check') check(options.length > 0, 'options', 'rooms:poll.wrong.options_given');
  else {
    check(
      options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS,
      'options',
      'rooms:poll.wrong.number',
    );
    check(new Set(options.map(looks)).size < options.length, 'options', 'rooms:poll.wrong.alike');
  }
  check(
    most !== null && (kind !== 'multiple' || most < 2 || most > options.length),
    'most',
    'rooms:poll.wrong.most',
  );
  return [...faults, ...faultsOfTime(closesAt)];
}

/** What is wrong with the time at which a poll is to close. */
export function faultsOfTime(closesAt: string | null): FieldProblem[] {
  if (closesAt === null) return [];
  const left = Date.parse(closesAt) - Date.now();
  if (!(left > 0)) return [{ path: 'closesAt', key: 'rooms:poll.wrong.past' }];
  return left > LONGEST ? [{ path: 'closesAt', key: 'rooms:poll.wrong.far' }] : [];
}
