import type { Locale } from '../core/i18n/locales';

/** What happens in rooms, for the journal. Every one of them has a place in the order of its room. */
export interface InThread {
  threadId: string;
}

export interface InPost extends InThread {
  postId: string;
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
] as const;

export type RoomEntryName = (typeof ROOM_ENTRIES)[number];

declare module '../core/journal/entry' {
  interface Entries {
    'room.opened': Record<string, never>;
    'room.edited': Record<string, never>;
    'room.translated': { locale: Locale };
    'room.guest_invited': { personId: string };
    'room.guest_removed': { personId: string };
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
  }
}
