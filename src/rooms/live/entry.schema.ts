import { z } from 'zod';
import { THEMES } from '../../directory/themes';
import { locale } from '../../core/http/text.schema';
import { postView, REACTIONS, reactionView } from '../posts/post.schema';
import { ROOM_ENTRIES } from '../rooms.entries';

/** How many entries one answer holds at most. */
export const ENTRIES_LIMIT = 200;

export const entryView = z
  .object({
    seq: z.number().int().meta({ description: 'Place in the order of the room, without gaps' }),
    name: z
      .enum([...ROOM_ENTRIES, 'noop'])
      .meta({ description: 'What happened; noop: something you may not see' }),
    at: z.iso.datetime(),
    actorId: z.guid().nullable(),
    threadId: z.guid().nullable(),
    post: postView.optional().meta({
      description: 'With post entries: the post as it stands now; it may have moved to another thread',
    }),
    thread: z
      .object({
        id: z.guid(),
        title: z.string(),
        locale: z.string(),
        original: z
          .object({ title: z.string(), locale: z.string() })
          .meta({ description: 'The title as it was written, for who wants no translations' }),
        closed: z.boolean(),
        pinned: z.boolean(),
        resolved: z.boolean(),
        themes: z.array(z.enum(THEMES)),
        postCount: z.number().int(),
      })
      .optional()
      .meta({ description: 'With thread entries and new posts: the thread as it stands now' }),
    postId: z.guid().optional().meta({ description: 'With entries of a part of a post: whose part' }),
    kind: z
      .enum(REACTIONS)
      .optional()
      .meta({ description: 'With reaction entries: what was given or taken back' }),
    reactions: z.array(reactionView).optional().meta({
      description:
        'With reaction entries: those of the post as they stand now, with 10 names at most; of several entries in a row about one post, the last one brings them',
    }),
    pollId: z
      .guid()
      .optional()
      .meta({ description: 'With poll entries: the poll, to be asked for by itself' }),
    poll: z
      .object({
        voters: z.number().int().meta({ description: 'How many have taken part' }),
        counts: z
          .record(z.string(), z.number().int())
          .nullable()
          .meta({ description: 'How many chose what; null where nothing may be known yet' }),
      })
      .optional()
      .meta({
        description:
          'With poll.voted: how the poll stands now; of several entries in a row about one poll, the last one brings it',
      }),
    toThreadId: z
      .guid()
      .optional()
      .meta({ description: 'Where posts of the thread went: thread.split, thread.merged' }),
    toRoomId: z.guid().optional().meta({ description: 'Where the thread went: thread.moved' }),
    conclusionId: z
      .guid()
      .optional()
      .meta({ description: 'With conclusion entries: the conclusion, to be asked for by itself' }),
  })
  .meta({ id: 'RoomEntry' });

export type EntryView = z.infer<typeof entryView>;

export const entryPage = z
  .object({
    epoch: z.guid().meta({ description: 'Changes when the hub was restored: start anew' }),
    lastSeq: z.number().int(),
    entries: z.array(entryView),
  })
  .meta({ id: 'RoomEntries' });

export type EntryPage = z.infer<typeof entryPage>;

export const entryWindow = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(ENTRIES_LIMIT).default(100),
  locale: locale.optional(),
});
