import type { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { REACTIONS, type ReactionKind, type ReactionView } from '../posts/post.schema';

type Row = ReactionView & { post_id: string };

/** Names are looked up only for those who are named. */
const STANDING = new Statement<Row>(
  `select given.post_id, given.kind, given.count, (
     select json_agg(json_build_object('id', person.id, 'name', person.name) order by named.place)
     from unnest(given.first) with ordinality named (id, place) join people person on person.id = named.id
   ) as people
   from (
     select reaction.post_id, reaction.kind, count(*)::int as count,
       (array_agg(reaction.person_id order by reaction.given_at, reaction.person_id))[1:$3] as first
     from post_reactions reaction
     join posts post on post.room_id = reaction.room_id and post.id = reaction.post_id
     where reaction.room_id = $1 and reaction.post_id = any($2) and post.withdrawn_at is null
     group by reaction.post_id, reaction.kind
   ) given`,
);
const OWN = new Statement<{ post_id: string; kind: ReactionKind }>(
  'select post_id, kind from post_reactions where room_id = $1 and post_id = any($2) and person_id = $3',
);

/** In the order in which they are offered. */
export const inOrder = (reactions: readonly ReactionView[]): ReactionView[] =>
  REACTIONS.flatMap((kind) => reactions.filter((each) => each.kind === kind));

/** The reactions to posts of a room, as they stand now. @param names at most, of each kind */
export async function standingReactions(
  database: DataSource,
  roomId: string,
  postIds: readonly string[],
  names: number,
): Promise<Map<string, ReactionView[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await STANDING.run(database, [roomId, postIds, names]);
  const of = (id: string) => rows.filter(({ post_id }) => post_id === id);
  return new Map(
    postIds.map((id) => [id, inOrder(of(id)).map(({ kind, count, people }) => ({ kind, count, people }))]),
  );
}

/** What one person gave to posts of a room. */
export async function ownReactions(
  database: DataSource,
  roomId: string,
  postIds: readonly string[],
  personId: string | undefined,
): Promise<Map<string, ReactionKind[]>> {
  if (!personId || postIds.length === 0) return new Map();
  const rows = await OWN.run(database, [roomId, postIds, personId]);
  return new Map(
    postIds.map((id) => [id, rows.filter(({ post_id }) => post_id === id).map(({ kind }) => kind)]),
  );
}
