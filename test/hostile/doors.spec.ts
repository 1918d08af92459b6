import { loadDemo } from '../../src/demo/load';
import { aPerson } from '../factories/people';
import { aRoom, aThread } from '../factories/rooms';
import { TestClient } from '../support/client';
import { HOSTILE, dealt } from '../support/hostile';
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
  jest.setTimeout(120_000);
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

  it('gives back every accepted post as it was written, composed, whatever it contains', async () => {
    const failures: string[] = [];
    const room = await aRoom(hub);
    const thread = await aThread(hub, room, await aPerson(hub));
    for (const body of HOSTILE) {
      const answer = await administrator.send('post', `/api/v1/threads/${thread.id}/posts`, {
        body,
        locale: 'en',
        clientId: crypto.randomUUID(),
      });
      if (answer.status === 422) continue;
      const same = answer.body.body === body.normalize('NFC').replace(/\r\n?/g, '\n');
      if (answer.status !== 201 || !same) failures.push(`${answer.status} ${body.slice(0, 60)}`);
      if (/<(script|img|iframe|svg|style|object)/i.test(String(answer.body.html)))
        failures.push(`html: ${body}`);
    }
    expect(failures).toEqual([]);
  });
});

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
