import { comparisonData } from '../factories/comparison-data';
import { aPublishedComparison } from '../factories/published-comparison';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

/** Comparisons as policymakers read them: the demonstration's own, and one with scores in two versions. */
export async function comparisonPages(hub: TestHub): Promise<Stop[]> {
  const [demo] = await hub.database.query<[{ slug: string; partnership: string }]>(
    `select slug, partnership_id as partnership from comparisons where version > 0 order by published_at limit 1`,
  );
  const drawn = { countries: 4, questions: 60, dimensions: 6, aggregate: true };
  const scored = await aPublishedComparison(
    hub,
    { ...comparisonData(drawn), slug: 'every-scale' },
    undefined,
    demo.partnership,
  );
  const newest = comparisonData({ ...drawn, seed: 2, version: 2 });
  await aPublishedComparison(hub, newest, scored);
  const answer = newest.answers.find(({ groupResult }) => groupResult?.spread)!;
  const { code } = newest.questions.find(({ id }) => id === answer.question)!;
  const cell = `${answer.country}/${code}`.toLowerCase();
  const at = '/comparisons/every-scale';
  return [
    { name: 'comparisons', path: '/comparisons' },
    { name: 'a comparison of facts', path: `/comparisons/${demo.slug}` },
    {
      name: 'the work under way in a comparison',
      path: `/comparisons/${demo.slug}/working`,
      as: 'organiser',
    },
    {
      name: 'the changes under way in a comparison',
      path: `/comparisons/${demo.slug}/working/changes`,
      as: 'organiser',
    },
    { name: 'a country in a comparison of facts', path: `/comparisons/${demo.slug}/countries/it` },
    { name: 'a comparison as a table', path: at },
    { name: 'a comparison as a heat map, with a cell', path: `${at}?view=heat&cell=be.d1#panel` },
    { name: 'an earlier version of a comparison', path: `${at}/versions/1` },
    { name: 'a country of an earlier version', path: `${at}/versions/1/countries/bg` },
    { name: 'a country profile', path: `${at}/countries/be` },
    { name: 'a dimension', path: `${at}/dimensions/d1` },
    { name: 'a statement', path: `${at}/questions/d1.1` },
    { name: 'a question of a number', path: `${at}/questions/d1.5` },
    { name: 'an answer', path: `${at}/answers/${cell}` },
    { name: 'the timeline of a comparison', path: `${at}/timeline` },
    { name: 'the changes of a comparison', path: `${at}/changes` },
  ];
}
