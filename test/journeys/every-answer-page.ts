import type { Page } from 'playwright-core';
import { aComparison, aCountry, anAnswer, aQuestion, aSourceOf } from '../factories/comparisons';
import type { TestPlatform } from '../factories/platforms';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').first().click();
  await page.locator('main [role="alert"]').waitFor();
};
const sendImpossible = async (page: Page) => {
  await page.locator('input[name="period"]').fill('2018-Q9');
  await sendEmpty(page);
};
const sendLate = async (page: Page) => {
  await page
    .locator('input[name="revision"]')
    .first()
    .evaluate((field: HTMLInputElement) => (field.value = '99'));
  await page.locator('main .button-main').first().click();
  await page.locator('form.merge').waitFor();
};
const openAll = async (page: Page) => {
  for (const details of await page.locator('main details').all()) await details.locator('summary').click();
};

/** Comparisons as countries answer them. */
export async function answerPages(hub: TestHub): Promise<Stop[]> {
  const hostedBy = async (account: string): Promise<TestPlatform> => {
    const [platform] = await hub.database.query<[TestPlatform]>(
      `select platforms.id, platforms.slug, platforms.country, null as "partnershipId" from platforms
       join grants on grants.place_id = platforms.id and grants.role = 'host'
       join people on people.id = grants.person_id where people.email = $1`,
      [`${account}@demo.example`],
    );
    return platform;
  };
  const [swedish, italian] = [await hostedBy('host.se'), await hostedBy('host.it')];
  const [{ partnershipId }] = await hub.database.query<[{ partnershipId: string }]>(
    `select grants.place_id as "partnershipId" from grants join people on people.id = grants.person_id
     where grants.role = 'organiser' and people.email = 'organiser@demo.example' limit 1`,
  );
  const comparison = await aComparison(hub, { slug: 'every-answer', partnershipId });
  const sweden = await aCountry(hub, comparison, { platform: swedish });
  await aCountry(hub, comparison, { platform: italian });
  const counted = { unit: 'PS', by_sex: true };
  const number = await aQuestion(hub, comparison, 'number', { columns: counted });
  const score = await aQuestion(hub, number.dimension, 'statement');
  const law = await aQuestion(hub, number.dimension, 'category', { columns: { several: true } });
  const text = await aQuestion(hub, number.dimension, 'text');
  const draft = await anAnswer(hub, number, sweden, { columns: { flags: ['e'], note: 'Counted in May.' } });
  const agreed = await anAnswer(hub, score, sweden, { state: 'agreed' });
  const disputed = await anAnswer(hub, law, sweden, { state: 'disputed', bare: true });
  await aSourceOf(hub, 'answer', disputed.id, { standing: 'dead' });
  const at = '/comparisons/every-answer';
  return [
    { name: 'all questions to a country', path: `${at}/work/se`, as: 'host.se' },
    { name: 'a new answer, refused', path: `${at}/work/se/${text.code}`, as: 'host.se', act: sendImpossible },
    { name: 'an answer being written', path: `/answers/${draft.id}`, as: 'host.se', act: openAll },
    { name: 'an answer that is edited', path: `/answers/${draft.id}/edit`, as: 'host.se' },
    {
      name: 'an answer that somebody saved',
      path: `/answers/${draft.id}/edit`,
      as: 'host.se',
      act: sendLate,
    },
    { name: 'an answer to be checked', path: `/answers/${agreed.id}`, as: 'host.it', act: sendEmpty },
    { name: 'a disputed answer', path: `/answers/${disputed.id}`, as: 'organiser', act: openAll },
    { name: 'what a member is asked', path: `${at}/respond/it`, as: 'member.it' },
    { name: 'a dimension for a member', path: `${at}/respond/it/${number.dimension.code}`, as: 'member.it' },
    { name: 'a synthesis', path: `${at}/edit/syntheses/${number.dimension.code}`, as: 'organiser' },
    { name: 'the words of a country profile', path: `${at}/edit/profiles/se`, as: 'host.se' },
    { name: 'publishing a comparison', path: `${at}/publish`, as: 'organiser', act: sendEmpty },
  ];
}
