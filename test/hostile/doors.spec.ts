import type { Response } from 'supertest';
import { Language } from '../../src/core/i18n/language';
import { LOCALES } from '../../src/core/i18n/locales';
import { loadDemo } from '../../src/demo/load';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { HOSTILE, dealt, isFoul, kept, keptLine } from '../support/hostile';
import { PATHOLOGICAL } from '../support/pathological';
import { ask, openSocket } from '../support/socket';
import { startHub, type TestHub } from '../support/hub';

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
}

interface Operation {
  parameters?: { in: string; name: string }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  tags?: string[];
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Everybody's input is hostile: whatever comes through whichever door, the hub answers and goes on. */
describe('Hostile input', () => {
  jest.setTimeout(600_000); // a list that grows with every route
  let hub: TestHub;
  let administrator: TestClient;
  let ids: Record<string, string>;

  beforeAll(async () => {
    hub = await startHub({ DEMO: 'on' });
    await loadDemo(hub.app, () => undefined);
    const find = async (sql: string) => (await hub.database.query<{ id: string }[]>(sql))[0]?.id ?? '';
    const person = await find(`select person_id as id from grants where role = 'administrator'`);
    administrator = await TestClient.as(hub, { id: person, email: '', name: '' });
    ids = {
      rooms: await find(`select id from rooms where visibility = 'public' limit 1`),
      threads: await find('select id from threads limit 1'),
      posts: await find('select id from posts limit 1'),
    };
  });
  afterAll(() => hub.close());

  const description = async (): Promise<Description> =>
    (await administrator.get('/api/openapi.json')).body as Description;

  /** `/api/v1/threads/{id}/posts` with an id that exists where we know one. */
  const addressOf = (path: string, stranger: string): string =>
    path
      .replace('{locale}', 'sl')
      .replace(/\/(rooms|threads|posts)\/\{id\}/, (_, noun: string) => `/${noun}/${ids[noun]}`)
      .replace(/\{[^}]+\}/g, encodeURIComponent(stranger.toWellFormed()));

  function propertiesOf(operation: Operation, { components }: Description): string[] {
    const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    const resolved = schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1)!] : schema;
    return Object.keys(resolved?.properties ?? {});
  }

  it('never fails on hostile addresses and queries', async () => {
    const { paths } = await description();
    const strangers = ['%', 'a'.repeat(3000), "' or 1=1", '00000000-0000-4000-8000-000000000000', 'ž\u0000'];
    const addresses = Object.entries(paths).flatMap(([path, verbs]) => {
      if (!verbs['get']) return [];
      const query = 'page=x%00&after=-1&before=x&around=1e999&q=%00%F0&limit=0&locale[]=x&type=%27';
      return [...strangers.map((stranger) => addressOf(path, stranger)), `${addressOf(path, 'si')}?${query}`];
    });
    const failures = await all(addresses, async (address) => {
      const { status } = await administrator.get(address);
      return status >= 500 && `${status} GET ${address.slice(0, 120)}`;
    });
    expect(failures).toEqual([]);
  });

  it('never fails on hostile bodies at any route that changes something', async () => {
    const whole = await description();
    const shapeless = [null, 7, 'text', [[]], { constructor: { prototype: 1 } }, nested(300)];
    const sends = Object.entries(whole.paths).flatMap(([path, verbs]) =>
      (['post', 'put', 'patch'] as const).flatMap((method) => {
        const operation = verbs[method];
        if (!operation || /session|sign-out/.test(path)) return [];
        const bodies = [...dealt(propertiesOf(operation, whole)), ...shapeless];
        return bodies.map((body) => ({ method, path, body }));
      }),
    );
    const failures = await all(sends, async ({ method, path, body }) => {
      const answer = await administrator.agent[method](addressOf(path, 'si'))
        .type('json')
        .redirects(0)
        .send(JSON.stringify(body));
      return (
        answer.status >= 500 && `${answer.status} ${method} ${path} ${JSON.stringify(body).slice(0, 80)}`
      );
    });
    expect(failures).toEqual([]);
  });

  it('never fails on hostile forms, and keeps what was typed without letting it run', async () => {
    const forms = await all(await formsOf(administrator), async (address) => {
      const html = (await administrator.get(address)).text;
      return (html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/gi) ?? []).flatMap((form) => {
        const action = /action="([^"]+)"/.exec(form)?.[1];
        if (!action || /sign-out|sessions|password/.test(action)) return [];
        const names = [...form.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!);
        const token = /name="_token" value="([^"]*)"/.exec(form)?.[1] ?? '';
        return dealt(names).map((fields) => ({ action, fields: { ...fields, _token: token } }));
      });
    });
    const failures = await all(forms.flat(), async ({ action, fields }) => {
      const answer = await administrator.agent.post(action).type('form').redirects(0).send(fields);
      if (answer.status >= 500) return `${answer.status} ${action} ${JSON.stringify(fields).slice(0, 100)}`;
      return /<script>document\.title|<img src=x onerror/.test(answer.text) && `unescaped at ${action}`;
    });
    expect(failures).toEqual([]);
  });

  it('comes back as it was written, composed, or is refused: every text as a post by a program', async () => {
    const thread = await aThread(hub, await aRoom(hub), await aPerson(hub));
    const failures = await all(HOSTILE, async (body) => {
      const answer = await administrator.send('post', `/api/v1/threads/${thread.id}/posts`, something(body));
      if (answer.status === 422) return fieldsOf(answer) !== 'body' && `${fieldsOf(answer)}: ${short(body)}`;
      const whole = answer.status === 201 && !isFoul(body) && answer.body.body === kept(body);
      if (!whole) return `${answer.status} ${short(body)}`;
      return /<(script|img|iframe|svg|style|object)/i.test(answer.body.html) && `as HTML: ${short(body)}`;
    });
    expect(failures).toEqual([]);
  });

  it('comes back as it was written, or stays in the form that was refused: every text as a post by a page', async () => {
    const thread = await aThread(hub, await aRoom(hub), await aPerson(hub));
    const path = `/sl/threads/${thread.id}`;
    const _token = tokenOf((await administrator.get(path)).text);
    const sent: { clientId: string; body: string }[] = [];
    const failures = await all(HOSTILE, async (body) => {
      const { clientId, locale } = something();
      const form = administrator.agent.post(`${path}/posts`).type('form').redirects(0);
      const answer = await form.send({ _token, clientId, locale, replyToId: '', body });
      if (answer.status === 303) return sent.push({ clientId, body }) === 0;
      const stayed = textareaOf(answer.text) === shownAgain(body);
      return !(answer.status === 422 && stayed && answer.text.includes('composer-error')) && short(body);
    });
    expect(failures).toEqual([]);
    const rows = await hub.database.query<{ client_id: string; body: string }[]>(
      'select client_id, body from posts where thread_id = $1',
      [thread.id],
    );
    const stored = new Map(rows.map((row) => [row.client_id, row.body]));
    const changed = sent.filter(({ clientId, body }) => {
      const arrived = shownAgain(body);
      return isFoul(arrived) || stored.get(clientId) !== kept(arrived);
    });
    expect(changed.map(({ body }) => short(body))).toEqual([]);
    expect(sent.length).toBeGreaterThan(500);
  });

  it('comes back as it was written, or is refused: every text as a title, a name and a description', async () => {
    const texts = HOSTILE.filter((text) => text.length < 1100 || isFoul(text));
    /** Changes are made one after the other, since each must know the revision before. */
    const lane = async (own: string[]): Promise<string[]> => {
      const room = await aRoom(hub);
      const thread = await aThread(hub, room, await aPerson(hub));
      const revisions = { thread: 1, room: 1 };
      const failures: string[] = [];
      for (const text of own) {
        const titled = await administrator.send('patch', `/api/v1/threads/${thread.id}`, {
          ...{ title: text, baseRevision: revisions.thread },
        });
        if (titled.status === 200) revisions.thread += 1;
        if (titled.status === 200 ? titled.body.title.text !== keptLine(text) : fieldsOf(titled) !== 'title')
          failures.push(`title, ${titled.status}: ${short(text)}`);
        const name = keptLine(text).slice(0, 60).trim() || 'A name';
        const changed = await administrator.send('patch', `/api/v1/rooms/${room.id}`, {
          ...{ name, description: text, locale: 'en', visibility: 'public', baseRevision: revisions.room },
        });
        if (changed.status === 200) revisions.room += 1;
        const description = kept(text).trim() ? kept(text) : '';
        const whole =
          changed.status === 200
            ? changed.body.name.text === name && (changed.body.description?.text ?? '') === description
            : /^(name,?)?(description)?$/.test(fieldsOf(changed));
        if (!whole) failures.push(`room, ${changed.status} ${fieldsOf(changed)}: ${short(text)}`);
      }
      expect(Math.min(revisions.thread, revisions.room)).toBeGreaterThan(0.8 * own.length);
      return failures;
    };
    const lanes = Array.from({ length: 6 }, (_, number) =>
      lane(texts.filter((_each, place) => place % 6 === number)),
    );
    expect((await Promise.all(lanes)).flat()).toEqual([]);
  });

  it.each(LOCALES)(
    'with formatting without end is refused at every door, with the reason in %s',
    async (locale) => {
      const person = await aPerson(hub, { locale });
      const client = await TestClient.as(hub, person);
      const room = await aRoom(hub, { place: 'hub', visibility: 'public' });
      const thread = await aThread(hub, room, person);
      await client.send('post', `/api/v1/threads/${thread.id}/posts`, something('Fine'));
      const body = PATHOLOGICAL['quotes in quotes']!;
      const reason = Language.of(locale).t('errors:field.too_intricate');
      const [post] = await hub.database.query('select id from posts where thread_id = $1', [thread.id]);
      const sends = [
        client.send('post', `/api/v1/threads/${thread.id}/posts?locale=${locale}`, something(body)),
        client.send(
          'post',
          `/api/v1/rooms/${room.id}/threads?locale=${locale}`,
          something(body, { title: 'T' }),
        ),
        client.send('patch', `/api/v1/posts/${post.id}?locale=${locale}`, { body, locale, baseRevision: 1 }),
        client.send('post', `/api/v1/markdown?locale=${locale}`, { body }),
      ];
      for (const answer of await Promise.all(sends)) {
        expect(answer.status).toBe(422);
        expect(answer.body.errors).toEqual([{ path: 'body', code: 'too_intricate', message: reason }]);
      }
      const forms: [string, string, Record<string, string>][] = [
        [`/threads/${thread.id}/posts`, `/threads/${thread.id}`, something(body)],
        [`/rooms/${room.slug}/threads`, `/rooms/${room.slug}/threads/new`, something(body, { title: 'T' })],
        [`/posts/${post.id}/edit`, `/posts/${post.id}/edit`, { body, locale, revision: '1' }],
      ];
      for (const [path, from, fields] of forms) {
        const answer = await client.submit(`/${locale}${path}`, fields, `/${locale}${from}`);
        expect({ path, status: answer.status }).toEqual({ path, status: 422 });
        expect(answer.text).toContain(escaped(reason));
        expect(textareaOf(answer.text)).toBe(body);
      }
      const socket = await openSocket(hub, client);
      const said = await ask(socket, 'post:send', { thread: thread.id, ...something(body, { locale }) });
      socket.close();
      expect(said).toMatchObject({ status: 422, errors: [{ path: 'body', message: reason }] });
      expect(await hub.database.query('select body from posts where thread_id = $1', [thread.id])).toEqual([
        { body: 'Fine' },
      ]);
    },
  );
});

