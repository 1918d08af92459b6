import { z } from 'zod';
import { weight } from '../../core/http/weight.schema';
import { baseRevision, clientId, locale, prose } from '../../core/http/text.schema';
import { TRANSLATION_STATUSES } from '../../core/database/translation';
import { LOCALES } from '../../core/i18n/locales';
import { ALT_LIMIT } from '../../files/file.schema';
import { newPoll } from '../polls/poll.schema';

/** Characters of one post. */
export const POST_LIMIT = 20_000;

export const authorView = z
  .object({
    id: z.guid(),
    name: z.string(),
    organisation: z
      .object({ name: z.string(), locale: z.string(), slug: z.string() })
      .nullable()
      .meta({ description: 'Whom the author spoke for when writing' }),
  })
  .meta({ id: 'Author' });

export type Author = z.infer<typeof authorView>;

export const postTranslationView = z
  .object({
    locale: z.enum(LOCALES),
    status: z.enum(TRANSLATION_STATUSES),
    html: z.string().meta({ description: 'The translation as safe HTML' }),
    origin: z.string().meta({ description: 'person, import or machine:<provider>' }),
    by: z.string().nullable().meta({ description: 'Who translated it, by name; null when nobody says so' }),
    outdated: z.boolean().meta({ description: 'The post has changed since' }),
    warned: z.boolean().meta({ description: 'It has changed in something important' }),
  })
  .meta({ id: 'PostTranslation' });

export type PostTranslationView = z.infer<typeof postTranslationView>;

/** Files that one post may have. */
export const MOST_FILES = 10;

export const postFileView = z
  .object({
    id: z.guid().meta({ description: 'The file itself is at `/files/<id>`, an image also with `?width=`' }),
    name: z.string(),
    type: z.string(),
    size: z.number().int().meta({ description: 'Bytes' }),
    width: z.number().int().nullable().meta({ description: 'Pixels; null for documents' }),
    height: z.number().int().nullable(),
    alt: z.string().nullable().meta({ description: 'What the image shows, as the uploader says' }),
    locale: z.enum(LOCALES).meta({ description: 'Language of alt' }),
  })
  .meta({ id: 'PostFile' });

export type PostFileView = z.infer<typeof postFileView>;

/** What readers can say with one click: a small set, each with a word. */
export const REACTIONS = ['agree', 'thanks', 'question', 'disagree'] as const;
export type ReactionKind = (typeof REACTIONS)[number];

export const reactionView = z
  .object({
    kind: z.enum(REACTIONS),
    count: z.number().int().meta({ description: 'How many people' }),
    people: z
      .array(z.object({ id: z.guid(), name: z.string() }))
      .meta({ description: 'Who, the first of them first; 50 at most' }),
  })
  .meta({ id: 'PostReaction' });

export type ReactionView = z.infer<typeof reactionView>;

export const postView = z
  .object({
    id: z.guid(),
    roomId: z.guid(),
    threadId: z.guid(),
    number: z.number().int().meta({ description: 'Place in the thread, from 1 without gaps' }),
    seq: z.number().int().meta({ description: 'Place of its publishing in the order of the room' }),
    clientId: z.guid(),
    author: authorView,
    locale: z.enum(LOCALES),
    body: z.string().meta({ description: 'Markdown as written; empty when withdrawn' }),
    html: z.string().meta({ description: 'The same as safe HTML' }),
    translations: z
      .array(postTranslationView)
      .meta({ description: 'In other languages, in no order of wish; none when withdrawn' }),
    files: z.array(postFileView).meta({ description: 'In the order of the author; none when withdrawn' }),
    revision: z.number().int(),
    replyTo: z
      .object({ id: z.guid(), number: z.number().int(), author: z.string() })
      .nullable()
      .meta({ description: 'The post that this one answers' }),
    publishedAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    withdrawnAt: z.iso.datetime().nullable().meta({ description: 'Since when its words are not shown' }),
    hiddenAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'A moderator hides it: then withdrawnAt is set too' }),
    movedTo: z.object({ id: z.guid(), threadId: z.guid(), number: z.number().int() }).nullable().meta({
      description: 'Where its words went: then withdrawnAt is set too. They may have gone on from there',
    }),
    reactions: z
      .array(reactionView)
      .meta({ description: 'Only kinds that somebody gave; none when withdrawn' }),
    pollId: z.guid().nullable().meta({ description: 'The poll that it holds, to be asked for by itself' }),
  })
  .meta({ id: 'Post' });

export type PostView = z.infer<typeof postView>;

export const postPage = z.object({
  posts: z.array(postView).meta({ description: 'In order of number' }),
  earlier: z.boolean().meta({ description: 'There are posts before the first one' }),
  later: z.boolean().meta({ description: 'There are posts after the last one' }),
});

export type PostPage = z.infer<typeof postPage>;

const number = z.coerce.number().int().min(0).max(2_147_483_647);

/** Which stretch of a thread: before, after or around a post number; nothing: the newest. */
export const postWindow = z.strictObject({
  before: number.optional(),
  after: number.optional(),
  around: number.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  locale: locale.optional(),
});

export type PostWindow = Partial<z.output<typeof postWindow>>;

export const newPost = z.strictObject({
  body: prose(POST_LIMIT),
  locale,
  clientId,
  replyToId: z
    .union([z.guid(), z.literal('')])
    .optional()
    .transform((value) => value || null)
    .meta({ description: 'The post of the same thread that this answers' }),
  fileIds: z
    .array(z.guid())
    .max(MOST_FILES)
    .optional()
    .meta({ description: 'Files that you have brought before, or may read' }),
  poll: newPoll.optional().meta({ description: 'A poll that stands in the post' }),
});

export type NewPost = z.output<typeof newPost>;

/** The same as forms send it, beside a file. */
export const newPostForm = newPost
  .omit({ fileIds: true, poll: true })
  .extend({ fileAlt: prose(ALT_LIMIT, 0).optional() });

export const editedPost = z.strictObject({ body: prose(POST_LIMIT), locale, baseRevision, weight });

export type EditedPost = z.output<typeof editedPost>;

/** The same as forms send it. */
export const editedPostForm = z
  .strictObject({ body: prose(POST_LIMIT), locale, revision: baseRevision, weight })
  .transform(({ revision, ...post }) => ({ ...post, baseRevision: revision }));

export const markdownSource = z.strictObject({
  body: prose(POST_LIMIT),
  roomId: z.guid().optional().meta({ description: 'Where it would be written: shows whom it calls' }),
});

export const markdownPreview = z.object({
  html: z.string().meta({ description: 'Safe HTML, as a post would show it' }),
  ambiguous: z
    .array(z.string())
    .meta({ description: 'Names that several people in the room bear: they call nobody' }),
});

export const revisionView = z
  .object({
    revision: z.number().int(),
    body: z.string(),
    html: z.string(),
    locale: z.enum(LOCALES),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: 'PostRevision' });

export type RevisionView = z.infer<typeof revisionView>;
