import { MachineRunner } from '../../src/translations/machine/machine-runner.service';
import { MachineTasks } from '../../src/translations/machine/machine-tasks.service';
import { MachineTiming } from '../../src/translations/machine/machine-timing';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { DeepLStub, libreTranslate } from '../support/machine/answering';
import { ETranslationStub } from '../support/machine/calling';
import { aDocument } from '../support/machine/documents';
import { WITH_ANSWERS, WITH_TEXTS, type Mischief } from '../support/machine/mischief';
import { expectSameForm } from '../support/machine/same-form';
import type { Stub } from '../support/machine/stub';

/** `npm run bench:translate` asks for 1,000 through each provider. */
const DOCUMENTS = Number(process.env['MACHINE_DOCUMENTS'] ?? 30);
const MISCHIEF: Mischief[] = [...WITH_ANSWERS, ...WITH_TEXTS, 'none'];
const TURNS = 8;

/** What must stand in a translation as it stands in the original, as anybody would look for it. */
const KEPT =
  /(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)|https?:\/\/[^\s)>]+|@anna\.novak|\p{Extended_Pictographic}|\[\^1\]|\{\{name\}\}|<[^<>\n]+>|\b\d{4}\b/gu;
const keptOf = (text: string) => (text.match(KEPT) ?? []).map((found) => found.replace(/[.,]+$/, '')).sort();

interface Figures {
  shown: number;
  notShown: number;
  segments: number;
  refused: number;
}

describe.each<[string, () => Stub, (url: string) => Record<string, string>]>([
  ['libretranslate', () => libreTranslate('key'), () => ({})],
  ['deepl', () => new DeepLStub('key'), () => ({})],
  [
    'etranslation',
    () => new ETranslationStub('app', 'key'),
    (url) => ({ MACHINE_TRANSLATION_APPLICATION: 'app', MACHINE_TRANSLATION_URL: `${url}/si/translate` }),
  ],
])('%s, which misbehaves in every way', (provider, makeStub, more) => {
  let hub: TestHub;
  let stub: Stub;

  beforeAll(async () => {
    stub = await makeStub().start();
    hub = await startHub({
      MACHINE_TRANSLATION: provider,
      MACHINE_TRANSLATION_URL: stub.url,
      MACHINE_TRANSLATION_KEY: 'key',
      MACHINE_TRANSLATION_BUDGET: '0',
      MACHINE_TRANSLATION_TIMEOUT: '2',
      ...more(stub.url),
    });
    Object.assign(hub.config, { baseUrl: hub.url });
    Object.assign(hub.app.get(MachineTiming), { again: 0, pause: 0, unanswered: -1, attempts: 3 });
  });
  afterAll(async () => {
    await hub.close();
    await stub.stop();
  });

  it(
    `never shows anything else than the same text in another language: ${DOCUMENTS} documents`,
    async () => {
      const documents = await written();
      for (const [place, id] of [...documents.keys()].entries()) await translated(id, place);
      const figures = await judged(documents);
      const { shown, notShown, segments, refused } = figures;
      process.stdout.write(
        `${provider}: ${shown} of ${DOCUMENTS} shown, ${notShown} left out, none corrupted; ` +
          `${segments} segments with every mark, ${refused} refused or missing; ${stub.told.length} requests\n`,
      );
      expect(shown + notShown).toBe(DOCUMENTS);
      expect(shown).toBeGreaterThan(DOCUMENTS / 3);
      expect(notShown).toBeGreaterThan(DOCUMENTS / 10);
    },
    120_000 + DOCUMENTS * 1000,
  );

  /** Posts by their ids. */
  async function written(): Promise<Map<string, string>> {
    const room = await aRoom(hub);
    const member = await aPerson(hub, { grants: [{ role: 'member', placeId: room.platformId }] });
    const author = await TestClient.as(hub, member);
    const thread = await aThread(hub, room, member, { locale: 'sl' });
    const documents = new Map<string, string>();
    for (let seed = 0; seed < DOCUMENTS; seed += 1) {
      const body = aDocument(seed + 5000);
      const answer = await author.send(
        'post',
        `/api/v1/threads/${thread.id}/posts`,
        something(body, { locale: 'sl' }),
      );
      expect(answer.status).toBe(201);
      documents.set((answer.body as { id: string }).id, body);
    }
    return documents;
  }

  async function translated(id: string, place: number): Promise<void> {
    stub.behave({ mischief: MISCHIEF[place % MISCHIEF.length]!, oneOf: 2, seed: place + 1, delay: 20 });
    if (stub instanceof ETranslationStub) stub.delivery = { times: 1 + (place % 3), shuffled: true };
    await hub.app.get(MachineTasks).ask('post', id, ['sv']);
    for (let turn = 0; turn < TURNS; turn += 1) {
      await hub.app.get(MachineRunner).pass();
      await hub.database.query('delete from machine_providers'); // nobody waits here for what it asked us to wait for
      const [task] = await hub.database.query<[{ state: string }]>(
        'select state from machine_tasks where owner_id = $1',
        [id],
      );
      if (task.state === 'done' || task.state === 'refused') return;
    }
  }

  async function judged(documents: Map<string, string>): Promise<Figures> {
    const figures = { shown: 0, notShown: 0, segments: 0, refused: 0 };
    for (const [id, source] of documents) {
      const [made] = await hub.database.query<{ body: string; html: string; status: string }[]>(
        `select body, html, status from post_translations where owner_id = $1 and locale = 'sv'`,
        [id],
      );
      if (made) {
        expectSameForm(source, made.body);
        expect(made.status).toBe('machine');
        expect(made.html).not.toMatch(/<(script|img|iframe)|javascript:|evil\.example/i);
        figures.shown += 1;
      } else figures.notShown += 1;
      const segments = await hub.database.query<{ source: string; text: string | null }[]>(
        `select source, text from translation_segments where owner_id = $1 and locale = 'sv'`,
        [id],
      );
      for (const { source: original, text } of segments) {
        if (text !== null) expect(keptOf(text)).toEqual(keptOf(original));
        figures[text === null ? 'refused' : 'segments'] += 1;
      }
      if (!made) expect(segments.some(({ text }) => text === null)).toBe(true);
    }
    return figures;
  }
});
