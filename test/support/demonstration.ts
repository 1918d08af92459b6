import type { Page } from 'playwright-core';
import { Language } from '../../src/core/i18n/language';
import type { Locale } from '../../src/core/i18n/locales';
import { loadDemo } from '../../src/demo/load';
import { TestClient } from './client';
import { startHub, type TestHub } from './hub';

/** A hub with the demo data, as after the first start. */
export async function startDemonstration(): Promise<TestHub> {
  const hub = await startHub({ DEMO: 'on', DEMO_PASSWORD: 'a table for all of us' });
  await loadDemo(hub.app, () => undefined);
  return hub;
}

/** One of the demo people, also of those who have no password: `host.it`. */
export async function asDemo(hub: TestHub, account: string): Promise<TestClient> {
  const email = `${account}@demo.example`;
  const [person] = await hub.database.query<{ id: string; name: string }[]>(
    'select id, name from people where email = $1',
    [email],
  );
  return TestClient.as(hub, { ...person!, email });
}

/** The path of the thread that the demo data call so, by a part of its title in its own language. */
export async function demoThread(hub: TestHub, title: string): Promise<string> {
  const [thread] = await hub.database.query<{ id: string }[]>(
    `select id from threads where title like '%' || $1 || '%'`,
    [title],
  );
  return `/threads/${thread!.id}`;
}

/** On the sign-in page: enters as one of the people who are offered there. */
export async function demoSignIn(page: Page, locale: Locale, name: string): Promise<void> {
  const label = Language.of(locale).t('accounts:demo.enter_as', { name });
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('banner').getByText(name).waitFor();
}
