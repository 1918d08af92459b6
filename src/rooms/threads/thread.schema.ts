import { z } from 'zod';
import { THEMES, type Theme } from '../../directory/themes';
import { weight } from '../../core/http/weight.schema';
import { baseRevision, clientId, line, locale, prose } from '../../core/http/text.schema';
import { newPoll, optionalPoll } from '../polls/poll.schema';
import { shownLevel, shownLevelFrom } from '../following/level.schema';
import { POST_LIMIT, postView } from '../posts/post.schema';
import { hasLanguage, reasonFields, reasonOf, reasonView } from '../keeping/reason.schema';
import { renderedText } from '../../core/http/rendered.schema';

export const threadView = z
  .object({
    id: z.guid(),
    roomId: z.guid(),
    title: renderedText,
    revision: z.number().int(),
    openedBy: z.object({ id: z.guid(), name: z.string() }),
    openedAt: z.iso.datetime(),
    closed: z.boolean(),
    closedReason: reasonView,
    pinned: z.boolean(),
    resolvedAt: z.iso.datetime().nullable().meta({ description: 'Since when it is resolved' }),
    resolvedBy: z.object({ id: z.guid(), name: z.string() }).nullable(),
    resolutionId: z
      .guid()
      .nullable()
      .meta({ description: 'The post that says how it was resolved, to be asked for by itself' }),
    themes: z.array(z.enum(THEMES)).meta({ description: 'What it is about; practices have the same themes' }),
    mergedInto: z
      .guid()
      .nullable()
      .meta({ description: 'The thread that all its posts went to; from there they may have gone on' }),
    postCount: z.number().int(),
    lastPostAt: z.iso.datetime(),
    unread: z
      .number()
      .int()
      .meta({ description: 'Posts that the reader has not seen; 0 for visitors, and when muted' }),
    readUpTo: z.number().int().meta({ description: 'Number of the last post that the reader has seen' }),
    level: shownLevel,
    levelFrom: shownLevelFrom,
    can: z.object({
      reply: z.boolean(),
      rename: z.boolean(),
      close: z.boolean(),
      reopen: z.boolean(),
      pin: z.boolean(),
      resolve: z.boolean(),
      unresolve: z.boolean(),
      theme: z.boolean(),
      move: z.boolean(),
      split: z.boolean(),
      merge: z.boolean(),
    }),
  })
  .meta({ id: 'Thread' });

export type ThreadView = z.infer<typeof threadView>;

export const threadList = z.object({
  threads: z.array(threadView).meta({ description: 'Pinned first, then by newest post' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one' }),
});

export const THREAD_STATES = ['all', 'open', 'resolved', 'unread'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** Themes of one thread. */
export const MOST_THEMES = 3;

export const themes = z
  .array(z.enum(THEMES))
  .max(MOST_THEMES)
  .transform((chosen) => THEMES.filter((theme) => chosen.includes(theme)))
  .meta({ description: `At most ${MOST_THEMES}` });

export const themedThread = z.strictObject({ themes });

/** A form sends nothing for no box, a string for one, a list for several. */
export const chosenThemes = z.preprocess((sent) => [sent ?? []].flat(), themes);

export const threadWindow = z.strictObject({
  after: z.string().max(100).optional().meta({ description: 'Cursor from the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  state: z
    .enum(THREAD_STATES)
    .default('all')
    .meta({ description: 'Only those that are open, or resolved, or hold posts that you have not seen' }),
  theme: z.enum(THEMES).optional().meta({ description: 'Only those of this theme' }),
  locale: locale.optional(),
});

/** What a list of threads is narrowed to. */
export interface ThreadFilter {
  state?: Exclude<ThreadState, 'all'>;
  theme?: Theme;
}

export type ThreadWindow = Partial<z.output<typeof threadWindow>>;

/** Characters of a title. */
export const TITLE_LIMIT = 200;

/** A thread begins with its first post. */
export const newThread = z.strictObject({
  title: line(TITLE_LIMIT),
  body: prose(POST_LIMIT),
  locale,
  clientId,
  themes: themes.optional(),
  poll: newPoll.optional().meta({ description: 'A poll that stands in the first post' }),
});

/** The same as forms send it, with the fields of a poll that may stand in its first post. */
export const newThreadForm = newThread.omit({ poll: true }).extend({ themes: chosenThemes, ...optionalPoll });

export type NewThread = z.output<typeof newThread>;

export const openedThread = threadView.extend({ post: postView }).meta({ id: 'OpenedThread' });

export const renamedThread = z.strictObject({ title: line(TITLE_LIMIT), baseRevision, weight });

export type RenamedThread = z.output<typeof renamedThread>;

/** The same as forms send it. */
export const renamedThreadForm = z
  .strictObject({ title: line(TITLE_LIMIT), revision: baseRevision, weight })
  .transform(({ revision, ...thread }) => ({ ...thread, baseRevision: revision }));

/** Closing without a word is closing too. */
export const closing = z
  .strictObject(reasonFields)
  .refine(...hasLanguage)
  .transform(reasonOf);

export type Closing = z.output<typeof closing>;
