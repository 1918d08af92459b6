import { z } from 'zod';
import { COOPERATIONS, LEVELS, LICENCES, MONEY_SOURCES, OWNER_ROLES } from '../practice-facts';
import { THEMES } from '../../directory/themes';
import type { Practice } from '../practice.entity';
import { ofRevision, practiceFields, type PracticeField } from '../practice.schema';
import { plain } from '../../partnerships/amount';
import type { Step } from './steps';

/** What can be ticked or chosen, by field. */
export const CHOICES = {
  cooperations: COOPERATIONS,
  themes: THEMES,
  moneySources: MONEY_SOURCES,
  ownerRole: OWNER_ROLES,
  level: LEVELS,
  licence: LICENCES,
} as const;

export type TickedField = 'cooperations' | 'themes' | 'moneySources';

/** The name of one box of a field. */
export const boxName = (field: TickedField, value: string): string => `${field}_${value}`;

/** A form sends one box per tick; what is no such box is left, and refused as unknown. */
function gathered(step: Step) {
  const ticked = step.fields.filter(({ as }) => as === 'ticks').map(({ name }) => name as TickedField);
  const boxes = new Set(ticked.flatMap((name) => CHOICES[name].map((value) => boxName(name, value))));
  return (form: unknown): unknown => {
    const typed = (form ?? {}) as Record<string, unknown>;
    const single = step.fields
      .filter(({ as }) => as === 'tick')
      .map(({ name }) => [name, typed[name] === 'true']);
    const several = ticked.map((name) => [
      name,
      CHOICES[name].filter((value) => typed[boxName(name, value)] === 'true'),
    ]);
    const others = Object.entries(typed).filter(([name]) => !boxes.has(name));
    return Object.fromEntries([...others, ...single, ...several]);
  };
}

/** What the form of one step sends. */
export function stepForm(step: Step) {
  const fields = Object.fromEntries(step.fields.map(({ name }) => [name, practiceFields[name]]));
  const shape = fields as Partial<typeof practiceFields>;
  return z.preprocess(gathered(step), z.strictObject({ ...shape, ...ofRevision }));
}

/** A step as a form shows it. */
export function typedStep(row: Practice, step: Step): Record<string, string> {
  const values = step.fields.flatMap(({ name, as }) => {
    const value = row[name];
    if (as === 'ticks')
      return (value as string[]).map((each) => [boxName(name as TickedField, each), 'true']);
    return [[name, typedValue(name, value as string | number | boolean | null)]];
  });
  return { ...(Object.fromEntries(values) as Record<string, string>), revision: String(row.revision) };
}

const AMOUNTS = new Set<PracticeField>(['setupAmount', 'runningAmount', 'setupFte', 'runningFte']);

function typedValue(name: PracticeField, value: string | number | boolean | null): string {
  if (value === null || value === false) return '';
  return AMOUNTS.has(name) ? plain(String(value)) : String(value);
}
