import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import seeds from './data/seeds.json';
import { idOf, insert, type Row } from './rows';

const wordings = z.array(
  z.object({
    id: z.string(),
    originalLanguage: z.enum(LOCALES),
    statement: z.string(),
    disclaimer: z.string(),
  }),
);

/**
 * The wording of each grant, verbatim (visibility.md §1.1). The platform of East Middle Sweden had money from
 * the European Regional Development Fund, but its source carries no wording: that is said, and none is made up.
 * The other partnerships are regional and need none.
 */
export async function loadFundingNotices(tx: EntityManager): Promise<void> {
  const [coop] = wordings.parse(seeds.fundingStatements.filter(({ id }) => id === 'fs-seed-coop'));
  const { originalLanguage, statement, disclaimer } = coop!;
  await insert(tx, 'funding_notices', [
    notice('p-coop', { statement, disclaimer, locale: originalLanguage, emblem: true }),
    notice('p-eruf', { statement: null, disclaimer: null, locale: 'sv', emblem: false }),
  ]);
}

const notice = (partnership: string, wording: Row): Row => ({
  ...{ partnership_id: idOf('partnership', partnership), version: 1 },
  ...wording,
});
