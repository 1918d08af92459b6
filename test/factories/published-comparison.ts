import type { ComparisonData } from '../../src/comparisons/comparison-data';
import { eachWords, keyOf } from '../../src/comparisons/publishing/comparison-words';
import type { TestHub } from '../support/hub';
import { aComparison, type TestComparison } from './comparisons';

/** Puts a version of a comparison there as if it had been published, with the translations that its words have. */
export async function aPublishedComparison(
  hub: TestHub,
  data: ComparisonData,
  into?: TestComparison,
  partnershipId?: string,
): Promise<TestComparison> {
  const comparison =
    into ?? (await aComparison(hub, { slug: data.slug, ...(partnershipId && { partnershipId }) }));
  const [partnership] = await hub.database.query<[ComparisonData['partnership']]>(
    'select id, slug, name, acronym, accent from partnerships where id = $1',
    [comparison.partnershipId],
  );
  const { id, slug } = comparison;
  await hub.database.query(
    'insert into comparison_versions (comparison_id, version, data, published_at) values ($1, $2, $3, $4)',
    [id, data.version, JSON.stringify({ ...data, id, slug, partnership }), data.publishedOn],
  );
  await hub.database.query('update comparisons set version = $2, published_at = $3 where id = $1', [
    ...[id, data.version, data.publishedOn],
  ]);
  await hub.database.query(
    `insert into comparison_version_texts (comparison_id, version, kind, text_id, revision, translations)
     select $1, $2, kind, id, revision, translations
     from jsonb_to_recordset($3) as text(kind text, id uuid, revision int, translations jsonb)`,
    [id, data.version, JSON.stringify(textsOf(data))],
  );
  return comparison;
}

/** Several strings of one text are translated in one row. */
function textsOf(data: ComparisonData) {
  const texts = new Map<string, { kind: string; id: string; revision: number; translations: object[] }>();
  for (const [{ kind, id, revision, translations }, name] of eachWords(data)) {
    const key = keyOf({ kind, id });
    const text = texts.get(key) ?? { kind, id, revision, translations: [] };
    texts.set(key, text);
    for (const { locale, text: said, status } of translations) {
      const found = text.translations.find((each) => (each as { locale: string }).locale === locale);
      if (found) (found as { strings: Record<string, string> }).strings[name] = said;
      else
        text.translations.push({
          ...{ locale, status, sourceRevision: revision, origin: 'person', translatorId: null },
          strings: { [name]: said },
        });
    }
  }
  return [...texts.values()];
}
