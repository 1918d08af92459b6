/** From the question to the yearly update (comparison.md §2.2), in order. */
export const STEPS = [
  ...(['agree', 'questionnaire', 'discussion', 'drafts', 'comments', 'sign_off', 'check'] as const),
  ...(['synthesis', 'translation', 'publication', 'update'] as const),
];
export type Step = (typeof STEPS)[number];

/** Each country takes these for itself. */
const NATIONAL: ReadonlySet<Step> = new Set([
  ...(['questionnaire', 'discussion', 'drafts', 'comments', 'sign_off', 'check'] as const),
]);

export const isNational = (step: Step): boolean => NATIONAL.has(step);

/** How many days after the one before it a step is usually done. */
const DAYS: Record<Step, number> = {
  agree: 21,
  questionnaire: 21,
  discussion: 28,
  drafts: 21,
  comments: 14,
  sign_off: 14,
  check: 21,
  synthesis: 28,
  translation: 21,
  publication: 14,
  update: 365,
};

/** When each step would usually be done. @param start calendar date */
export function suggestedDays(start: string): Record<Step, string> {
  let day = new Date(`${start}T00:00:00Z`).getTime();
  const days = STEPS.map((step) => {
    day += DAYS[step] * 86_400_000;
    return [step, new Date(day).toISOString().slice(0, 10)] as const;
  });
  return Object.fromEntries(days) as Record<Step, string>;
}

/** One step, or one of a country. */
export interface StepPlace {
  step: Step;
  /** Empty: one for all. */
  country: string;
}
