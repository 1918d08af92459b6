import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import { VISIBILITIES, type Place } from '../rooms/room.entity';
import { roomPolicy } from '../rooms/room.policy';
import data from './data/rooms.json';
import { fact, founded, record } from './facts';
import { actorOf, grantRow, people } from './people';
import { partnershipOf } from './platforms';
import { idOf, insert, type Row } from './rows';
import { insertTexts, text, type Translatable } from './texts';
import { Discussion, thread } from './threads';

const schema = z.array(
  z.strictObject({
    key: z.string(),
    place: z.union([
      z.strictObject({ hub: z.literal(true) }),
      z.strictObject({ partnership: z.string() }),
      z.strictObject({ platform: z.string() }),
    ]),
    visibility: z.enum(VISIBILITIES),
    locale: z.enum(LOCALES),
    name: text,
    description: text,
    /** Keys of the people who were asked in by name. */
    members: z.array(z.string()).default([]),
    threads: z.array(thread),
  }),
);

type Room = z.infer<typeof schema>[number];

/** Minutes since everybody was last here: what was written later waits as unread. */
const LAST_VISIT = 90;

export async function loadRooms(tx: EntityManager, now: Date): Promise<{ rooms: number; posts: number }> {
  const rooms = schema
    .parse(data)
    .map((room) => ({ room, said: new Discussion(room.key, room.threads, now) }));
  const items = rooms.map(({ room, said }) => item(room, said, founded(now)));
  const threads = rooms.flatMap(({ said }) => said.threadRows());
  const posts = rooms.flatMap(({ said }) => said.postRows());
  const revisions = rooms.flatMap(({ said }) => said.revisionRows());
  const guests = rooms.flatMap(({ room }) => guestRows(room));
  const readings = rooms.flatMap(({ room, said }) => readRows(room, said));
  const opened = items.map(({ row }) =>
    fact('room.opened', { kind: 'room', id: row.id }, {}, { at: founded(now) }),
  );
  await insertTexts(tx, 'room', items);
  await insertTexts(tx, 'thread', threads);
  await tx.query('call recount_rooms()');
  await insert(tx, 'posts', posts);
  await insert(tx, 'post_revisions', revisions);
  await insert(
    tx,
    'post_reactions',
    rooms.flatMap(({ said }) => said.reactionRows()),
  );
  for (const table of ['polls', 'poll_translations', 'poll_votes'] as const)
    await insert(
      tx,
      table,
      rooms.flatMap(({ said }) => said.pollRows()[table]),
    );
  await insert(tx, 'grants', guests);
  await insert(tx, 'reading_positions', readings);
  await tx.query('call recount_readings()');
  await record(tx, [...opened, ...rooms.flatMap(({ said }) => said.facts)]);
  return { rooms: rooms.length, posts: posts.length };
}

const item = (room: Room, said: Discussion, at: Date): Translatable => ({
  row: {
    ...{ id: said.roomId, slug: room.key, ...placeOf(room), visibility: room.visibility },
    ...{ last_seq: said.facts.length, created_at: at },
  },
  texts: { name: room.name, description: room.description },
});

/** A platform's room belongs to the platform's partnership, too. */
function placeOf({ place }: Room): {
  place: Place;
  partnership_id: string | null;
  platform_id: string | null;
} {
  const platform = 'platform' in place ? place.platform : null;
  const partnership = 'partnership' in place ? place.partnership : platform && partnershipOf(platform);
  return {
    place: 'hub' in place ? 'hub' : platform ? 'platform' : 'partnership',
    partnership_id: partnership && idOf('partnership', partnership),
    platform_id: platform && idOf('platform', platform),
  };
}

/** The room as the policy sees it. */
function subjectOf(room: Room) {
  const { place, partnership_id, platform_id } = placeOf(room);
  return {
    ...{ id: idOf('room', room.key), place, partnershipId: partnership_id, platformId: platform_id },
    ...{ visibility: room.visibility, archivedAt: null },
  };
}

/** Those who were asked in, and those who have written here without a seat at the table. */
function guestsOf(room: Room): string[] {
  const authors = new Set(room.threads.flatMap(({ posts }) => posts.map(({ by }) => by)));
  const strangers = people.filter(
    (person) => authors.has(person.key) && !roomPolicy.may(actorOf(person), 'reply', subjectOf(room)),
  );
  return [...new Set([...room.members, ...strangers.map(({ key }) => key)])];
}

function guestRows(room: Room): Row[] {
  const guests = guestsOf(room);
  const placeId = idOf('room', room.key);
  return people
    .filter(({ key }) => guests.includes(key))
    .map((person) => grantRow(person, { role: 'guest', placeId, detail: null }));
}

/** For those who can sign in and may read the room. */
function readRows(room: Room, said: Discussion): Row[] {
  const guests = guestsOf(room);
  const mayRead = (person: (typeof people)[number]) =>
    guests.includes(person.key) || roomPolicy.may(actorOf(person), 'read', subjectOf(room));
  return people
    .filter((person) => person.signIn && mayRead(person))
    .flatMap((person) => said.readRows(person.key, LAST_VISIT));
}
