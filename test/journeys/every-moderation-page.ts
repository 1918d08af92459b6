import type { Page } from 'playwright-core';
import { asDemo } from '../support/demonstration';
import { TestClient } from '../support/client';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const openAll = async (page: Page) => {
  for (const details of await page.locator('main details').all()) await details.locator('summary').click();
};

const send = (form: string) => async (page: Page) => {
  await page.locator(`main ${form} button`).last().click();
  await page.locator('main [role="alert"]').first().waitFor();
};

/** Reports, cases in every state, and what is told of them: two posts of the Italian room. */
export async function moderationPages(hub: TestHub): Promise<Stop[]> {
  const posts = await hub.database.query<{ id: string; email: string }[]>(
    `select posts.id, people.email from posts join rooms on rooms.id = room_id join people on people.id = author_id
     where rooms.slug = 'npd-it' and withdrawn_at is null order by posts.seq`,
  );
  const ofOthers = posts.filter(({ email }) => !email.startsWith('host.it@'));
  const other = posts.find(({ email }) => email.startsWith('host.it@'))!;
  const [{ id: first }, { id: second, email }] = ofOthers as [(typeof posts)[0], (typeof posts)[0]];
  const author = email.split('@')[0]!;
  const visitor = new TestClient(hub);
  const words = { explanation: 'Parole offensive.', locale: 'it' };
  const report = async (of: string) =>
    (
      await visitor.send('post', `/api/v1/posts/${of}/reports`, {
        ...{ ...words, ground: 'law:defamation', goodFaith: true },
        ...{ name: 'Vera Bianchi', email: 'vera@example.org' },
      })
    ).body as { id: string };
  const waiting = await report(first);
  const host = await asDemo(hub, 'host.it');
  const hide = `/it/posts/${second}/hide`;
  await host.submit(hide, { ground: 'rule:respect', facts: 'Un insulto a un’altra persona.', locale: 'it' });
  const [decision] = await hub.database.query<[{ id: string; case_id: string }]>(
    'select id, case_id from moderation_decisions order by number desc limit 1',
  );
  const [open] = await hub.database.query<[{ id: string }]>(
    'select id from moderation_cases where post_id = $1',
    [first],
  );
  const [partnership] = await hub.database.query<[{ slug: string }]>(
    `select slug from partnerships join grants on place_id = partnerships.id join people on people.id = person_id
     where grants.role = 'organiser' and people.email = 'organiser@demo.example' limit 1`,
  );
  const ownRules = `/partnerships/${partnership.slug}/house-rules`;
  const organiser = await asDemo(hub, 'organiser');
  for (const [revision, body] of ['Ognuno parla per sé.', 'Ognuno parla per sé, e in breve.'].entries())
    await organiser.send('put', `/api/v1${ownRules}`, { body, locale: 'it', revision });
  const aCase = `/moderation/cases/${open.id}`;
  const statement = `/moderation/statements/${decision.id}`;
  return [
    { name: 'house rules', path: '/house-rules' },
    { name: 'house rules of a partnership', path: ownRules },
    { name: 'older house rules', path: `${ownRules}?version=1`, as: 'organiser' },
    { name: 'writing house rules', path: `${ownRules}/edit`, as: 'organiser' },
    { name: 'moderation in figures', path: '/moderation/figures' },
    { name: 'reporting a post', path: `/posts/${other.id}/report` },
    { name: 'reporting against a rule', path: `/posts/${other.id}/report?kind=rule`, as: 'member.it' },
    {
      name: 'reporting against the law, refused',
      path: `/posts/${other.id}/report?kind=law`,
      act: send('form[action$="/report"]'),
    },
    { name: 'a report that waits', path: `/moderation/reports/${waiting.id}` },
    {
      name: 'hiding a post, refused',
      path: `/posts/${first}/hide`,
      as: 'host.it',
      act: send('form[action$="/hide"]'),
    },
    { name: 'queue of cases', path: '/moderation', as: 'host.it' },
    { name: 'queue of decided cases', path: '/moderation?state=decided', as: 'host.it' },
    { name: 'no cases', path: '/moderation', as: 'host.si' },
    { name: 'a case', path: aCase, as: 'host.it', act: openAll },
    { name: 'a case, decided wrongly', path: aCase, as: 'host.it', act: send('#decision') },
    { name: 'a decided case', path: `/moderation/cases/${decision.case_id}`, as: 'host.it', act: openAll },
    { name: 'log of decisions', path: '/moderation/log', as: 'host.it' },
    { name: 'a statement', path: statement, as: author },
    { name: 'an appeal, refused', path: statement, as: author, act: send('#appeal') },
  ];
}
