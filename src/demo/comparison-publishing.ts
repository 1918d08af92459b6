import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { signVersion } from '../comparisons/answering/workflow/answer-versions';
import { ComparisonGathering } from '../comparisons/publishing/comparison-gathering.service';
import { VersionStore } from '../comparisons/publishing/version-store.service';
import type { Actor } from '../core/access/actor';
import type { Locale } from '../core/i18n/locales';
import { fact, record } from './facts';
import { actorOf, people } from './people';

interface FirstVersion {
  comparisonId: string;
  partnershipId: string;
  note: { text: string; locale: Locale };
  at: Date;
}

/** Whoever began the comparisons and publishes them. */
export const organiser = (): Actor => actorOf(people.find(({ key }) => key === 'organiser')!);

/** The first version, as `Publishing` would make it of answers that were checked. */
export async function publishFirst(
  app: INestApplicationContext,
  tx: EntityManager,
  { comparisonId, partnershipId, note, at }: FirstVersion,
): Promise<void> {
  const checked = await tx.query<{ id: string }[]>(
    `select id from answers where comparison_id = $1 and state = 'checked'`,
    [comparisonId],
  );
  for (const { id } of checked) await signVersion(tx, organiser(), id);
  await tx.query(
    `update answers set state = 'published', published_version = version, state_since = $2
     where comparison_id = $1 and state = 'checked'`,
    [comparisonId, at],
  );
  const data = await app.get(ComparisonGathering, { strict: false }).originals(tx, comparisonId, 1);
  const { person } = organiser();
  await app.get(VersionStore, { strict: false }).keep(tx, data, note, person!.id);
  await tx.query('update comparisons set version = 1, published_at = $2 where id = $1', [comparisonId, at]);
  await tx.query('update comparison_versions set published_at = $2 where comparison_id = $1', [
    comparisonId,
    at,
  ]);
  const circumstances = { at, actorId: person!.id, scope: { kind: 'partnership', id: partnershipId } };
  const subject = { kind: 'comparison', id: comparisonId };
  await record(tx, [fact('comparison.published', subject, { version: 1 }, circumstances)]);
}
