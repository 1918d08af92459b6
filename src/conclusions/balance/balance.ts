/** Fewer people than this are never counted apart from others. */
export const FEWEST = 3;

/** How many of one group, country or language; `of` null: all that are too few to be told apart. */
export interface Share {
  of: string | null;
  count: number;
}

/** Null: too few people, or too few of a kind, to tell anything. */
export interface Shares {
  people: number | null;
  groups: Share[] | null;
  countries: Share[] | null;
  languages: Share[] | null;
}

/** Who spoke and who agreed, in numbers that tell of nobody. */
export interface Balance {
  spoke: Shares;
  agreed: Shares;
}

/** One person, as far as balance is concerned; '' for what is not known. */
export interface Counted {
  group: string;
  country: string;
  language: string;
}

export const sharesOf = (people: readonly Counted[]): Shares => ({
  people: people.length >= FEWEST ? people.length : null,
  groups: shares(people.map(({ group }) => group)),
  countries: shares(people.map(({ country }) => country)),
  languages: shares(people.map(({ language }) => language)),
});

/**
 * Largest first. What is too small becomes "others", with as many of the larger ones as it takes for nobody to be found
 * out by subtraction; when everything would be "others", nothing is told.
 */
export function shares(kinds: readonly string[]): Share[] | null {
  if (kinds.length < FEWEST) return null;
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const all = [...counts].map(([of, count]) => ({ of, count })).sort(largestFirst);
  const told = all.filter(({ count }) => count >= FEWEST);
  let others = kinds.length - sum(told);
  while (others > 0 && others < FEWEST && told.length > 0) others += told.pop()!.count;
  if (told.length === 0) return null;
  return others > 0 ? [...told, { of: null, count: others }] : told;
}

const sum = (shares: readonly { count: number }[]): number =>
  shares.reduce((total, { count }) => total + count, 0);

const largestFirst = (a: { of: string; count: number }, b: { of: string; count: number }): number =>
  b.count - a.count || a.of.localeCompare(b.of);

/** The one that is more than half of all, when there is one and it is known. */
export function carrying({ people, groups }: Shares): string | null {
  const [first] = groups ?? [];
  return people !== null && first?.of && first.count * 2 > people ? first.of : null;
}
