import type { PracticeField } from '../practice.schema';
import type { ListName } from '../rows/practice-row.schema';

/** How a field is asked for. */
type Asked = 'line' | 'prose' | 'choice' | 'ticks' | 'tick' | 'date' | 'amount' | 'number' | 'code' | 'email';

export interface StepField {
  name: PracticeField;
  as: Asked;
  /** A case may be submitted without it. */
  optional?: true;
}

interface Step {
  name: StepName;
  fields: readonly StepField[];
  list?: { name: ListName; optional?: true };
}

export const STEP_NAMES = [
  ...(['what', 'owner', 'place', 'problem', 'people', 'resources'] as const),
  ...(['results', 'lessons', 'transfer', 'horizontal', 'more'] as const),
];
export type StepName = (typeof STEP_NAMES)[number];

const prose = (name: PracticeField, optional?: true): StepField => ({
  name,
  as: 'prose',
  ...(optional && { optional }),
});

/** The form of a case, step by step: each is saved by itself, in any order. */
export const STEPS: readonly Step[] = [
  {
    name: 'what',
    fields: [
      { name: 'title', as: 'line' },
      { name: 'strapline', as: 'line' },
      { name: 'cooperations', as: 'ticks' },
      { name: 'themes', as: 'ticks' },
      { name: 'licence', as: 'choice' },
    ],
  },
  {
    name: 'owner',
    fields: [
      { name: 'ownerOrganisationId', as: 'choice' },
      { name: 'ownerRole', as: 'choice' },
      { name: 'ownerConsentAt', as: 'date' },
      { name: 'contact', as: 'email' },
    ],
  },
  {
    name: 'place',
    fields: [
      { name: 'country', as: 'choice' },
      { name: 'nuts', as: 'code' },
      { name: 'region', as: 'line' },
      { name: 'municipality', as: 'line' },
      { name: 'level', as: 'choice' },
      { name: 'startsOn', as: 'date' },
      { name: 'ongoing', as: 'tick' },
      { name: 'endsOn', as: 'date' },
    ],
  },
  { name: 'problem', fields: [prose('problem'), prose('solution')] },
  { name: 'people', fields: [prose('participation')], list: { name: 'actors' } },
  {
    name: 'resources',
    fields: [
      prose('resources'),
      { name: 'currency', as: 'code' },
      { name: 'moneyYear', as: 'number' },
      { name: 'setupAmount', as: 'amount' },
      { name: 'setupFte', as: 'amount' },
      { name: 'runningAmount', as: 'amount' },
      { name: 'runningFte', as: 'amount' },
      { name: 'moneySources', as: 'ticks' },
    ],
  },
  { name: 'results', fields: [prose('evidence')], list: { name: 'results' } },
  { name: 'lessons', fields: [prose('difficulties'), prose('sustainability'), prose('law', true)] },
  {
    name: 'transfer',
    fields: [prose('conditions'), prose('adaptable'), prose('essential'), prose('beginning')],
  },
  {
    name: 'horizontal',
    fields: [prose('equality'), prose('environment'), prose('integration'), prose('health')],
  },
  {
    name: 'more',
    fields: [
      prose('quote', true),
      { name: 'quotedPerson', as: 'line', optional: true },
      { name: 'speaker', as: 'line', optional: true },
      { name: 'quoteConsent', as: 'tick', optional: true },
    ],
    list: { name: 'links', optional: true },
  },
];

export const stepNamed = (name: StepName): Step => STEPS.find((step) => step.name === name)!;
export type { Step };
