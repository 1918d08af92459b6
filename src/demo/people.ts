import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Actor, type Grant } from '../core/access/actor';
import { LOCALES } from '../core/i18n/locales';
import data from './data/people.json';
import { fact, founded, record, type Fact } from './facts';
import { partnershipOf } from './platforms';
import { idOf, insert, type Row } from './rows';

const role = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('host'), platform: z.string() }),
  z.strictObject({ role: z.enum(['organiser', 'editor']), partnership: z.string() }),
  z.strictObject({ role: z.literal('translator'), locale: z.enum(LOCALES) }),
  z.strictObject({ role: z.literal('administrator') }),
]);

const schema = z.array(
  z.strictObject({
    key: z.string(),
    email: z.email().endsWith('@demo.example'),
    name: z.string(),
    locale: z.enum(LOCALES),
    readingLocales: z.array(z.enum(LOCALES)),
    timeZone: z.string(),
    organisation: z.string(),
    memberships: z.array(z.strictObject({ platform: z.string(), group: z.string() })),
    roles: z.array(role),
    signIn: z.boolean(),
  }),
);

export type Person = z.infer<typeof schema>[number];

export const people = schema.parse(data.people);

export const personId = (key: string): string => idOf('person', key);

/** People without a password cannot sign in; they only speak in the discussions. */
export async function loadPeople(tx: EntityManager, now: Date, passwordHash: string): Promise<number> {
  const at = founded(now);
  const rows = people.map((person, place) => row(person, at, place, passwordHash));
  const seats = people.flatMap((person) => membershipsOf(person, at));
  const grants = people.flatMap((person) => grantsOf(person).map((grant) => grantRow(person, grant)));
  const facts = people.flatMap((person) => factsOf(person, at));
  await insert(tx, 'people', rows);
  await insert(tx, 'memberships', seats);
  await insert(tx, 'grants', grants);
  await record(tx, facts);
  return rows.length;
}

/** What a person may do, before any room asks her in. */
function grantsOf({ memberships, roles }: Person): Grant[] {
  return [...memberships.flatMap(({ platform }) => seatAt(platform)), ...roles.map(power)];
}

/** The person as the policies see her. */
export function actorOf(person: Person): Actor {
  const { email, name, locale, readingLocales, timeZone } = person;
  return Actor.person(
    { id: personId(person.key), email, name, locale, readingLocales, originalsOnly: false, timeZone },
    grantsOf(person),
  );
}

export const grantRow = ({ key }: Person, { role, placeId, detail }: Grant): Row => ({
  person_id: personId(key),
  role,
  place_id: placeId,
  detail,
});

/** Members of a platform are members of its partnership. */
function seatAt(platform: string): Grant[] {
  const partnership = partnershipOf(platform);
  const places = [idOf('platform', platform), ...(partnership ? [idOf('partnership', partnership)] : [])];
  return places.map((placeId) => ({ role: 'member', placeId, detail: null }));
}

function power(given: Person['roles'][number]): Grant {
  switch (given.role) {
    case 'host':
      return { role: 'host', placeId: idOf('platform', given.platform), detail: null };
    case 'translator':
      return { role: 'translator', placeId: null, detail: given.locale };
    case 'administrator':
      return { role: 'administrator', placeId: null, detail: null };
    default:
      return { role: given.role, placeId: idOf('partnership', given.partnership), detail: null };
  }
}

/** They came one after the other: the sign-in page lists the accounts in this order. */
const row = (person: Person, at: Date, place: number, passwordHash: string): Row => ({
  ...{ id: personId(person.key), email: person.email, name: person.name },
  password_hash: person.signIn ? passwordHash : null,
  ...{ locale: person.locale, reading_locales: person.readingLocales, time_zone: person.timeZone },
  organisation_id: idOf('organisation', person.organisation),
  ...{ confirmed_at: at, created_at: new Date(at.getTime() + place), demo: true },
});

const membershipsOf = ({ key, organisation, memberships }: Person, at: Date): Row[] =>
  memberships.map(({ platform, group }) => ({
    ...{ id: idOf('membership', `${key} ${platform}`), platform_id: idOf('platform', platform) },
    ...{ person_id: personId(key), organisation_id: idOf('organisation', organisation) },
    ...{ stakeholder_group_id: idOf('stakeholder group', group), state: 'member', changed_at: at },
  }));

function factsOf({ key, memberships }: Person, at: Date): Fact[] {
  const person = { kind: 'person', id: personId(key) };
  const seats = memberships.map(({ platform }) => {
    const membership = { kind: 'membership', id: idOf('membership', `${key} ${platform}`) };
    const scope = { kind: 'platform', id: idOf('platform', platform) };
    return fact('membership.accepted', membership, { personId: person.id }, { at, scope });
  });
  return [fact('person.admitted', person, {}, { at }), ...seats];
}
