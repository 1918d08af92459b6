import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import seeds from './data/seeds.json';
import { fact, founded, record } from './facts';
import { idOf, insert, type Row } from './rows';
import { insertTexts, text, type Translatable } from './texts';

const schema = z.array(
  z.object({
    id: z.string(),
    country: z.string().length(2),
    name: text,
    partnershipId: z.string().nullable(),
    languages: z.array(z.enum(LOCALES)),
    convenerOrgIds: z.array(z.string()),
    partnerOrgIds: z.array(z.string()),
    stakeholderGroupIds: z.array(z.string()),
    seedBasis: z.boolean(),
  }),
);

type Platform = z.infer<typeof schema>[number];

const platforms = schema.parse(seeds.nationalPlatforms);

/** The partnership that a platform belongs to, by their ids in the seeds. */
export const partnershipOf = (platform: string): string | null =>
  platforms.find(({ id }) => id === platform)?.partnershipId ?? null;

export async function loadPlatforms(tx: EntityManager, now: Date): Promise<number> {
  const items = platforms.map((platform) => item(platform, founded(now)));
  await insertTexts(tx, 'platform', items);
  await insert(tx, 'platform_organisations', platforms.flatMap(organisationsOf));
  await insert(tx, 'platform_groups', platforms.flatMap(groupsOf));
  await record(
    tx,
    items.map(({ row }) =>
      fact('platform.created', { kind: 'platform', id: row.id }, {}, { at: founded(now) }),
    ),
  );
  return items.length;
}

/** Sweden had no platform in COOP: ours is for the demonstration, and the page says so. */
const item = (
  { id, country, partnershipId, languages, seedBasis, name }: Platform,
  at: Date,
): Translatable => ({
  row: {
    ...{ id: idOf('platform', id), slug: country.toLowerCase(), country, demo: !seedBasis },
    partnership_id: partnershipId && idOf('partnership', partnershipId),
    ...{ working_locales: languages, created_at: at },
  },
  texts: { name, purpose: text.parse(seeds.npdPurpose) },
});

/** The conveners first. */
function organisationsOf({ id, convenerOrgIds, partnerOrgIds }: Platform): Row[] {
  const all = [...new Set([...convenerOrgIds, ...partnerOrgIds])];
  return all.map((organisation, index) => ({
    ...{ platform_id: idOf('platform', id), organisation_id: idOf('organisation', organisation) },
    ...{ convener: convenerOrgIds.includes(organisation), position: index + 1 },
  }));
}

/** Seats are kept for the target groups of the partnership; without one, for the groups of the platform itself. */
function groupsOf({ id, partnershipId, stakeholderGroupIds }: Platform): Row[] {
  const partnership = seeds.partnerships.find((each) => each.id === partnershipId);
  return (partnership?.targetGroupIds ?? stakeholderGroupIds).map((group) => ({
    platform_id: idOf('platform', id),
    stakeholder_group_id: idOf('stakeholder group', group),
  }));
}
