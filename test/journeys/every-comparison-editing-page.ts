import type { Page } from 'playwright-core';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').click();
  await page.locator('main [role="alert"]').waitFor();
};

/** As when somebody else has saved meanwhile. */
const sendLate = async (page: Page) => {
  await page
    .locator('#edit input[name="revision"]')
    .evaluate((field: HTMLInputElement) => (field.value = '99'));
  await page.locator('#edit .button-main').click();
  await page.locator('form.merge').waitFor();
};

/** One question with a list and one statement, which the facts of the demonstration lack. */
async function askMore(hub: TestHub): Promise<{ dimension: string; list: string; statement: string }> {
  const [{ comparison, dimension }] = await hub.database.query<[{ comparison: string; dimension: string }]>(
    `select comparison.id as comparison, dimension.id as dimension
     from comparisons comparison join dimensions dimension on dimension.comparison_id = comparison.id
     where comparison.slug = 'social-economy-in-figures' order by dimension.position limit 1`,
  );
  const ask = async (kind: string, code: string, question: string) => {
    const [{ id }] = await hub.database.query<[{ id: string }]>(
      `insert into questions (comparison_id, dimension_id, position, code, kind, question, locale)
       values ($1, $2, 99, $3, $4, $5, 'en') returning id`,
      [comparison, dimension, code, kind, question],
    );
    return id;
  };
  const list = await ask('category', 'X.1', 'Is there a law?');
  await hub.database.query(
    `insert into question_options (question_id, position, code, label, locale)
     values ($1, 1, 'law', 'A law', 'en'), ($1, 2, 'none', 'No law', 'en')`,
    [list],
  );
  return { dimension, list, statement: await ask('statement', 'X.2', 'Advice is free.') };
}

/** Rows of a file that wait to be confirmed: one good, one refused. */
async function bringAnswers(hub: TestHub): Promise<string> {
  const rows = [
    { line: 2, row: { question: 'X.1', options: 'law' }, formulas: [] },
    { line: 3, row: { question: 'X.2', score: '11' }, formulas: [] },
  ];
  const [{ id }] = await hub.database.query<[{ id: string }]>(
    `insert into answer_imports (comparison_id, country, person_id, locale, rows)
     select comparisons.id, 'SE', people.id, 'en', $1 from comparisons, people
     where comparisons.slug = 'social-economy-in-figures' and people.email = 'admin@demo.example' returning id`,
    [JSON.stringify(rows)],
  );
  return `/comparisons/social-economy-in-figures/import/se/${id}`;
}

/** Comparisons as they are set up. */
export async function comparisonEditingPages(hub: TestHub): Promise<Stop[]> {
  const { dimension, list, statement } = await askMore(hub);
  const edit = '/comparisons/social-economy-in-figures/edit';
  const brought = await bringAnswers(hub);
  const [as, questions] = ['organiser', `${edit}/structure/questions`];
  return [
    { name: 'a new comparison, refused', path: '/comparisons/new', as, act: sendEmpty },
    { name: 'facts of a comparison', path: edit, as },
    { name: 'facts that somebody else has saved', path: edit, as, act: sendLate },
    { name: 'what a comparison asks', path: `${edit}/structure`, as },
    { name: 'a dimension being edited', path: `${edit}/structure/dimensions/${dimension}`, as },
    { name: 'a question with a list', path: `${questions}/${list}`, as },
    {
      name: 'a statement that somebody else has saved',
      path: `${questions}/${statement}`,
      as,
      act: sendLate,
    },
    { name: 'whom a comparison asks', path: `${edit}/countries`, as },
    { name: 'the steps of a comparison', path: `${edit}/steps`, as },
    { name: 'a step of a comparison', path: `${edit}/steps/agree`, as },
    { name: 'what a platform discusses', path: '/comparisons/social-economy-in-figures/discussions/se', as },
    {
      name: 'a question put to a platform',
      path: '/comparisons/social-economy-in-figures/discussions/se/x.2',
      as: 'admin',
    },
    { name: 'answers as a file', path: '/comparisons/social-economy-in-figures/import/se', as: 'admin' },
    { name: 'what a file would change', path: brought, as: 'admin' },
    { name: 'how far a comparison has come', path: '/comparisons/social-economy-in-figures/board', as },
  ];
}
