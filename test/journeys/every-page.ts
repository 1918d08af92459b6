import type { Page } from 'playwright-core';
import { TestClient } from '../support/client';
import { asDemo, demoThread } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import { answerPages } from './every-answer-page';
import { comparisonDataPages } from './every-comparison-data-page';
import { conclusionPages } from './every-conclusion-page';
import { comparisonEditingPages } from './every-comparison-editing-page';
import { evidencePages } from './every-evidence-page';
import { comparisonPages } from './every-comparison-page';
import { filePages } from './every-file-page';
import { glossaryPages } from './every-glossary-page';
import { followingPages } from './every-following-page';
import { handbookPages } from './every-handbook-page';
import { measurePages } from './every-measure-page';
import { moderationPages } from './every-moderation-page';
import { notificationPages } from './every-notification-page';
import { pollPages } from './every-poll-page';
import { practicePages } from './every-practice-page';
import { reactionPages } from './every-reaction-page';
import { recommendationPages } from './every-recommendation-page';
import { textPages } from './every-text-page';
import { threadPages } from './every-thread-page';
import { mailedPath } from '../support/mails';

/** A kind of page, and who looks at it. */
export interface Stop {
  name: string;
  /** Without the language. */
  path: string;
  /** A demo account; nobody: a visitor. */
  as?: string;
  status?: number;
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<unknown>;
}

/** Sends what stands in the form, which is not enough. */
const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').click();
  await page.locator('main [role="alert"]').waitFor();
};
const sendEmptyPassword = async (page: Page) => {
  await page.locator('form[action$="/password"] button').click();
  await page.locator('main [role="alert"]').waitFor();
};
/** As when somebody else has saved meanwhile. */
const sendLate = async (page: Page) => {
  await page.locator('input[name="revision"]').evaluate((field: HTMLInputElement) => (field.value = '99'));
  await page.locator('textarea[name="purpose"]').fill('Skupni namen');
  await page.locator('main .button-main').click();
  await page.locator('form.merge').waitFor();
};

/** Every page of the hub, over the demo data; what they need and the demo lacks is made first. */
export async function everyPage(hub: TestHub): Promise<Stop[]> {
  const things = await thingsOf(hub);
  return [
    ...visitorsPages(things),
    ...ownPages(things),
    ...organisersPages(),
    ...hostsPages(things),
    ...administratorsPages(),
    ...(await textPages(hub)),
    ...(await moderationPages(hub)),
    ...(await glossaryPages(hub)),
    ...(await handbookPages(hub)),
    ...(await evidencePages(hub)),
    ...(await filePages(hub)),
    ...(await practicePages(hub)),
    ...(await notificationPages(hub)),
    ...(await followingPages(hub)),
    ...(await measurePages(hub)),
    ...(await reactionPages(hub)),
    ...(await recommendationPages(hub)),
    ...(await conclusionPages(hub)),
    ...(await threadPages(hub)),
    ...(await comparisonEditingPages(hub)),
    ...(await answerPages(hub)),
    ...comparisonDataPages,
    ...(await comparisonPages(hub)),
    ...(await pollPages(hub)),
  ];
}

type Things = Awaited<ReturnType<typeof thingsOf>>;

async function thingsOf(hub: TestHub) {
  const first = async (query: string): Promise<string> => (await hub.database.query(query))[0].id as string;
  const ownPost = await first(
    `select posts.id from posts join people on people.id = author_id where people.email = 'member.it@demo.example'`,
  );
  const seat = await first(
    `select memberships.id from memberships join people on people.id = person_id
     where people.email = 'member.si@demo.example'`,
  );
  const platform = await first(`select id from platforms where slug = 'si'`);
  return {
    thread: await demoThread(hub, 'Clausole sociali'),
    hostsThread: await demoThread(hub, 'Potrebe in ponudba'),
    edited: `/posts/${await first('select id from posts where edited_at is not null')}/history`,
    ownPost: `/posts/${ownPost}`,
    seat: `/platforms/si/members/${seat}/remove`,
    newRoom: `/rooms/new?platform=${platform}`,
    ...(await lettersOf(hub, await first(`select id from stakeholder_groups order by position`))),
  };
}

/** Links that only mails know; and somebody who waits at the door of the Slovenian platform. */
async function lettersOf(hub: TestHub, groupId: string) {
  const linkTo = async (email: string) => (await mailedPath(hub, email)).replace(/^\/\w+/, '');
  const host = await asDemo(hub, 'host.si');
  const invite = (email: string) =>
    host.send('post', '/api/v1/platforms/si/invitations', { email, locale: 'sl', groupId });
  await invite('invited@example.org');
  const { body: second } = await invite('late@example.org');
  const late = await linkTo('late@example.org');
  await host.submit(`/sl/platforms/si/invitations/${second.id}/withdraw`, {}, '/sl/platforms/si/manage');
  const waiting = await asDemo(hub, 'translator');
  await waiting.send('post', '/api/v1/platforms/si/membership', { groupId, message: 'Rada bi sodelovala.' });
  const visitor = new TestClient(hub);
  await visitor.submit('/en/sign-up', {
    ...{ name: 'Somebody new', email: 'new@example.org', password: 'long enough for us' },
    ...{ locale: 'en', reading_1: 'en', timeZone: 'Europe/Brussels' },
  });
  await visitor.submit('/en/wrong-words', {
    page: '/rooms',
    locale: 'sl',
    wrong: 'Noga strani',
    better: 'Dno',
  });
  await visitor.submit('/en/forgotten-password', { email: 'policy@demo.example' });
  return {
    invitation: await linkTo('invited@example.org'),
    withdrawn: late,
    confirmation: await linkTo('new@example.org'),
    reset: await linkTo('policy@demo.example'),
  };
}

