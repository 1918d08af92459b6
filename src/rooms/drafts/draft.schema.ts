import { z } from 'zod';
import { line, locale, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { POST_LIMIT } from '../posts/post.schema';
import { TITLE_LIMIT } from '../threads/thread.schema';

const base = z.coerce.number().int().min(0).max(2_147_483_647).optional();

export const droppedDraft = z.strictObject({
  baseRevision: base.meta({
    description: 'Throws away nothing but this revision; without it, whatever is kept',
  }),
});

export const newDraft = z.strictObject({
  title: line(TITLE_LIMIT, 0).default('').meta({ description: 'Of a thread that is to be opened' }),
  body: prose(POST_LIMIT, 0).meta({ description: 'Markdown; nothing: there is no draft any more' }),
  locale,
  replyToId: z
    .union([z.guid(), z.literal('')])
    .optional()
    .transform((value) => value || null)
    .meta({ description: 'The post of the same thread that this answers' }),
  baseRevision: base.meta({
    description:
      'The revision that this goes on from, 0 for none; without it, it takes the place of whatever is kept',
  }),
});

export type NewDraft = z.output<typeof newDraft>;

export const draftView = z
  .object({
    revision: z.number().int(),
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
