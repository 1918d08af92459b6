import type { Locale } from '../core/i18n/locales';
import type { Reason } from './keeping/reason.schema';
import type { ReactionKind } from './posts/post.schema';

/** What happens in rooms, for the journal. Every one of them has a place in the order of its room. */
export interface InThread {
  threadId: string;
}

export interface InPost extends InThread {
  postId: string;
}

export interface InPoll extends InPost {
  pollId: string;
}

/** Conclusions are a capability above; what is decided about them is heard in their room. */
export interface OfConclusion {
  /** None: of the room as a whole. */
  threadId?: string;
  conclusionId: string;
}

export const ROOM_ENTRIES = [
  'post.published',
  'post.edited',
  'post.withdrawn',
  'thread.opened',
  'thread.renamed',
  'thread.closed',
  'thread.reopened',
  'thread.pinned',
  'thread.unpinned',
  'room.edited',
  'room.translated',
  'thread.translated',
  'post.translated',
  'conclusion.opened',
  'conclusion.closed',
  'conclusion.redrafted',
  'conclusion.adopted',
  'conclusion.amended',
  'conclusion.replaced',
  'conclusion.withdrawn',
  'conclusion.translated',
  'reaction.given',
  'reaction.taken_back',
  'poll.voted',
  'poll.changed',
  'poll.closed',
  'poll.rescheduled',
  'poll.translated',
  'poll_option.translated',
  'thread.resolved',
  'thread.unresolved',
  'thread.themed',
  'thread.moved',
  'thread.split',
  'thread.merged',
  'post.hidden',
  'post.restored',
  'room.pace_set',
] as const;

export type RoomEntryName = (typeof ROOM_ENTRIES)[number];

/** Entries that come often and change a part of a post only: they bring that part, not the post. */
export const LIGHT_ENTRIES: readonly RoomEntryName[] = [
  'reaction.given',
  'reaction.taken_back',
  'poll.voted',
  'poll.changed',
  'poll.closed',
  'poll.rescheduled',
  'poll.translated',
  'poll_option.translated',
];

declare module '../core/journal/entry' {
  interface Entries {
    'room.opened': Record<string, never>;
    'room.edited': Record<string, never>;
    'room.translated': { locale: Locale };
    'room.guest_invited': { personId: string };
    'room.guest_removed': { personId: string };
    'room.member_removed': { personId: string; removalId: string };
    'room.member_readmitted': { personId: string; removalId: string };
    'room.newcomers_set': { newcomerPosts: number };
    'post.held': { heldId: string };
    'held_post.approved': { heldId: string; postId: string };
    'held_post.refused': { heldId: string };
    'held_post.withdrawn': { heldId: string };
    'thread.opened': InThread;
    'thread.renamed': InThread;
    'thread.translated': InThread & { locale: Locale };
    'thread.closed': InThread;
    'thread.reopened': InThread;
    'thread.pinned': InThread;
    'thread.unpinned': InThread;
    'post.published': InPost;
    'post.edited': InPost & { revision: number };
    'post.withdrawn': InPost;
    'post.translated': InPost & { locale: Locale };
    'conclusion.opened': OfConclusion;
    'conclusion.closed': OfConclusion;
    'conclusion.redrafted': OfConclusion;
    'conclusion.adopted': OfConclusion & { version: number };
    'conclusion.amended': OfConclusion;
    'conclusion.replaced': OfConclusion;
    'conclusion.withdrawn': OfConclusion;
    'conclusion.translated': OfConclusion & { locale: Locale };
    'reaction.given': InPost & { kind: ReactionKind };
    'reaction.taken_back': InPost & { kind: ReactionKind };
    'poll.voted': InPoll;
    'poll.changed': InPoll;
    'poll.closed': InPoll;
    'poll.rescheduled': InPoll;
    'poll.translated': InPoll & { locale: Locale };
    'poll_option.translated': InPoll & { locale: Locale };
    'poll.opened': InPoll;
    'poll_option.added': { pollId: string };
    'poll_option.removed': { pollId: string };
    'thread.resolved': InThread;
    'thread.unresolved': InThread;
    'thread.themed': InThread;
    /** In both rooms: gone from the one, come to the other. */
    'thread.moved': InThread & { toRoomId: string };
    /** Posts went from the thread to another one, which hears of it too. */
    'thread.split': InThread & { toThreadId: string };
    'thread.merged': InThread & { toThreadId: string };
    'post.hidden': InPost;
    'post.restored': InPost;
    /** Why, when somebody said so: in the journal, for those who keep order. */
    'room.pace_set': { paceSeconds: number; reason: Reason | null };
  }
}
