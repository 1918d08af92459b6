import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { MembershipState } from '../../src/platforms/members/membership.entity';
import type { TestHub } from '../support/hub';
import { aPartnership } from './partnerships';
import { aPerson, giveGrant, type TestPerson } from './people';

export interface TestGroup {
  id: string;
  slug: string;
  name: string;
}

export interface TestPlatform {
  id: string;
  slug: string;
  country: string;
  partnershipId: string | null;
}

let position = 0;

/** A stakeholder group, with names in other languages if wanted. */
export async function aGroup(
  hub: TestHub,
  options: { name?: string; locale?: string; kind?: string; names?: Record<string, string> } = {},
): Promise<TestGroup> {
  const id = randomUUID();
  const slug = `group-${id.slice(0, 8)}`;
  const name = options.name ?? `Group ${id.slice(0, 4)}`;
  position += 1;
  await hub.database.query(
    'insert into stakeholder_groups (id, slug, kind, position, name, locale) values ($1, $2, $3, $4, $5, $6)',
    [id, slug, options.kind ?? 'core', position, name, options.locale ?? 'en'],
  );
  for (const [locale, other] of Object.entries(options.names ?? {})) {
    await hub.database.query(
      `insert into stakeholder_group_translations (owner_id, name, locale, status, source_revision, origin)
       values ($1, $2, $3, 'draft', 1, 'person')`,
      [id, other, locale],
    );
  }
  return { id, slug, name };
}

interface PlatformOptions {
  country?: string;
  /** Null: it belongs to none. */
  partnershipId?: string | null;
  name?: string;
  purpose?: string | null;
  locale?: string;
  demo?: boolean;
  expected?: TestGroup[];
  /** Name and purpose in another language. */
  translation?: { locale: string; name: string; purpose: string | null; status?: string };
}

const unused = [
  'SI',
  'IT',
  'GB',
  'SE',
  'AT',
  'BE',
  'BG',
  'HR',
  'CY',
  'CZ',
  'DK',
  'EE',
  'FI',
  'FR',
  'DE',
  'GR',
  'HU',
  'IE',
  'LV',
  'LT',
  'LU',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SK',
  'ES',
];
let country = 0;

/** A platform of a country that has none yet, in a partnership of its own unless said otherwise. */
export async function aPlatform(hub: TestHub, options: PlatformOptions = {}): Promise<TestPlatform> {
  const id = randomUUID();
  const code = options.country ?? unused[country++ % unused.length]!;
  const partnershipId =
    options.partnershipId === undefined ? (await aPartnership(hub)).id : options.partnershipId;
  await hub.database.query(
    `insert into platforms (id, slug, country, partnership_id, name, purpose, locale, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[id, code.toLowerCase(), code, partnershipId, options.name ?? `Platform ${code}`],
      ...[options.purpose ?? null, options.locale ?? 'en', options.demo ?? false],
    ],
  );
  for (const group of options.expected ?? []) {
    await hub.database.query('insert into platform_groups values ($1, $2)', [id, group.id]);
  }
  if (options.translation) {
    const { locale, name, purpose, status = 'draft' } = options.translation;
    await hub.database.query(
      `insert into platform_translations (owner_id, locale, name, purpose, status, source_revision, origin)
       values ($1, $2, $3, $4, $5, 1, 'person')`,
      [id, locale, name, purpose, status],
    );
  }
  return { id, slug: code.toLowerCase(), country: code, partnershipId };
}

interface MemberOptions {
  person?: TestPerson;
  group?: TestGroup;
  organisationId?: string;
  state?: MembershipState;
  host?: boolean;
  message?: string;
}

export type TestMember = TestPerson & { membershipId: string };

/** Somebody at the table, with the powers that come with the seat. */
export async function aMember(
  hub: TestHub,
  platform: TestPlatform,
  options: MemberOptions = {},
): Promise<TestMember> {
  const person = options.person ?? (await aPerson(hub));
  const group = options.group ?? (await aGroup(hub));
  const state = options.state ?? 'member';
  const membershipId = randomUUID();
  await hub.database.query(
    `insert into memberships (id, platform_id, person_id, organisation_id, stakeholder_group_id, state, message)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[membershipId, platform.id, person.id, options.organisationId ?? null],
      ...[group.id, state, options.message ?? null],
    ],
  );
  if (state === 'member') {
    await giveGrant(hub, person.id, 'member', platform.id);
    if (platform.partnershipId) {
      await hub.database.query(
        `insert into grants (person_id, role, place_id) values ($1, 'member', $2) on conflict do nothing`,
        [person.id, platform.partnershipId],
      );
    }
  }
  if (options.host) await giveGrant(hub, person.id, 'host', platform.id);
  return { ...person, membershipId };
}

/** A member who looks after the platform. */
export const aHost = (
  hub: TestHub,
  platform: TestPlatform,
  options: MemberOptions = {},
): Promise<TestMember> => aMember(hub, platform, { ...options, host: true });

/** An invitation whose mail has been sent: returns what its link holds. */
export async function anInvitation(
  hub: TestHub,
  platform: TestPlatform,
  options: { email?: string; group?: TestGroup; state?: string; expired?: boolean } = {},
): Promise<{ id: string; email: string; token: string; path: string }> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const email = options.email ?? `${id.slice(0, 8)}@example.org`;
  const group = options.group ?? (await aGroup(hub));
  await hub.database.query(
    `insert into invitations (id, platform_id, email, locale, stakeholder_group_id, hash, state, expires_at)
     values ($1, $2, $3, 'en', $4, $5, $6, now() + make_interval(days => $7))`,
    [
      ...[id, platform.id, email, group.id, createHash('sha256').update(token).digest()],
      ...[options.state ?? 'open', options.expired ? -1 : 30],
    ],
  );
  return { id, email, token, path: `/en/invitations/${token}` };
}
