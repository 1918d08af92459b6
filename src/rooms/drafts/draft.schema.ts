import { z } from 'zod';
import { line, locale, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { POST_LIMIT } from '../posts/post.schema';
import { TITLE_LIMIT } from '../threads/thread.schema';

export const newDraft = z.strictObject({
  title: line(TITLE_LIMIT, 0).default('').meta({ description: 'Of a thread that is to be opened' }),
  body: prose(POST_LIMIT, 0).meta({ description: 'Markdown; nothing: there is no draft any more' }),
  locale,
  replyToId: z
    .union([z.guid(), z.literal('')])
    .optional()
    .transform((value) => value || null)
    .meta({ description: 'The post of the same thread that this answers' }),
});

export type NewDraft = z.output<typeof newDraft>;

export const draftView = z
  .object({
    title: z.string(),
    body: z.string(),
    locale: z.enum(LOCALES),
    replyTo: z
      .object({ id: z.guid(), number: z.number().int(), author: z.string() })
      .nullable()
      .meta({ description: 'The post that it answers, while its words are shown' }),
    savedAt: z.iso.datetime(),
  })
  .meta({ id: 'Draft' });

export type DraftView = z.infer<typeof draftView>;

export const keptDraft = z
  .object({ draft: draftView.nullable().meta({ description: 'null: nothing is kept' }) })
  .meta({ id: 'KeptDraft' });
