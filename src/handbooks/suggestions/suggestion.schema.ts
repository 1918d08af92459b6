import { z } from 'zod';
import { baseRevision, line, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { CHAPTER_LIMIT } from '../chapter.entity';

const none = z.literal('').transform(() => null);

export const newSuggestion = z.strictObject({
  body: prose(CHAPTER_LIMIT).meta({ description: 'The whole text as it should be' }),
  revision: baseRevision.meta({ description: 'The revision of the chapter that was changed' }),
  note: z
    .union([none, z.null(), line(200)])
    .default(null)
    .meta({ description: 'Why' }),
});
export type NewSuggestion = z.output<typeof newSuggestion>;

const numbers = z
  .array(z.number().int().min(1).max(10_000))
  .max(10_000)
  .default([])
  .meta({ description: 'Numbers of changes' });

export const decisions = z.strictObject({
  revision: baseRevision.meta({ description: 'The revision of the chapter that stands now, as it was seen' }),
  accept: numbers,
  decline: numbers,
});
export type Decisions = z.output<typeof decisions>;

/** Forms send one field per change: `change.3`. */
export const decisionsForm = z
  .object({ revision: baseRevision })
  .catchall(z.enum(['accept', 'decline', 'later']))
  .transform(({ revision, ...fields }): Decisions => {
    const chosen = (verdict: string) =>
      Object.entries(fields as Record<string, string>)
        .filter(([name, value]) => value === verdict && /^change\.\d{1,5}$/.test(name))
        .map(([name]) => Number(name.slice('change.'.length)));
    return { revision, accept: chosen('accept'), decline: chosen('decline') };
  });

const changeView = z
  .object({
    number: z.number().int().meta({ description: 'From 1, in the order of the text' }),
    before: z.string().meta({ description: 'Words that stand before it' }),
    removed: z.string().meta({ description: 'Words that go' }),
    added: z.string().meta({ description: 'Words that come' }),
    after: z.string().meta({ description: 'Words that stand behind it' }),
    state: z
      .enum(['fits', 'made', 'gone', 'accepted', 'declined'])
      .meta({ description: 'Can be taken, made meanwhile, its words are gone; or what was decided' }),
    by: z.string().nullable().meta({ description: 'Who decided' }),
  })
  .meta({ id: 'SuggestedChange' });

const summary = {
  id: z.guid(),
  author: z.string().nullable().meta({ description: 'Who made it; null when the person is gone' }),
  note: z.string().nullable().meta({ description: 'Why' }),
  status: z
    .enum(['open', 'settled', 'withdrawn'])
    .meta({ description: 'Whether there is something to decide' }),
  createdAt: z.iso.datetime(),
  accepted: z.number().int().meta({ description: 'Changes that were accepted' }),
  declined: z.number().int().meta({ description: 'Changes that were declined' }),
};

export const suggestionList = z.object({
  items: z
    .array(z.object(summary).meta({ id: 'SuggestionSummary' }))
    .meta({ description: 'The newest first' }),
});

export const suggestionView = z
  .object({
    ...summary,
    chapter: z.string().meta({ description: 'Slug of the chapter' }),
    title: z.string().meta({ description: 'Heading of the chapter' }),
    locale: z.enum(LOCALES).meta({ description: 'Language that the chapter is written in' }),
    revision: z.number().int().meta({ description: 'The revision of the chapter that stands now' }),
    changes: z.array(changeView),
    can: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'Suggestion' });

export type SuggestionView = z.output<typeof suggestionView>;
export type SuggestionSummary = z.output<typeof suggestionList>['items'][number];
