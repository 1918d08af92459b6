import { Refusal } from '../../core/errors/refusal';
import type { TextKind } from '../../core/texts/text-kind';
import { readTextId } from './unit';

/** What has texts in it. */
export const PLACES = ['partnership', 'platform', 'room'] as const;

/** Which texts: of a room, a platform, a partnership with all its rooms, or one text. */
export type Scope =
  { place: (typeof PLACES)[number]; id: string } | { place: 'text'; kind: string; id: string };

type Named = Partial<Record<(typeof PLACES)[number], string>> & { text?: { kind: string; id: string } };

/** @throws Refusal unless exactly one thing is named */
export function scopeOf({ room, platform, partnership, text }: Named): Scope {
  const [scope, more] = [
    room && { place: 'room' as const, id: room },
    platform && { place: 'platform' as const, id: platform },
    partnership && { place: 'partnership' as const, id: partnership },
    text && { place: 'text' as const, ...text },
  ].filter((each): each is Scope => Boolean(each));
  if (!scope || more) throw new Refusal(422, 'translations:exchange.refusal.one_place');
  return scope;
}

const COLUMNS = { room: 'roomId', platform: 'platformId', partnership: 'partnershipId' } as const;

/** The texts of one kind that stand in a place, for `TextKinds.read`. */
export function inScope(kind: TextKind, scope: Scope): { where: string; values: unknown[] } {
  if (scope.place === 'text')
    return kind.name === scope.kind
      ? { where: 'owner.id = $1', values: [scope.id] }
      : { where: 'false', values: [] };
  return { where: `${kind.columns[COLUMNS[scope.place]]} = $1`, values: [scope.id] };
}

/** The scope in an address. */
export const queryOf = (scope: Scope): string =>
  scope.place === 'text' ? `text=${scope.kind}.${scope.id}` : `${scope.place}=${scope.id}`;

/** The same as one word, for a field of a form: `room.<uuid>`, `text.post.<uuid>`. */
export const nameOfScope = (scope: Scope): string =>
  scope.place === 'text' ? `text.${scope.kind}.${scope.id}` : `${scope.place}.${scope.id}`;

export function readScope(written: string): Scope | undefined {
  const text = readTextId(written.replace(/^text\./, ''));
  if (!text) return undefined;
  if (written.startsWith('text.')) return { place: 'text', ...text };
  const place = PLACES.find((each) => each === text.kind);
  return place && { place, id: text.id };
}
