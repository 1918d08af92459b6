import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import { ORGANISATION_TYPES } from '../directory/organisation.entity';
import people from './data/people.json';
import seeds from './data/seeds.json';
import { fact, record } from './facts';
import { idOf } from './rows';
import { insertTexts, type Translatable } from './texts';

const organisations = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    nameLanguage: z.enum(LOCALES),
    alt: z.partialRecord(z.enum(LOCALES), z.string()).default({}),
    country: z.string().length(2),
    city: z.string().nullable(),
    nuts3: z.string().nullable(),
    type: z.enum(ORGANISATION_TYPES),
  }),
);

type Organisation = z.infer<typeof organisations>[number];

/** Those of the seeds, and those that are made up and say so in their name. */
export async function loadOrganisations(tx: EntityManager, now: Date): Promise<number> {
  const items = [
    ...organisations.parse(seeds.organisations).map((each) => item(each, false)),
    ...organisations.parse(people.organisations).map((each) => item(each, true)),
  ];
  await insertTexts(tx, 'organisation', items);
  await record(
    tx,
    items.map(({ row }) =>
      fact('organisation.listed', { kind: 'organisation', id: row.id }, {}, { at: now }),
    ),
  );
  return items.length;
}

/** A second name in the organisation's own language has no place beside the first: it is left out. */
const item = (
  { id, name, nameLanguage, alt, country, city, nuts3, type }: Organisation,
  demo: boolean,
): Translatable => ({
  row: {
    ...{ id: idOf('organisation', id), slug: id.replace(/^org-/, '') },
    ...{ country, city, nuts: nuts3, type, demo },
  },
  texts: { name: { ...alt, orig: nameLanguage, [nameLanguage]: name } },
});
