import type { Page } from 'playwright-core';
import type { Locale } from '../../src/core/i18n/locales';
import { aBrowser, carrySession, faultsOf, overflowOf } from '../support/browser';
import type { TestClient } from '../support/client';
import { asDemo, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import { everyPage, type Stop } from './every-page';

/** Looked at by every rule. */
export const FIRST: Locale = 'sl';
/** While you work on some pages: a part of their names, such as `STOPS=poll`. */
const STOPS = process.env['STOPS'] ?? '';
/** Windows that walk at the same time. */
const LANES = 3;
/** A language takes longer than other tests do. */
export const PATIENCE = 600_000;

/** A walk through every page of a hub with the demo data. */
export function aWalk() {
  const browser = aBrowser();
  const clients = new Map<string | undefined, TestClient>();
  const walked = {} as { hub: TestHub; all: Stop[]; stops: Stop[] };

  beforeAll(async () => {
    walked.hub = await startDemonstration();
    walked.all = await everyPage(walked.hub);
    walked.stops = walked.all.filter(({ name }) => name.includes(STOPS));
    for (const account of new Set(walked.stops.flatMap((stop) => stop.as ?? [])))
      clients.set(account, await asDemo(walked.hub, account));
  }, PATIENCE);
  afterAll(() => walked.hub.close());

  /** All pages in one language, in several windows that share the list. Tells what is wrong with which page. */
  async function walk(locale: Locale, look: (page: Page) => Promise<string[]>): Promise<string[]> {
    const list = [...walked.stops];
    const lanes = Array.from({ length: LANES }, async () => {
      const page = await browser.openPage(walked.hub, `/${locale}`, { examined: true });
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
    await carrySession(page.context(), walked.hub, clients.get(stop.as));
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

  return { walked, walk };
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

export async function overflowsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  const overflow = await overflowOf(page);
  return overflow ? [`sticks out by ${overflow} pixels at ${width}`] : [];
}