const short = (text: string): string => JSON.stringify(text.slice(0, 80));
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Which fields were wrong. */
const fieldsOf = ({ body }: Response): string =>
  ((body.errors ?? []) as { path: string }[]).map(({ path }) => path).join();

const tokenOf = (html: string): string => /name="_token" value="([^"]*)"/.exec(html)?.[1] ?? '';

/** What a browser shows in the text area: the first line break after the tag is not part of it. */
const textareaOf = (html: string): string | undefined =>
  /<textarea[^>]*name="body"[^>]*>\n?([^<]*)<\/textarea>/
    .exec(html)?.[1]
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** Broken characters do not travel; everything else does. */
const shownAgain = (text: string): string => text.toWellFormed();

const nested = (depth: number): unknown => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));

/** Eight at a time; what came back as something. */
async function all<Item, Result>(
  items: Item[],
  look: (item: Item) => Promise<Result | false>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const result = await look(item);
      if (result !== false) results.push(result);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return results;
}

/** Pages with forms that an administrator can reach by links from the home page. */
async function formsOf(client: TestClient): Promise<string[]> {
  const seen = new Set<string>();
  const shapes = new Map<string, string>();
  const waiting = [
    '/en',
    '/en/settings',
    '/en/rooms',
    '/en/partnerships',
    '/en/platforms',
    '/en/organisations',
  ];
  while (waiting.length > 0 && seen.size < 250) {
    const address = waiting.shift()!;
    if (seen.has(address)) continue;
    seen.add(address);
    const answer = await client.get(address);
    if (answer.status !== 200 || !/text\/html/.test(answer.headers['content-type'] ?? '')) continue;
    if (/<form[^>]*method="post"/i.test(answer.text)) shapes.set(shapeOf(address), address);
    for (const [, href] of answer.text.matchAll(/href="(\/en[^"#]*)"/g)) {
      const next = href!.replace(/&amp;/g, '&');
      if (
        !seen.has(next) &&
        ![...seen].some((known) => shapeOf(known) === shapeOf(next) && shapes.has(shapeOf(next)))
      ) {
        waiting.push(next);
      }
    }
  }
  return [...shapes.values()];
}

/** One page of a kind is enough: ids and names become a star. */
const shapeOf = (address: string): string =>
  address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/(rooms|partnerships|platforms|organisations)\/(?!new)[^/?]+/, '/$1/*')
    .replace(/\?.*/, '');
