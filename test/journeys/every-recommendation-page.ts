import type { Page } from 'playwright-core';
import { aRecommendation } from '../factories/recommendations';
import { asDemo } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').click();
  await page.locator('main [role="alert"]').waitFor();
};
/** As when somebody else has saved meanwhile. */
const sendLate = async (page: Page) => {
  await page.locator('input[name="revision"]').evaluate((field: HTMLInputElement) => (field.value = '99'));
  await page.locator('main .button-main').click();
  await page.locator('form.merge').waitFor();
};

/** What the comparison of the demonstration recommends, and who has taken it up. */
export async function recommendationPages(hub: TestHub): Promise<Stop[]> {
  const [comparison] = await hub.database.query<[{ id: string; slug: string; partnershipId: string }]>(
    'select id, slug, partnership_id as "partnershipId" from comparisons where version > 0 order by created_at limit 1',
  );
  const make = (options: Parameters<typeof aRecommendation>[2]) => aRecommendation(hub, comparison, options);
  const text = 'Priporočilo za preskus strani.';
  const standing = await make({ locale: 'sl', text, addressee: 'občine', country: 'SI' });
  const draft = await make({ locale: 'en', text: 'A draft to try the pages.', status: 'draft' });
  const replaced = await make({ locale: 'it', text: 'Una prova delle pagine.', status: 'replaced' });
  await hub.database.query('update recommendations set replaced_by = $2 where id = $1', [
    replaced.id,
    standing.id,
  ]);
  const { body } = await (
    await asDemo(hub, 'organiser')
  ).send('post', `/api/v1/recommendations/${standing.id}/uptakes`, {
    ...{
      name: 'Demo občina',
      country: 'SI',
      state: 'decided',
      since: '2026-01-15',
      proof: 'Sklep.',
      locale: 'sl',
    },
    address: 'https://obcina.example/sklep',
  });
  const list = `/comparisons/${comparison.slug}/recommendations`;
  const one = `/recommendations/${standing.id}`;
  const as = 'organiser';
  return [
    { name: 'recommendations', path: list },
    { name: 'recommendations, none such', path: `${list}?level=eu&country=SI` },
    { name: 'recommendations with drafts', path: list, as },
    { name: 'a recommendation', path: one },
    { name: 'a recommendation to its editor', path: one, as },
    { name: 'a draft of a recommendation', path: `/recommendations/${draft.id}`, as },
    { name: 'a recommendation that was replaced', path: `/recommendations/${replaced.id}` },
    { name: 'a new recommendation, refused', path: `${list}/new`, as, act: sendEmpty },
    { name: 'a recommendation, edit', path: `${one}/edit`, as },
    { name: 'a recommendation, merge', path: `${one}/edit`, as, act: sendLate },
    { name: 'withdrawing a recommendation', path: `${one}/withdraw`, as },
    { name: 'replacing a recommendation', path: `${one}/replace`, as, act: sendEmpty },
    { name: 'telling of an uptake, refused', path: `${one}/uptakes/new`, as, act: sendEmpty },
    { name: 'what came of an uptake', path: `${one}/uptakes/${body.id}`, as },
  ];
}
