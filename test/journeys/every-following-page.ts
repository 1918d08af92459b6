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
