import { z } from 'zod';
import { locale } from '../../core/http/text.schema';
import { TRANSLATION_STATUSES } from '../../core/database/translation';
import { kindName } from '../translation.schema';

export const TODO = ['todo', 'missing', 'outdated', 'in_review', 'machine', 'draft', 'reports'] as const;
export type Todo = (typeof TODO)[number];

/** What an address asks for; what it asks wrongly is not asked. */
export const worklistQuery = z.object({
  language: locale.optional().catch(undefined),
  state: z.enum(TODO).catch('todo'),
  kind: kindName.optional().catch(undefined),
  partnership: z.guid().optional().catch(undefined),
  who: z.enum(['all', 'me', 'nobody']).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type WorklistQuery = z.output<typeof worklistQuery>;

export const worklistRow = z
  .object({
    kind: z.string(),
    id: z.guid(),
    title: z.string(),
    titleLocale: z.string().meta({ description: 'Language of the title' }),
    originalLocale: z.string(),
    locale: z.string(),
    state: z.enum(['missing', 'outdated', ...TRANSLATION_STATUSES]),
    waiting: z
      .number()
      .int()
      .meta({ description: 'Readers of the language at the place that it belongs to' }),
    reports: z
      .number()
      .int()
      .meta({ description: 'Reports and proposals of readers that wait for an answer' }),
    missing: z
      .number()
      .int()
      .meta({ description: 'Segments that have no translation, as far as it is taken apart' }),
    outdated: z.number().int().meta({ description: 'Segments whose original has changed' }),
    assignee: z.object({ id: z.guid(), name: z.string() }).nullable(),
    dueOn: z.iso.date().nullable(),
  })
  .meta({ id: 'TranslationTask' });
export type WorklistRow = z.infer<typeof worklistRow>;

export const worklistView = z.object({
  language: z.string(),
  rows: z.array(worklistRow),
  counts: z.record(z.enum(TODO), z.number().int()),
  page: z.number().int(),
  pages: z.number().int(),
});
export type WorklistView = z.infer<typeof worklistView>;

const day = z.iso.date('errors:field.date');

export const taskInput = z.strictObject({
  personId: z
    .guid('errors:field.choice')
    .nullable()
    .meta({ description: 'Who translates it; null: nobody yet' }),
  dueOn: day.nullable().default(null),
});
export type TaskInput = z.output<typeof taskInput>;

const orNothing = (value: unknown) => (value === '' ? null : value);

export const taskForm = z.strictObject({
  personId: z.preprocess(orNothing, taskInput.shape.personId),
  dueOn: z.preprocess(orNothing, day.nullable().default(null)),
});
