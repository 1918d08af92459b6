import { PATHS } from '../ui/paths';

/** Where rooms, threads and posts live. Paths without the locale. */
export const roomPath = (slug: string): string => `/rooms/${slug}`;
export const threadPath = (id: string): string => `/threads/${id}`;

/** The permanent address of a post: its thread, opened around it. */
export const postPath = (threadId: string, number: number | string): string =>
  `${threadPath(threadId)}?around=${number}#post-${number}`;

/** Where a post stands now, wherever it stood before. */
export const currentPath = (postId: string): string => `/posts/${postId}`;

/** A thread, opened where its reader has stopped: after the post of this number. */
export const unreadPath = (threadId: string, readUpTo: number): string =>
  `${threadPath(threadId)}?around=${readUpTo + 1}&since=${readUpTo}#unread`;

/** Where a form takes back what was marked as read at a moment. */
export const undoPath = (at: Date): string => `${PATHS.news}/unread?at=${at.getTime()}`;

/** All that a reader can do with a post. */
export const actionsPath = (postId: string): string => `${currentPath(postId)}/actions`;

export const signInPath = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;

/** Why somebody was removed from a room: her own page. */
export const removalPath = (id: string): string => `/removals/${id}`;

/** What somebody wrote and waits, or was refused: her own page. */
export const heldPath = (id: string): string => `/held/${id}`;
