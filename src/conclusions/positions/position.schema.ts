import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { orNone, visibleProse } from '../../practices/practice.schema';
import { POSITIONS, REASON_LIMIT } from '../conclusion-facts';

export const newPosition = z
  .strictObject({
    position: z.enum(POSITIONS).meta({ description: 'accept: you can live with it' }),
    reason: orNone(visibleProse(REASON_LIMIT))
      .default(null)
      .meta({
        description: `Why; needed to disagree. At most ${REASON_LIMIT} characters as readers see them`,
      }),
    locale: locale.meta({
      description: 'Language of the reason, and the one that you follow the discussion in',
    }),
  })
  .refine(({ position, reason }) => position !== 'disagree' || reason !== null, {
    path: ['reason'],
    message: 'conclusions:problem.reason',
  });

export const positionView = z
  .object({
    person: z
      .object({ id: z.guid(), name: z.string() })
      .nullable()
      .meta({ description: 'Whose it is; null for visitors, and when the account is gone' }),
    position: z.enum(POSITIONS),
    reason: z.string().nullable(),
    locale,
    takenAt: z.iso.datetime().nullable().meta({ description: 'When; null where nobody is named' }),
  })
  .meta({ id: 'ConclusionPosition' });

export type NewPosition = z.output<typeof newPosition>;
export type PositionView = z.output<typeof positionView>;
