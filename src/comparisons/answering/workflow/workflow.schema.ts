import { z } from 'zod';
import { baseRevision, locale, prose } from '../../../core/http/text.schema';
import { day, orNone } from '../value/answer.schema';

/** What another country is asked about an answer (comparison.md §2.2). */
export const CHECKS = ['understandable', 'comparable', 'sourced'] as const;
export type CheckName = (typeof CHECKS)[number];

export const presentation = z
  .strictObject({ until: day.meta({ description: 'Members may comment until the end of that day' }) })
  .meta({ id: 'AnswerPresentation' });

export const signingOff = z
  .strictObject({ revision: baseRevision.meta({ description: 'The revision that is signed off' }) })
  .meta({ id: 'AnswerSigningOff' });

export const reasoned = z
  .strictObject({
    reason: prose(1000).meta({ description: 'Why; shown with the move' }),
    locale: locale.meta({ description: 'Language of the reason' }),
  })
  .meta({ id: 'ReasonedMove' });
export type Reasoned = z.output<typeof reasoned>;

export const comment = z
  .strictObject({ text: prose(2000), locale: locale.meta({ description: 'Language of the comment' }) })
  .meta({ id: 'NewAnswerComment' });
export type NewComment = z.output<typeof comment>;

const verdicts = Object.fromEntries(
  CHECKS.flatMap((name) => [
    [name, z.boolean().meta({ description: 'Yes or no' })],
    [
      `${name}Remark`,
      orNone(prose(1000)).default(null).meta({ description: 'Why not; asked for with a no' }),
    ],
  ]),
) as Record<CheckName, z.ZodBoolean> &
  Record<`${CheckName}Remark`, z.ZodDefault<ReturnType<typeof orNone<ReturnType<typeof prose>>>>>;

/** A no without a reason helps nobody. */
export const peerCheck = z
  .strictObject({
    ...verdicts,
    version: z.coerce
      .number()
      .int()
      .min(1)
      .max(2_147_483_647)
      .meta({ description: 'The signed version that was looked at' }),
    locale: locale.meta({ description: 'Language of the remarks' }),
  })
  .superRefine((said, context) => {
    for (const name of CHECKS)
      if (!said[name] && said[`${name}Remark`] === null)
        context.addIssue({ code: 'custom', path: [`${name}Remark`], message: 'errors:field.required' });
  })
  .meta({ id: 'AnswerCheck' });
export type PeerCheck = z.output<typeof peerCheck>;
