import { roomPath, threadPath } from '../rooms/room-paths';

/** Where conclusions live. Paths without the locale. */
export const conclusionPath = (id: string, below = ''): string => `/conclusions/${id}${below && `/${below}`}`;

export const versionPath = (id: string, version: number): string => conclusionPath(id, `versions/${version}`);

export const roomConclusionsPath = (slug: string, below = ''): string =>
  `${roomPath(slug)}/conclusions${below && `/${below}`}`;

/** Drafting one from a passage of a thread. */
export const concludePath = (threadId: string): string => `${threadPath(threadId)}/conclusions/new`;
