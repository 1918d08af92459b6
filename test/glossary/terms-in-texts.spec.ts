import { readFileSync } from 'node:fs';
import { renderMarkdown } from '../../src/core/markdown/markdown';
import { loadGlossary } from '../../src/demo/glossary';
import { linked, termsIn } from '../../src/glossary/recognition/marking';
import { recogniserOf } from '../../src/glossary/recognition/recognition.service';
import type { Recogniser } from '../../src/glossary/recognition/recogniser';
import { TermIndex } from '../../src/glossary/terms/term-index.service';
import { TermMarks } from '../../src/ui/terms';
import { aPerson } from '../factories/people';
import { aRoom, something } from '../factories/rooms';
import { aBrowser, describeJourneys, faultsOf, violationsOf } from '../support/browser';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  await hub.database.transaction((tx) => loadGlossary(tx, new Date()));
  hub.app.get(TermIndex).forget();
  await hub.app.get(TermIndex).current();
});
afterAll(() => hub.close());

describe('The terms in a text', () => {
  let recogniser: Recogniser;
  beforeAll(async () => (recogniser = recogniserOf(await hub.app.get(TermIndex).current(), 'en')));

  const mark = (html: string) => linked(html, termsIn(html, recogniser), (slug) => `/sv/glossary/${slug}`);
  const link = (slug: string, words: string) =>
    `<a class="term" href="/sv/glossary/${slug}" data-concept="${slug}">${words}</a>`;

  it('are links to what they mean, where each stands first', () => {
    expect(mark('<p>Social enterprises and <em>social enterprises</em> in a municipality.</p>')).toBe(
      `<p>${link('social-enterprise', 'Social enterprises')} and <em>social enterprises</em> in a ${link('municipality', 'municipality')}.</p>`,
    );
  });

  it('are left alone in links, code and headings', () => {
    for (const html of [
      '<p><a href="/x">social enterprise</a></p>',
      '<p><code>social enterprise</code></p>',
      '<pre><code>social <b>enterprise</b>\nmunicipality</code></pre>',
      '<h2>Social <em>enterprise</em> of the municipality</h2>',
      '<p title="social enterprise" data-x="a municipality">-</p>',
    ])
      expect(mark(html)).toBe(html);
    expect(mark('<a href="/x">a</a> municipality')).toContain(link('municipality', 'municipality'));
  });

  it('never change the HTML beside them, whatever it is', () => {
    const bare = (html: string) => html.replace(/<a class="term"[^>]*>(.*?)<\/a>/g, '$1');
    const odd = [
      'a &amp; municipality &lt;b&gt; &#39;grant&#39; &unknown; & < > " \'',
      '<p>municipality',
      '</a></a> municipality <a> municipality',
      '< municipality > <!-- municipality --> <3 municipality',
      `<img alt="municipality > grant"> municipality`,
      '\u0003\u0001html\u0002 municipality \ud800 \u{1f600}',
      '<p>'.repeat(1000) + 'municipality' + '</p>'.repeat(1000),
    ];
    for (const html of odd) expect(bare(mark(html))).toBe(html);
    for (const locale of ['sv', 'sl', 'it', 'en']) {
      const { occurrences } = (
        JSON.parse(readFileSync('test/glossary/occurrences.json', 'utf8')) as Record<
          string,
          { occurrences: string[] }
        >
      )[locale]!;
      const html = renderMarkdown(occurrences.join('\n\n> *quoted* `code` **bold** & more\n\n'), 'x');
      const made = hub.app.get(TermMarks).mark(html, locale, 'sv');
      expect(bare(made)).toBe(html);
      expect(made.match(/class="term"/g)!.length).toBeGreaterThan(20);
    }
  });
});

describeJourneys('A reader who meets a term', () => {
  const browser = aBrowser();

  async function aThread(): Promise<string> {
    const person = await aPerson(hub, { grants: [{ role: 'administrator' }] });
    const room = await aRoom(hub, { visibility: 'public' });
    const client = await TestClient.as(hub, person);
    const input = {
      ...something(),
      title: 'A thread',
      body: 'V občini je pet **socialnih podjetij**.',
      locale: 'sl',
    };
    const answer = await client.send('post', `/api/v1/rooms/${room.id}/threads`, input);
    expect(answer.status).toBe(201);
    return `/sv/threads/${(answer.body as { id: string }).id}`;
  }

  it('is told what it means by pointer, keyboard and Escape, and finds its page', async () => {
    const page = await browser.openPage(hub, await aThread(), { speaks: 'sv' });
    const faults = faultsOf(page);
    const term = page.getByRole('link', { name: 'socialnih podjetij' });
    const tip = page.getByRole('tooltip');
    await term.hover();
    await tip.waitFor();
    expect(await tip.innerText()).toContain('socialt företag');
    expect(await tip.innerText()).toContain('Enterprise whose main aim');
    expect(await tip.innerText()).toContain('Översättning saknas');
    await tip.hover();
    await page.waitForTimeout(400);
    expect(await tip.count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await tip.count()).toBe(0);
    await page.mouse.move(0, 0);
    await page.getByRole('link', { name: 'občini' }).focus();
    await page.keyboard.press('Tab');
    await tip.waitFor();
    expect(await term.getAttribute('aria-describedby')).toBe('term-tip');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sv/glossary/social-enterprise');
    expect(faults).toEqual([]);
  });

  it('finds its page without any script', async () => {
    const page = await browser.openPage(hub, await aThread(), { javaScript: false });
    await page.getByRole('link', { name: 'socialnih podjetij' }).click();
    expect(page.url()).toContain('/sv/glossary/social-enterprise');
  });
});
