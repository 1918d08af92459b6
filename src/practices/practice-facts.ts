/** What is chosen in a case and not written (good-practice §3). practice-words.ts has the words. */
export const COOPERATIONS = [
  'public_social',
  'public_profit',
  'profit_social',
  'all_three',
  'citizens',
] as const;
export type Cooperation = (typeof COOPERATIONS)[number];

/** How far it reaches. */
export const LEVELS = ['local', 'regional', 'national', 'eu'] as const;
export type Level = (typeof LEVELS)[number];

/** What the owner is to the practice. */
export const OWNER_ROLES = ['runs', 'coordinates', 'finances', 'initiated'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

/** Where the money comes from. */
export const MONEY_SOURCES = [
  ...(['eu', 'national', 'regional', 'municipal', 'foundation'] as const),
  ...(['own_income', 'members', 'private', 'volunteers'] as const),
];
export type MoneySource = (typeof MONEY_SOURCES)[number];

export const LICENCES = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0'] as const;
export type Licence = (typeof LICENCES)[number];

/** What somebody who takes part does. */
export const PARTS = ['decides', 'pays', 'delivers', 'benefits'] as const;
export type Part = (typeof PARTS)[number];

export const LINK_KINDS = ['page', 'document'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Where a case stands (good-practice §3.1). */
export const STATES = [
  ...(['draft', 'submitted', 'returned', 'review', 'accepted', 'promising', 'declined'] as const),
  ...(['editing', 'frozen', 'published', 'due', 'withdrawn'] as const),
];
export type PracticeState = (typeof STATES)[number];

/** What the reviewers made of it. */
export const RATINGS = ['good', 'promising'] as const;
export type Rating = (typeof RATINGS)[number];

/** Full years from its first day to its last one, or to today; `null` when it has not begun or nobody said when. */
export function yearsInPlace(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  today: string,
): number | null {
  const months = monthsInPlace({ startsOn, endsOn }, today);
  return months === null ? null : Math.floor(months / 12);
}

/** The same in full months: 12 are asked for at least, 24 for good practice (§3.2). */
export function monthsInPlace(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  today: string,
): number | null {
  const end = endsOn !== null && endsOn < today ? endsOn : today;
  if (startsOn === null || startsOn > end) return null;
  const [from, to] = [startsOn, end].map((day) => day.split('-').map(Number) as [number, number, number]);
  const whole = to![2] >= from![2] ? 0 : -1;
  return (to![0] - from![0]) * 12 + (to![1] - from![1]) + whole;
}
