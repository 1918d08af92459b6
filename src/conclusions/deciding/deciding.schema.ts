import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';
import { orNone } from '../../practices/practice.schema';
import { LONGEST, SHORTEST } from '../conclusion-facts';

const DAY = 86_400_000;

/** The end of a calendar day, wherever it ends last in the countries of the hub. */
const endOf = (day: string): Date => new Date(`${day}T22:00:00Z`);

const within = (value: Date): boolean => {
  const days = (value.getTime() - Date.now()) / DAY;
  return days >= SHORTEST - 1 && days <= LONGEST + 1 && value > new Date();
};

export const opening = z.strictObject({
  until: z.iso
    .date('errors:field.date')
    .refine((day) => within(endOf(day)), 'conclusions:problem.until')
    .meta({
      description: `Last day on which members can take a position, from tomorrow to ${LONGEST} days ahead; it ends at 22:00 UTC`,
    })
    .transform(endOf),
});

const reason = prose(1000).meta({ description: 'Why; everybody who sees the conclusion reads it' });

export const adoption = z.strictObject({
  early: orNone(prose(1000)).default(null).meta({
    description: 'Why it is adopted before the time is over; needed unless everyone has taken a position',
  }),
  locale: locale.optional().meta({ description: 'Language of the reason' }),
});

export const reasoned = z.strictObject({ reason, locale });

export const maybeReasoned = z.strictObject({
  reason: orNone(prose(1000)).default(null).meta({ description: 'Why' }),
  locale: locale.optional().meta({ description: 'Language of the reason' }),
});

export const replacement = z.strictObject({
  by: z
    .guid('errors:field.choice')
    .meta({ description: 'Adopted conclusion of the same room that takes its place' }),
});

export const audience = z.strictObject({
  everyone: z
    .boolean()
    .meta({ description: 'Whether everyone reads it although its room is closed to them' }),
});

/** A tick is sent only when it is set. */
export const audienceForm = z
  .strictObject({ everyone: z.enum(['true', 'false']) })
  .transform(({ everyone }) => ({ everyone: everyone === 'true' }));

export type Opening = z.output<typeof opening>;
export type Adoption = z.output<typeof adoption>;
export type Reasoned = z.output<typeof reasoned>;
export type MaybeReasoned = z.output<typeof maybeReasoned>;