const visitorsPages = (things: Things): Stop[] => [
  { name: 'home', path: '' },
  { name: 'about', path: '/about' },
  { name: 'accessibility statement', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'contact', path: '/contact' },
  { name: 'interface for programs', path: '/api' },
  { name: 'styleguide', path: '/styleguide' },
  { name: 'wrong words', path: '/wrong-words?page=/rooms' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-up', path: '/sign-up' },
  { name: 'sign-up, refused', path: '/sign-up', act: sendEmpty },
  { name: 'sign-up, mail sent', path: '/sign-up/sent' },
  { name: 'confirmation', path: things.confirmation },
  { name: 'confirmation, spent', path: '/confirm/spent', status: 410 },
  { name: 'forgotten password', path: '/forgotten-password' },
  { name: 'forgotten password, mail sent', path: '/forgotten-password/sent' },
  { name: 'new password', path: things.reset },
  { name: 'mails of the development', path: '/dev/mail' },
  { name: 'partnerships', path: '/partnerships' },
  { name: 'partnership, rich', path: '/partnerships/coop' },
  { name: 'partnership, poor', path: '/partnerships/oms' },
  { name: 'platforms', path: '/platforms' },
  { name: 'platform', path: '/platforms/si' },
  { name: 'platform of the demonstration', path: '/platforms/se' },
  { name: 'members, to a visitor', path: '/platforms/si/members' },
  { name: 'invitation', path: things.invitation },
  { name: 'invitation, withdrawn', path: things.withdrawn },
  { name: 'organisations', path: '/organisations' },
  { name: 'organisations, filtered', path: '/organisations?country=SE' },
  { name: 'organisation', path: '/organisations/eim-crcv' },
  { name: 'rooms', path: '/rooms' },
  { name: 'room', path: '/rooms/npd-si' },
  { name: 'thread', path: things.thread },
  { name: 'history of a post', path: things.edited },
  { name: 'sign-in needed', path: '/settings', status: 401 },
  { name: 'not found', path: '/nowhere', status: 404 },
];

const ownPages = (things: Things): Stop[] =>
  [
    { name: 'home of a member', path: '' },
    { name: 'profile', path: '/settings' },
    { name: 'profile, refused', path: '/settings', act: sendEmptyPassword },
    { name: 'sessions', path: '/settings/sessions' },
    { name: 'tokens', path: '/settings/tokens' },
    { name: 'join', path: '/platforms/si/join' },
    { name: 'leave', path: '/platforms/it/leave' },
    { name: 'members', path: '/platforms/it/members' },
    { name: 'room of a member', path: '/rooms/coop-international' },
    { name: 'new thread', path: '/rooms/npd-it/threads/new' },
    { name: 'thread of a member', path: things.thread },
    { name: 'post, edit', path: `${things.ownPost}/edit` },
    { name: 'post, withdraw', path: `${things.ownPost}/withdraw` },
    { name: 'forbidden', path: '/platforms/si/manage', status: 403 },
  ].map((stop) => ({ as: 'member.it', ...stop }));

const organisersPages = (): Stop[] =>
  [
    { name: 'new partnership', path: '/partnerships/new' },
    { name: 'record, edit', path: '/partnerships/coop/edit' },
    { name: 'record, merge', path: '/partnerships/coop/edit', act: sendLate },
    { name: 'statements, edit', path: '/partnerships/coop/edit/statements' },
    { name: 'partners, edit', path: '/partnerships/coop/edit/partners' },
    { name: 'funding, edit', path: '/partnerships/coop/edit/funding' },
    { name: 'notes, edit', path: '/partnerships/coop/edit/notes' },
    { name: 'people, edit', path: '/partnerships/coop/edit/people' },
    { name: 'translations of a record', path: '/partnerships/coop/edit/translations' },
    { name: 'archive', path: '/partnerships/coop/edit/archive' },
    { name: 'translators', path: '/translations/people' },
  ].map((stop) => ({ as: 'organiser', ...stop }));

const hostsPages = (things: Things): Stop[] =>
  [
    { name: 'platform, manage', path: '/platforms/si/manage' },
    { name: 'platform, edit', path: '/platforms/si/edit' },
    { name: 'member, remove', path: things.seat },
    { name: 'new room', path: things.newRoom },
    { name: 'room, manage', path: '/rooms/npd-si-forum/manage' },
    { name: 'thread, rename', path: `${things.hostsThread}/rename` },
  ].map((stop) => ({ as: 'host.si', ...stop }));

const administratorsPages = (): Stop[] =>
  [
    { name: 'new organisation', path: '/organisations/new' },
    { name: 'organisation, edit', path: '/organisations/eim-crcv/edit' },
    { name: 'new platform', path: '/platforms/new' },
    { name: 'wrong words, reported', path: '/wrong-words' },
  ].map((stop) => ({ as: 'admin', ...stop }));
