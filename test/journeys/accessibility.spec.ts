import type { Page } from 'playwright-core';
import { LOCALES, type Locale } from '../../src/core/i18n/locales';
import {
  aBrowser,
  carrySession,
  describeJourneys,
  faultsOf,
  overflowOf,
  violationsOf,
} from '../support/browser';
import type { TestClient } from '../support/client';
import { asDemo, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import { everyPage, type Stop } from './every-page';

interface Look {
  locale: Locale;
  width?: number;
  dark?: boolean;
}

/** Windows that walk at the same time. */
const LANES = 3;
const PHONES = [360, 320];
/** A language takes longer than other tests do. */
const PATIENCE = 120_000;

describeJourneys('Every page', () => {
  const browser = aBrowser();
  const clients = new Map<string | undefined, TestClient>();
  let hub: TestHub;
  let stops: Stop[];

  beforeAll(async () => {
    hub = await startDemonstration();
    stops = await everyPage(hub);
    for (const account of ['member.it', 'organiser', 'host.si', 'admin'])
      clients.set(account, await asDemo(hub, account));
  }, PATIENCE);
  afterAll(() => hub.close());

  /** All pages in one look, in several windows that share the list. Tells what is wrong with which page. */
  async function walk(look: Look): Promise<string[]> {
    const list = [...stops];
    const lanes = Array.from({ length: LANES }, async () => {
      const page = await browser.openPage(hub, `/${look.locale}`, look);
      const scripts = faultsOf(page);
      const found: string[] = [];
      for (let stop = list.shift(); stop; stop = list.shift()) {
        const faults = [...(await visit(page, stop, look)), ...scripts.splice(0)];
        found.push(...faults.map((fault) => `${stop.name} (${look.locale}): ${fault}`));
      }
      return found;
    });
    return (await Promise.all(lanes)).flat();
  }

  async function visit(page: Page, stop: Stop, { locale, width = 1280 }: Look): Promise<string[]> {
    await page.setViewportSize({ width, height: 800 });
    await carrySession(page.context(), hub, clients.get(stop.as));
    const answer = await page.goto(`/${locale}${stop.path}`);
    await stop.act?.(page);
    await page.waitForLoadState();
    return [
      ...(answer?.status() === (stop.status ?? 200) ? [] : [`answers ${answer?.status()}`]),
      ...(await structureFaults(page, locale)),
      ...(await violationsOf(page)),
      ...(await overflows(page)),
    ];
  }

  it('is on the list', () => {
    const routes = pageRoutes(hub);
    const paths = stops.map(({ path }) => `/sl${path.split('?')[0]}`);
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter((route) => !paths.some((path) => route.test(path)))).toEqual([]);
  });

  it.each(LOCALES)(
    'is accessible in %s, with one heading, and fits a phone',
    async (locale) => {
      expect(await walk({ locale })).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is accessible on a phone in the dark',
    async () => {
      expect(await walk({ locale: 'sl', width: 360, dark: true })).toEqual([]);
    },
    PATIENCE,
  );
});

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** What the addresses of all pages look like. */
function pageRoutes(hub: TestHub): RegExp[] {
  const { router } = hub.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack
    .flatMap(({ route }) => (route?.methods['get'] && route.path.startsWith('/:locale') ? [route.path] : []))
    .map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));
}

async function structureFaults(page: Page, locale: Locale): Promise<string[]> {
  const { lang, headings, raw } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    raw: /\{\{|\w+:\w+\.\w+|\bundefined\b|\bNaN\b|\[object/.exec(document.body.innerText)?.[0],
  }));
  return [
    ...(lang === locale ? [] : [`says that it is in ${lang}`]),
    ...(raw ? [`shows “${raw}”`] : []),
    ...(headings === 1 ? [] : [`has ${headings} first headings`]),
  ];
}

async function overflows(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of PHONES) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await overflowOf(page);
    if (overflow) found.push(`sticks out by ${overflow} pixels at ${width}`);
  }
  return found;
}
