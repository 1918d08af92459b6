import type { Page } from 'playwright-core';
import { asDemo, demoThread } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').first().click();
  await page.locator('main [role="alert"]').first().waitFor();
};

/** Every way to ask, as somebody of the Italian platform has asked. */
export async function pollPages(hub: TestHub): Promise<Stop[]> {
  const thread = await demoThread(hub, 'Clausole sociali');
  const author = await asDemo(hub, 'member.it');
  const ask = async (poll: object): Promise<string> => {
    const post = { clientId: crypto.randomUUID(), locale: 'it', body: 'Per capire dove siamo.', poll };
    return ((await author.send('post', `/api/v1${thread}/posts`, post)).body as { pollId: string }).pollId;
  };
  const options = ['Prima i lotti', 'Prima la clausola', 'Tutte e due insieme'];
  const several = await ask({
    kind: 'multiple',
    question: 'Da dove cominciare?',
    options,
    most: 2,
    secret: false,
  });
  const single = await ask({ kind: 'single', question: 'Quando ci vediamo?', options, secret: false });
  const secret = await ask({ kind: 'single', question: 'Chi dovrebbe moderare?', options, secret: true });
  const sense = await ask({ kind: 'sense_check', question: 'Scriviamo in due frasi?', secret: false });
  const answer = { choices: ['block'], reason: 'Due frasi non bastano a chi compra.', locale: 'it' };
  await author.send('put', `/api/v1/polls/${sense}/vote`, answer);
  for (const id of [single, secret]) await author.send('post', `/api/v1/polls/${id}/close`);
  const room = await roomOf(hub, single);
  const page = (id: string, below = '') => `/polls/${id}${below}`;
  return [
    { name: 'a thread with polls, for who may vote', path: thread, as: 'member.it' },
    { name: 'a new poll, refused', path: `${thread}/polls/new`, as: 'member.it', act: sendEmpty },
    { name: 'the polls of a room', path: `${room}/polls`, as: 'member.it' },
    { name: 'a poll for visitors', path: page(several) },
    { name: 'a poll, voting refused', path: page(several), as: 'host.it', act: voteForNothing },
    { name: 'a sense check with reasons', path: page(sense), as: 'member.it' },
    { name: 'a poll that is closed', path: page(single), as: 'member.it' },
    { name: 'a secret poll that too few have voted in', path: page(secret) },
    {
      name: 'moving the time of a poll',
      path: page(sense, '/closing-time'),
      as: 'member.it',
    },
    { name: 'changing a poll, refused', path: page(several, '/edit'), as: 'member.it', act: emptyQuestion },
  ];
}

const voteForNothing = async (page: Page) => {
  await page.locator('.poll button[value="vote"]').first().click();
  await page.locator('main [role="alert"]').first().waitFor();
};

const emptyQuestion = async (page: Page) => {
  await page.locator('input[name="question"]').fill('');
  await sendEmpty(page);
};

async function roomOf(hub: TestHub, poll: string): Promise<string> {
  const [{ slug }] = await hub.database.query<[{ slug: string }]>(
    'select room.slug from polls poll join rooms room on room.id = poll.room_id where poll.id = $1',
    [poll],
  );
  return `/rooms/${slug}`;
}
