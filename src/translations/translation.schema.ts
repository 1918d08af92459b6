import { z } from 'zod';
import { prose } from '../core/http/text.schema';
import { TRANSLATION_STATUSES } from '../core/database/translation';
import { stateOf, type Segment } from './segment';
import type { Workshop } from './workshop';

/** Characters of one segment; the limit of the whole is that of its text. */
const SEGMENT_LIMIT = 20_000;
/** Segments that can be saved in one go. */
const MOST_SEGMENTS = 500;

export const kindName = z.string().regex(/^[a-z_]{1,40}$/);

export const segmentView = z
  .object({
    id: z.guid(),
    string: z.string().meta({ description: 'Which string of the text it is part of: body, title' }),
    position: z.number().int().meta({ description: 'Its place in the string, from 0' }),
    source: z.string().meta({ description: 'The block of the original as it stands now' }),
    madeFrom: z.string().nullable().meta({
      description: 'The block that the translation was made from; differs from source when it is outdated',
    }),
    text: z.string().nullable().meta({ description: 'The translation; null when it is missing' }),
    state: z.enum(['missing', 'outdated', ...TRANSLATION_STATUSES]),
    status: z
      .enum(TRANSLATION_STATUSES)
      .nullable()
      .meta({ description: 'How far it has come, whether outdated or not' }),
    origin: z.string().nullable().meta({ description: 'person, import or machine:<provider>' }),
    translatorId: z.guid().nullable(),
    reviewerId: z.guid().nullable(),
    madeAt: z.iso.datetime().nullable(),
    version: z.number().int().meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'Segment' });

export const workshopView = z
  .object({
    kind: z.string(),
    id: z.guid(),
    title: z.string().meta({ description: 'How the text is called in lists, in its own language' }),
    path: z.string().meta({ description: 'Where it is read, without the language' }),
    originalLocale: z.string(),
    revision: z.number().int().meta({ description: 'Revision of the original' }),
    locale: z.string().meta({ description: 'Language of the translation' }),
    segments: z.array(segmentView),
    published: z
      .object({
        status: z.enum(TRANSLATION_STATUSES),
        outdated: z.boolean(),
        sourceRevision: z.number().int(),
        origin: z.string(),
        translatedBy: z.string().nullable(),
        translatedAt: z.iso.datetime(),
      })
      .nullable()
      .meta({ description: 'What readers are shown; null as long as a segment has never been translated' }),
    can: z.object({ translate: z.boolean(), review: z.boolean(), assign: z.boolean() }),
  })
  .meta({ id: 'Translation' });

export type WorkshopView = z.infer<typeof workshopView>;

const change = z.strictObject({
  id: z.guid(),
  version: z.number().int().min(1),
  text: prose(SEGMENT_LIMIT, 0)
    .optional()
    .meta({ description: 'Nothing: the text stays and is vouched for; empty: it is taken away' }),
  status: z.enum(['draft', 'in_review', 'reviewed']),
});

export const savedSegments = z.strictObject({ segments: z.array(change).min(1).max(MOST_SEGMENTS) });

const toView = (segment: Segment) => ({
  ...segment,
  state: stateOf(segment),
  madeAt: segment.madeAt ? new Date(segment.madeAt).toISOString() : null,
});

export function workshopAnswer({ text, of, segments, published, can }: Workshop): WorkshopView {
  return {
    ...{ kind: of.kind, id: of.id, title: text.title, path: text.path },
    ...{ originalLocale: text.locale, revision: text.revision, locale: of.locale, can },
    segments: segments.map(toView),
    published: published
      ? {
          status: published.status,
          outdated: published.sourceRevision < text.revision,
          sourceRevision: published.sourceRevision,
          origin: published.origin,
          translatedBy: published.translatedBy,
          translatedAt: published.translatedAt.toISOString(),
        }
      : null,
  };
}
