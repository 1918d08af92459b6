import type { DataAnswer, DataQuestion } from '../comparison-data';

/** `null`: not given; `suppressed`: too few persons to be shown. */
export type ShownCount = string | null | 'suppressed';

export interface ShownCounts {
  number: ShownCount;
  women: ShownCount;
  men: ShownCount;
  notStated: ShownCount;
}

const PARTS = ['women', 'men', 'notStated'] as const;
type Part = (typeof PARTS)[number];

/** Person counts from 1 to this are not shown (comparison.md §4). */
const FEW = 4;

const isFew = (count: string | null): boolean => count !== null && Number(count) > 0 && Number(count) <= FEW;

/**
 * The numbers of an answer as everyone may see them: counts of one to four persons are left out, and with them as many
 * others as it takes so that nobody gets them back by subtraction from the total.
 */
export function shownCounts(
  { unit, unitMultiplier }: Pick<DataQuestion, 'unit' | 'unitMultiplier'>,
  { number, women, men, notStated }: Pick<DataAnswer, 'number' | 'women' | 'men' | 'notStated'>,
): ShownCounts {
  const given = { number, women, men, notStated };
  if (unit !== 'PS' || unitMultiplier !== 0) return given;
  const hidden = new Set<Part>(PARTS.filter((part) => isFew(given[part])));
  let total = isFew(number);
  const rest = PARTS.filter((part) => !hidden.has(part) && Number(given[part] ?? 0) > 0);
  rest.sort((a, b) => Number(given[a]) - Number(given[b]));
  while (!total && hidden.size > 0 && number !== null && canBeTold(given, hidden)) {
    const next = rest.shift();
    if (next) hidden.add(next);
    else total = true;
  }
  const shown = (part: Part): ShownCount => (hidden.has(part) ? 'suppressed' : given[part]);
  return {
    number: total ? 'suppressed' : number,
    ...{ women: shown('women'), men: shown('men'), notStated: shown('notStated') },
  };
}

/** One that is missing is what remains of the total; several are told when only ones remain. Noughts are shown. */
function canBeTold(given: Record<Part | 'number', string | null>, hidden: ReadonlySet<Part>): boolean {
  if (hidden.size === 1) return true;
  const shown = PARTS.filter((part) => !hidden.has(part)).reduce(
    (sum, part) => sum + Number(given[part] ?? 0),
    0,
  );
  return Number(given.number) - shown <= hidden.size;
}
