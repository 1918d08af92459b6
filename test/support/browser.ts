import type axe from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { TestClient } from './client';
import type { TestHub } from './hub';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const executable = [process.env['CHROMIUM_PATH'], ...USUAL_PLACES].find((path) => path && existsSync(path));

/** Half as long as the one that the package exports: every page that is looked at takes it in. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing is asked of anybody but the hub. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A `describe` of journeys in a real browser. Without a Chromium they are skipped and it is said loudly;
 * with REQUIRE_BROWSER=1 that is a failure.
 */
export function describeJourneys(name: string, journeys: () => void): void {
  if (executable) return describe(name, journeys);
  if (process.env['REQUIRE_BROWSER'] === '1') {
    return describe(name, () => {
      it('needs a Chromium: set CHROMIUM_PATH', () => expect(executable).toBeDefined());
    });
  }
  process.stderr.write(
    `\n*** No Chromium was found, so the journeys of “${name}” are SKIPPED. Set CHROMIUM_PATH. ***\n\n`,
  );
  describe.skip(name, journeys);
}

interface Visit {
  /** Whose session the browser has; nobody: a visitor. */
  as?: TestClient;
  /** The language that the browser asks for. */
  speaks?: string;
  javaScript?: boolean;
  width?: number;
  dark?: boolean;
  /** Pages bring axe along, which is quicker than giving it to each when it is looked at. */
  examined?: boolean;
}

/** A browser for the journeys of one file; everything that was opened is closed after each of them. */
export function aBrowser() {
  let browser: Browser;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable!, args: QUIET });
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(() => browser.close());

  return {
    /** Somebody's own browser window at a page of the hub. */
    async openPage(hub: TestHub, path: string, visit: Visit = {}): Promise<Page> {
      const context = await browser.newContext({
        baseURL: hub.url,
        javaScriptEnabled: visit.javaScript ?? true,
        locale: visit.speaks ?? 'en-GB',
        viewport: { width: visit.width ?? 1280, height: 800 },
        colorScheme: visit.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Ljubljana',
      });
      contexts.push(context);
      context.setDefaultTimeout(60_000);
      if (visit.as) await carrySession(context, hub, visit.as);
      if (visit.examined) await context.addInitScript(AXE);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
  };
}

/** From now on the window is somebody's; without a client, a visitor's. */
export async function carrySession(
  context: BrowserContext,
  hub: TestHub,
  client: TestClient | undefined,
): Promise<void> {
  await context.clearCookies();
  if (!client) return;
  const [name, value] = client.cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: hub.url }]);
}

/** Faults of the page's own scripts, from now on: errors, and whatever the content policy forbade. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      faults.push(line.text());
  });
  return faults;
}

/** What depends on words: whether everything has a name, and says which language it is in. */
export const RULES_OF_WORDS = [
  ...['document-title', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'heading-order', 'empty-heading'],
  ...[
    'page-has-heading-one',
    'landmark-unique',
    'link-name',
    'button-name',
    'summary-name',
    'select-name',
    'label',
  ],
  ...['label-title-only', 'form-field-multiple-labels', 'input-button-name', 'input-image-alt', 'image-alt'],
  ...['image-redundant-alt', 'role-img-alt', 'svg-img-alt', 'table-duplicate-name', 'empty-table-header'],
  ...['aria-command-name', 'aria-input-field-name', 'aria-toggle-field-name', 'aria-dialog-name'],
  ...['aria-meter-name', 'aria-progressbar-name', 'aria-tooltip-name', 'scrollable-region-focusable'],
];

/** What breaks a rule of axe (WCAG 2.2 A and AA, and good practice), targets of 24 pixels among them; or some rules. */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        ...(values
          ? { runOnly: { type: 'rule' as const, values } }
          : { rules: { 'target-size': { enabled: true } } }),
        resultTypes: ['violations'],
        preload: false,
      }),
    rules,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

export async function expectAccessible(page: Page): Promise<void> {
  const found = await violationsOf(page);
  expect({ at: page.url(), found }).toEqual({ at: page.url(), found: [] });
}

/** Pixels that stick out sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await overflowOf(page);
  expect({ at: page.url(), overflow }).toEqual({ at: page.url(), overflow: 0 });
}
