import { roomPath } from '../room-paths';
import type { PollState } from './poll-facts';

/** Where a poll stands by itself. Paths without the locale. */
export const pollPath = (id: string, below?: 'edit' | 'vote' | 'close' | 'part' | 'closing-time'): string =>
  `/polls/${id}${below ? `/${below}` : ''}`;

/** The polls of a room. */
export function roomPollsPath(slug: string, state: PollState, after = 0): string {
  const query = new URLSearchParams({
    ...(state !== 'all' && { state }),
    ...(after > 0 && { after: String(after) }),
  }).toString();
  return `${roomPath(slug)}/polls${query && `?${query}`}`;
}
