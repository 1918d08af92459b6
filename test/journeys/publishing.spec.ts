import type { Page } from 'playwright-core';
import { Actor } from '../../src/core/access/actor';
import { Chapters } from '../../src/handbooks/writing/chapters.service';
import { aParticipant, aPractice, aResult } from '../factories/practices';
import { aBrowser, describeJourneys, expectAccessible, expectNoOverflow, faultsOf } from '../support/browser';
import type { TestClient } from '../support/client';
import { asDemo, startDemonstration } from '../support/demonstration';
import type { TestHub } from '../support/hub';
import { readPdf } from '../support/pdf';

const HANDBOOK = 'prirocnik-dobrih-praks';
const TITLE = 'Naročilo v treh sklopih';
const TITOLO = 'Un appalto in tre lotti';

const WORDS = {
  ...{ title: TITLE, strapline: 'Občina razdeli naročilo, da ga zmore socialno podjetje.' },
  ...{ problem: 'Naročilo je bilo preveliko.', solution: 'Občina ga je razdelila na tri sklope.' },
};

/** Issue 5: a case from the first word to the printed book, in two languages. */
describeJourneys('A good practice on its way into print', () => {
  const browser = aBrowser();
  let hub: TestHub;
  let people: Record<
    'member.si' | 'host.si' | 'member.it' | 'member.gb' | 'organiser' | 'translator',
    TestClient
  >;

  beforeAll(async () => {
    hub = await startDemonstration();
    const accounts = ['member.si', 'host.si', 'member.it', 'member.gb', 'organiser', 'translator'] as const;
    const clients = await Promise.all(accounts.map((account) => asDemo(hub, account)));
    people = Object.fromEntries(accounts.map((account, place) => [account, clients[place]])) as typeof people;
  });
  afterAll(() => hub.close());

  /** Complete, in Slovenian, and still nobody's but its author's. */
  async function draft(): Promise<{ id: string; slug: string }> {
    const [{ author, partnership }] = await hub.database.query<[{ author: string; partnership: string }]>(
      `select (select id from people where email = 'member.si@demo.example') as author,
         (select id from partnerships where slug = 'coop') as partnership`,
    );
    const { id, slug } = await aPractice(hub, {
      ...{ partnershipId: partnership, authorId: author, locale: 'sl', slug: 'trije-sklopi', columns: WORDS },
    });
    await aResult(hub, id);
    await aParticipant(hub, id);
    return { id, slug };
  }

  const open = (path: string, as?: TestClient) => browser.openPage(hub, path, { ...(as && { as }) });
  const send = async (page: Page, form: string) => {
    await page.locator(`#${form} button`).last().click();
    await page.getByRole('status').first().waitFor();
  };

  async function judged(slug: string, reviewer: TestClient): Promise<void> {
    const page = await open(`/it/practices/${slug}/review`, reviewer);
    await page.locator('#declare input[value=accept]').check();
    await send(page, 'declare');
    await page.goto(`/it/practices/${slug}/review`);
    for (const gate of await page.locator('#judge input[value=yes]').all()) await gate.check();
    for (const score of await page.locator('#judge input[type=radio][value="3"]').all()) await score.check();
    await page.locator('#judge textarea[name=comment]').fill('Convincente: i numeri sono contati da altri.');
    await page.locator('#judge button.button-main').click();
    await page.getByRole('status').first().waitFor();
    await page.context().close();
  }

  it('is reviewed abroad, frozen, translated side by side, published and printed in both languages', async () => {
    const { id, slug } = await draft();
    const at = `/sl/practices/${slug}/case`;

    // The author hands it in; the host of her country checks it and asks a reviewer, another one volunteers.
    const author = await open(`/sl/practices/${slug}/edit`, people['member.si']);
    const faults = faultsOf(author);
    await author.locator('form[action$="/case/submit"] button').click();
    await author.getByRole('status').first().waitFor();
    const host = await open(at, people['host.si']);
    await expectAccessible(host);
    for (const tick of await host.locator('#check input[type=checkbox]').all()) await tick.check();
    await host.locator('#check button[value=pass]').click();
    await host.getByRole('status').first().waitFor();
    for (const account of ['member.it', 'member.gb'] as const) {
      const page = await open(at, people[account]);
      await send(page, 'volunteer');
      await judged(slug, people[account]);
    }

    // Everybody who may see it sees that it is good, and that the editors have it now.
    await author.goto(at);
    await author.getByText('Convincente').first().waitFor();
    const editor = await open(at, people.organiser);
    await send(editor, 'take');
    await send(editor, 'freeze');

    // Word by word into Italian, at the desk, and reviewed by somebody else.
    const desk = await open(`/it/translations/practice/${id}/it`, people.translator);
    await desk.getByText(TITLE).first().waitFor();
    await expectAccessible(desk);
    await translated(id);
    await send(await open(at, people.organiser), 'publish');

    // A chapter takes it in, and the handbook is frozen in both languages.
    await hub.app
      .get(Chapters)
      .add(Actor.system, HANDBOOK, { ...CHAPTER, body: `::: practice ${slug}\n:::` })
      .then(({ slug: chapter }) => hub.app.get(Chapters).publish(Actor.system, HANDBOOK, chapter));
    const reader = await open(`/it/practices/${slug}`);
    await reader.getByRole('heading', { name: TITOLO }).waitFor();
    for (const language of ['sl', 'it']) {
      await editor.goto(`/${language}/editions/${HANDBOOK}/new?language=${language}`);
      await expectAccessible(editor);
      await editor.locator('textarea[name=editors]').fill('Demo uredništvo');
      const decided = editor.locator('input[name=decided]');
      if (await decided.count()) await decided.check();
      await editor.locator('#freeze button.button-main').click();
      await editor.getByRole('status').first().waitFor();
    }
    await expectNoOverflow(editor);
    await hub.drain();
    const slovenian = await printed('sl');
    expect(slovenian.text).toContain(TITLE);
    expect(slovenian.text).toContain('This project has received funding from the European Union');
    const italian = await printed('it');
    expect(italian.text).toContain(TITOLO);
    expect(italian.text).not.toContain(TITLE);
    expect([slovenian.language, italian.language]).toEqual([
      expect.stringMatching(/^sl/),
      expect.stringMatching(/^it/),
    ]);

    // Whoever reads the handbook finds the book beside it.
    await reader.goto(`/it/handbooks/${HANDBOOK}`);
    await reader.getByRole('link', { name: 'Edizione 1, italiano' }).waitFor();
    await expectAccessible(reader);
    expect(faults).toEqual([]);
  });

  const CHAPTER = { below: null, locale: 'sl', title: 'Primeri', lead: null, numbered: true };

  /** All that was said of the case, by a translator; reviewed, as the demonstration asks nobody else to. */
  async function translated(id: string): Promise<void> {
    const path = `/api/v1/texts/practice/${id}/translations/it`;
    const { body } = await people.translator.get(path);
    const { segments } = body as {
      segments: { id: string; version: number; source: string; string: string }[];
    };
    const said = segments.map(({ id: segment, version, source, string }) => ({
      ...{ id: segment, version, status: 'reviewed' },
      text: string === 'title' ? TITOLO : `In italiano: ${source}`,
    }));
    const saved = await people.translator.send('put', path, { segments: said });
    expect(saved.status).toBe(200);
  }

  async function printed(locale: string): Promise<{ text: string; language: string }> {
    const file = await people.organiser.agent
      .get(`/${locale}/editions/${HANDBOOK}/${locale}/1/pdf-b5`)
      .responseType('blob');
    expect(file.status).toBe(200);
    const { pages, language } = readPdf(file.body as Buffer);
    const words = pages.map((page) => page.words).join(' ');
    return { language, text: words.replace(/[-\u00ad]\n/g, '').replace(/[\s\u200b]+/g, ' ') };
  }
});
