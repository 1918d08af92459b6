import { z } from 'zod';
import { line, locale, prose } from '../../../core/http/text.schema';
import { renderedText } from '../../../core/http/rendered.schema';
import { STANDINGS } from '../../comparison-facts';
import { orNone } from '../value/answer.schema';
import { askedView } from '../work/answer-view.schema';

/** What one member answers to one statement, for herself. */
const response = z
  .strictObject({
    question: line(20).meta({ description: 'Code of the question: D1.1' }),
    standing: z.enum(STANDINGS).meta({ description: 'A score, don’t know, or not applicable' }),
    score: z.number().int().min(0).max(10).nullable().default(null).meta({ description: 'From 0 to 10' }),
    reason: orNone(prose(500)).default(null).meta({ description: 'Why; seen by nobody else' }),
  })
  .refine(({ standing, score }) => (standing === 'value') === (score !== null), {
    path: ['score'],
    message: 'errors:field.required',
  });

export const responsesInput = z
  .strictObject({
    locale: locale.meta({ description: 'Language of the reasons' }),
    responses: z.array(response).max(200),
  })
  .meta({ id: 'NewResponses' });
export type ResponsesInput = z.output<typeof responsesInput>;

/** The statements that a member is asked, with what she has answered: nobody else’s. */
export const responsesView = z
  .object({
    comparison: z.object({ slug: z.string(), title: renderedText }),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
    platform: z.object({ slug: z.string(), name: z.string(), locale: z.string() }),
    dimensions: z.array(
      z.object({
        code: z.string().meta({ description: 'D1 and so on' }),
        title: renderedText,
        questions: z.array(
          z.object({
            question: askedView,
            own: z
              .object({
                standing: z.enum(STANDINGS),
                score: z.number().nullable(),
                reason: z.string().nullable().meta({ description: 'Why' }),
              })
              .nullable()
              .meta({ description: 'What you have answered' }),
            locked: z.boolean().meta({ description: 'The answer has been signed off' }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'OwnResponses' });
export type ResponsesView = z.output<typeof responsesView>;
