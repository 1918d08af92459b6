import { PATHS } from '../../ui/paths';
import type { NewsSort } from './news.schema';

/** Every view of what is new has an address. */
export function newsPath(asked: {
  only?: NewsSort | undefined;
  room?: string | undefined;
  page?: number;
}): string {
  const { only, room, page = 1 } = asked;
  const query = new URLSearchParams({
    ...(only && only !== 'all' && { only }),
    ...(room !== undefined && { room }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return query ? `${PATHS.news}?${query}` : PATHS.news;
}
