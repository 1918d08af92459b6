import { Invalid, Refusal } from '../../core/errors/refusal';
import { DEEPEST_CHAPTER, type Chapter } from '../chapter.entity';

/** Of one chapter, what its place is made of. */
export type Standing = Pick<Chapter, 'id' | 'slug' | 'parentId' | 'position'>;

/** Where something is to stand: beside another one, or last below one; `null`: last of the outermost. By slugs. */
export type Place = { before: string } | { after: string } | { below: string | null };

/** What stands below one parent, in order. */
export interface Shelf {
  parentId: string | null;
  ids: string[];
}

/**
 * The order below the parent that something moves to, with it.
 * @param moving `undefined` for what is new
 * @throws Invalid, Refusal when the tree would be no tree or too deep
 */
export function placed(all: readonly Standing[], moving: Standing | undefined, place: Place): Shelf {
  const parentId = parentIn(all, place);
  if (moving && [...above(all, parentId)].includes(moving.id))
    throw new Refusal(422, 'handbooks:refusal.below_itself');
  const depth = [...above(all, parentId)].length + (moving ? heightOf(all, moving) : 1);
  if (depth > DEEPEST_CHAPTER) throw new Refusal(422, 'handbooks:refusal.too_deep');
  const ids = childrenOf(all, parentId)
    .filter(({ id }) => id !== moving?.id)
    .map(({ id }) => id);
  ids.splice(placeAmong(ids, all, place), 0, moving?.id ?? '');
  return { parentId, ids };
}

export const childrenOf = (all: readonly Standing[], parentId: string | null): Standing[] =>
  all
    .filter((each) => each.parentId === parentId)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

function parentIn(all: readonly Standing[], place: Place): string | null {
  if ('before' in place) return named(all, 'before', place.before).parentId;
  if ('after' in place) return named(all, 'after', place.after).parentId;
  return place.below === null ? null : named(all, 'below', place.below).id;
}

function named(all: readonly Standing[], field: string, slug: string): Standing {
  const found = all.find((each) => each.slug === slug);
  if (!found) throw Invalid.field(field, 'handbooks:problem.unknown_place');
  return found;
}

function placeAmong(ids: string[], all: readonly Standing[], place: Place): number {
  if ('below' in place) return ids.length;
  const beside = 'before' in place ? place.before : place.after;
  const found = ids.indexOf(all.find(({ slug }) => slug === beside)!.id);
  return 'before' in place ? found : found + 1;
}

/** The parent and what that stands in, from the inside out. */
function* above(all: readonly Standing[], id: string | null): Generator<string> {
  for (let next = id; next !== null; next = all.find((each) => each.id === next)?.parentId ?? null)
    yield next;
}

/** How many levels it takes up with what stands below it. */
function heightOf(all: readonly Standing[], { id }: Standing): number {
  return 1 + Math.max(0, ...childrenOf(all, id).map((child) => heightOf(all, child)));
}
