import type { Page } from 'playwright-core';
import { demoThread } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const chooseLevel = async (page: Page) => {
  await page.locator('#level').locator('xpath=ancestor::details').locator('summary').click();
  await page.locator('#level').waitFor();
};

/** What is new for somebody, and how closely she follows. */
export async function followingPages(hub: TestHub): Promise<Stop[]> {
  return [
    { name: 'what is new', path: '/what-is-new', as: 'member.it' },
    { name: 'what is new of what one follows', path: '/what-is-new?only=followed', as: 'member.it' },
    { name: 'what is new in one room', path: '/what-is-new?room=coop-international', as: 'member.it' },
    { name: 'the next unread thread, when there is none', path: '/what-is-new/next', as: 'translator' },
    { name: 'nothing new', path: '/what-is-new?page=9', as: 'translator' },
    { name: 'rooms and threads that one follows', path: '/followed-rooms', as: 'member.it' },
    {
      name: 'how closely one follows a thread',
      path: await demoThread(hub, 'Clausole sociali'),
      as: 'member.it',
      act: chooseLevel,
    },
    { name: 'how closely one follows a room', path: '/rooms/npd-it', as: 'member.it', act: chooseLevel },
  ];
}
