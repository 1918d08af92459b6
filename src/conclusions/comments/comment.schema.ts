import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { orNone, visibleLine, visibleProse } from '../../practices/practice.schema';
import { COMMENT_LIMIT, STATEMENT_LIMIT } from '../conclusion-facts';

export const newComment = z
  .strictObject({
    body: orNone(visibleProse(COMMENT_LIMIT)).default(null).meta({ description: 'What you think of it' }),
    wording: orNone(visibleLine(STATEMENT_LIMIT))
      .default(null)
      .meta({ description: 'How the statement should read instead, in its own language' }),
    locale: locale.meta({ description: 'Language of the comment' }),
  })
  .refine(({ body, wording }) => body !== null || wording !== null, {
    path: ['body'],
    message: 'errors:field.required',
  });

export const commentView = z
  .object({
    id: z.guid(),
    author: z
      .object({ id: z.guid(), name: z.string() })
      .nullable()
      .meta({ description: 'Whose it is; null when the account is gone' }),
    body: z.string().nullable(),
    wording: z.string().nullable().meta({ description: 'How the statement should read instead' }),
    locale,
    revision: z.number().int().meta({ description: 'Revision of the conclusion that it speaks of' }),
    writtenAt: z.iso.datetime(),
    can: z.object({ withdraw: z.boolean() }),
  })
  .meta({ id: 'ConclusionComment' });

export type NewComment = z.output<typeof newComment>;
export type CommentView = z.output<typeof commentView>;
