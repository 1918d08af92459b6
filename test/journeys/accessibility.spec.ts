import type { Page } from 'playwright-core';
import { LOCALES, type Locale } from '../../src/core/i18n/locales';
import {
  RULES_OF_WORDS,
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

/** Looked at by every rule, also on a phone in the dark; the others differ from it by their words. */
const FIRST: Locale = 'sl';
const OTHERS = LOCALES.filter((locale) => locale !== FIRST);
/** Windows that walk at the same time. */
const LANES = 3;
/** A language takes longer than other tests do. */
const PATIENCE = 600_000;

describeJourneys('Every page', () => {
  const browser = aBrowser();
  const clients = new Map<string | undefined, TestClient>();
  let hub: TestHub;
  let stops: Stop[];

  beforeAll(async () => {
    hub = await startDemonstration();
    stops = await everyPage(hub);
    for (const account of new Set(stops.flatMap((stop) => stop.as ?? [])))
      clients.set(account, await asDemo(hub, account));
  }, PATIENCE);
  afterAll(() => hub.close());

  /** All pages in one language, in several windows that share the list. Tells what is wrong with which page. */
  async function walk(locale: Locale, look: (page: Page) => Promise<string[]>): Promise<string[]> {
    const list = [...stops];
    const lanes = Array.from({ length: LANES }, async () => {
      const page = await browser.openPage(hub, `/${locale}`, { examined: true });
      const scripts = faultsOf(page);
      const found: string[] = [];
      for (let stop = list.shift(); stop; stop = list.shift()) {
        const faults = [...(await visit(page, stop, locale)), ...(await look(page)), ...scripts.splice(0)];
        found.push(...faults.map((fault) => `${stop.name} (${locale}): ${fault}`));
      }
      return found;
    });
    return (await Promise.all(lanes)).flat();
  }

  async function visit(page: Page, stop: Stop, locale: Locale): Promise<string[]> {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await carrySession(page.context(), hub, clients.get(stop.as));
    const answer = await page.goto(`/${locale}${stop.path}`);
    const acted = await (stop.act?.(page) ?? Promise.resolve()).then(
      () => [],
      (error: unknown) => [`cannot be acted on: ${String(error).split('\n')[0]}`],
    );
    await page.waitForLoadState();
    return [
      ...acted,
      ...(answer?.status() === (stop.status ?? 200) ? [] : [`answers ${answer?.status()}`]),
      ...(await structureFaults(page, locale)),
    ];
  }

  it('is on the list', () => {
    const routes = pageRoutes(hub);
    const paths = stops.map(({ path }) => `/sl${path.split('?')[0]}`);
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter((route) => !paths.some((path) => route.test(path)))).toEqual([]);
  });

  it(
    `breaks no rule at a desk, nor on a phone in the dark, and fits it, in ${FIRST}`,
    async () => {
      const faults = await walk(FIRST, async (page) => {
        const desk = await violationsOf(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const narrow = [...(await overflowsAt(page, 320)), ...(await overflowsAt(page, 360))];
        const phone = await violationsOf(page);
        return [...desk, ...narrow, ...phone.map((fault) => `dark, on a phone: ${fault}`)];
      });
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it.each(OTHERS)(
    'breaks no rule by its words, has one heading, and fits a phone, in %s',
    async (locale) => {
      const look = async (page: Page) => [
        ...(await violationsOf(page, RULES_OF_WORDS)),
        ...(await overflowsAt(page, 320)),
      ];
      expect(await walk(locale, look)).toEqual([]);
    },
    PATIENCE,
  );
});

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Addresses that hand out files, and parts of pages. */
const FILES = new RegExp(
  [
    ...[
      String.raw`\.(csv|json|jsonld|ttl|xlsx|atom|bib|ris)$`,
      '/exchange/(:format|memory|termbase)$',
      '/:slug/export$',
    ],
    ...['/editions/:handbook/:language/:number/:format$', '/edit/archive/:id$', '/data/:file$', '/:id/part$'],
  ].join('|'),
);

/** What the addresses of all pages look like. */
function pageRoutes(hub: TestHub): RegExp[] {
  const { router } = hub.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack
    .flatMap(({ route }) => (route?.methods['get'] && route.path.startsWith('/:locale') ? [route.path] : []))
    .filter((path) => !FILES.test(path))
    .map((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace(/\*\w+/g, '.+')}$`));
}

async function structureFaults(page: Page, locale: Locale): Promise<string[]> {
  const { lang, headings, raw } = await page.evaluate(() => {
    const words = document.body.cloneNode(true) as HTMLElement;
    for (const other of words.querySelectorAll('code, script, template')) other.remove();
    return {
      lang: document.documentElement.lang,
      headings: document.querySelectorAll('h1').length,
      raw: /\{\{|\b[a-z]+:[a-z]\w*\.\w+|\bundefined\b|\bNaN\b|\[object/.exec(words.textContent)?.[0],
    };
  });
  return [
    ...(lang === locale ? [] : [`says that it is in ${lang}`]),
    ...(raw ? [`shows “${raw}”`] : []),
    ...(headings === 1 ? [] : [`has ${headings} first headings`]),
  ];
}

async function overflowsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  const overflow = await overflowOf(page);
  return overflow ? [`sticks out by ${overflow} pixels at ${width}`] : [];
}
