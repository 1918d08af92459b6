import type { DocumentBody } from '../../src/core/documents/document';
import { parseDocument } from '../../src/core/documents/parse';
import { renderMarkdown } from '../../src/core/markdown/markdown';
import seeds from '../../src/demo/data/seeds.json';
import { loadDemo } from '../../src/demo/load';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

const PASSWORD = 'a table for all of us';
const SIGN_IN = [
  'member.si',
  'member.it',
  'member.gb',
  'member.se',
  'host.si',
  'organiser',
  'translator',
  'policy',
  'admin',
];

/** Every noun with texts that must be there in all four languages, and its strings. */
const TEXTS: Record<string, string[]> = {
  partnership: ['name', 'programme', 'purpose'],
  statement: ['text'],
  source_note: ['issue', 'treatment'],
  stakeholder_group: ['name'],
  platform: ['name', 'purpose'],
  room: ['name', 'description'],
  thread: ['title'],
  recommendation: ['text', 'addressee', 'reasoning'],
};

/** The shape of all that people write, so that an address cannot hide in any column. */
const EVERYTHING = `select table_name as "table", column_name as "column" from information_schema.columns
  where table_schema = 'public' and data_type in ('text', 'USER-DEFINED', 'jsonb')`;

const noLines = () => undefined;

async function count(hub: TestHub, table: string, where = 'true'): Promise<number> {
  const [{ count }] = await hub.database.query(`select count(*)::int as count from ${table} where ${where}`);
  return count as number;
}

async function one(hub: TestHub, query: string, parameters: unknown[] = []) {
  const [row] = await hub.database.query(query, parameters);
  return row;
}

const signIn = (hub: TestHub, account: string, password = PASSWORD) =>
  new TestClient(hub).send('post', '/api/v1/session', { email: `${account}@demo.example`, password });

describe('the demonstration in an empty hub', () => {
  let hub: TestHub;
  const lines: string[] = [];

  beforeAll(async () => {
    hub = await startHub({ DEMO: 'on', DEMO_PASSWORD: PASSWORD });
    await loadDemo(hub.app, (line) => lines.push(line));
  });
  afterAll(() => hub.close());

  it('holds all that the seeds and our people bring', async () => {
    expect({
      real: await count(hub, 'organisations', 'not demo'),
      madeUp: await count(hub, 'organisations', 'demo'),
      partnerships: await count(hub, 'partnerships'),
      groups: await count(hub, 'stakeholder_groups'),
      platforms: await count(hub, 'platforms'),
      people: await count(hub, 'people', 'demo and confirmed_at is not null'),
      accounts: await count(hub, 'people', 'password_hash is not null'),
      rooms: await count(hub, 'rooms'),
      posts: await count(hub, 'posts'),
      notes: await count(hub, 'source_notes'),
    }).toEqual({
      ...{ real: 74, madeUp: 17, partnerships: 5, groups: 10, platforms: 4 },
      ...{ people: 26, accounts: 12, rooms: 9, posts: 38, notes: 12 },
    });
  });

  it('shows what it is doing', () => {
    expect(lines[0]).toMatch(/empty hub/);
    expect(lines.slice(1)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^ {2}Organisations +91$/)]),
    );
  });

  it('is loaded once only, also when two processes start together', async () => {
    const said: string[] = [];
    await Promise.all([
      loadDemo(hub.app, (line) => said.push(line)),
      loadDemo(hub.app, (line) => said.push(line)),
    ]);
    expect(said).toEqual([]);
    expect(await count(hub, 'posts')).toBe(38);
  });

  it('tells an operator who asks why nothing was loaded', async () => {
    const said: string[] = [];
    await loadDemo(hub.app, (line) => said.push(line), true);
    expect(said).toEqual([expect.stringContaining('Nothing was loaded')]);
  });

  it('speaks for real organisations nowhere: who writes says Demo in the name', async () => {
    const [{ count: real }] = await hub.database.query(
      `select count(*)::int as count from posts
       left join organisations organisation on organisation.id = posts.organisation_id
       where organisation.id is null or not organisation.demo or organisation.name not like 'Demo %'`,
    );
    expect(real).toBe(0);
  });

  it('publishes the figures of public sources with their flags and addresses, and adds none', async () => {
    const answers = await hub.database.query(
      `select answer.country, trim_scale(answer.number)::text as value, nullif(answer.period, '') as period,
         array_remove(answer.flags, 'd') as flags, source.address as source
       from answers answer join evidence on evidence.statement_id = answer.id
       join sources source on source.id = evidence.ground_id
       where answer.published_version = 1`,
    );
    const told = seeds.comparisonFacts.rows.map(({ country, value, period, flag, source }) => ({
      ...{ country, value: typeof value === 'number' ? String(value) : null },
      ...{ period: period && period.slice(0, 4), flags: flag ? [flag] : [], source },
    }));
    const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(answers)).toEqual(inOrder(told));
    const versions = await hub.database.query(
      `select slug, jsonb_array_length(data->'answers') as answers from comparison_versions
       join comparisons on id = comparison_id order by slug`,
    );
    expect(versions).toEqual([
      { slug: 'procurement-and-cooperation', answers: 34 },
      { slug: 'social-economy-in-figures', answers: 18 },
    ]);
  });

  it('concludes from words that stand in its posts, and answers by them', async () => {
    const rows = await hub.database.query(
      `select quote, replace(post.body, '**', '') as body from evidence
       join posts post on post.id = evidence.ground_id and ground_revision = post.revision
         and quote_locale = post.locale`,
    );
    expect(rows).toHaveLength(await count(hub, 'evidence', `ground_kind = 'post'`));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ quote, body }: { quote: string; body: string }) => !body.includes(quote))).toEqual(
      [],
    );
    expect(await count(hub, 'conclusion_versions')).toBe(3);
    expect(await count(hub, 'conclusion_positions')).toBe(13);
  });

  it.each(Object.entries(TEXTS))(
    'has every %s in four languages, as drafts beside the original',
    async (noun, strings) => {
      const incomplete = strings.map(
        (string) => `bool_or(${noun}.${string} is null) <> bool_or(translation.${string} is null)`,
      );
      const rows = await hub.database.query(
        `select ${noun}.id from ${noun}s ${noun}
       left join ${noun}_translations translation on translation.owner_id = ${noun}.id
         and translation.locale <> ${noun}.locale and translation.status = 'draft'
         and translation.source_revision = ${noun}.revision and translation.origin = 'import'
       group by ${noun}.id having count(translation.locale) <> 3 or ${incomplete.join(' or ')}`,
      );
      expect(rows).toEqual([]);
      expect(await count(hub, `${noun}s`)).toBeGreaterThan(0);
    },
  );

  it('has a handbook whose chapters say the same in Slovenian and Italian, block by block', async () => {
    const rows: { slug: string; original: string; translation: string }[] = await hub.database.query(
      `select slug, chapters.body as original, told.body as translation
       from chapters left join chapter_translations told on told.owner_id = chapters.id and told.locale = 'it'`,
    );
    expect(rows.length).toBeGreaterThan(12);
    for (const { slug, original, translation } of rows) {
      const [one, other] = [parseDocument(original), parseDocument(translation)];
      const kinds = ({ blocks }: DocumentBody) => blocks.map(({ kind }) => kind);
      expect([slug, kinds(other)]).toEqual([slug, kinds(one)]);
      expect(other.footnotes).toHaveLength(one.footnotes.length);
    }
    const outdated = `join chapters on chapters.id = owner_id and source_revision < chapters.revision`;
    expect(await count(hub, `chapter_translations ${outdated}`, `chapter_translations.locale = 'it'`)).toBe(
      1,
    );
    expect(await count(hub, 'chapter_translations', `status = 'machine'`)).toBeGreaterThan(0);
  });

  it('keeps the true language of every original', async () => {
    const rows = await hub.database.query('select slug, locale from partnerships order by slug');
    expect(
      Object.fromEntries(rows.map((row: { slug: string; locale: string }) => [row.slug, row.locale])),
    ).toEqual({
      ...{ coop: 'sl', oms: 'sv', orebro: 'sv', region: 'sv', sormland: 'sv' },
    });
    expect(await count(hub, 'source_notes', `locale = 'en'`)).toBe(12);
    expect(await count(hub, 'platforms', `locale = 'sl'`)).toBe(4);
    expect(await count(hub, 'organisations', `slug = 'two' and locale = 'en'`)).toBe(1);
  });

  it('has the budget of COOP to the cent, and that of Örebro by its rule', async () => {
    const budget = `select currency, budget_total, budget_funder, budget_partners, grant_percent, grant_ceiling
      from partnerships where slug = $1`;
    expect(await one(hub, budget, ['coop'])).toEqual({
      ...{
        currency: 'EUR',
        budget_total: '256208.82',
        budget_funder: '204930.03',
        budget_partners: '51278.79',
      },
      ...{ grant_percent: null, grant_ceiling: null },
    });
    expect(await one(hub, budget, ['orebro'])).toEqual({
      ...{
        currency: 'SEK',
        budget_total: '2100000.00',
        budget_funder: '1050000.00',
        budget_partners: '1050000.00',
      },
      ...{ grant_percent: '50.00', grant_ceiling: '1050000.00' },
    });
    expect(await one(hub, budget, ['sormland'])).toMatchObject({ currency: null, budget_total: null });
  });

  it('has the record of each partnership as the seeds tell it', async () => {
    const records = await hub.database.query(
      `select slug, accent, status, contract_reference as contract, starts_on::text, ends_on::text, territory,
         (select count(*)::int from partners where partnership_id = partnerships.id) as partners
       from partnerships order by starts_on, slug`,
    );
    expect(records).toMatchObject([
      {
        slug: 'oms',
        accent: 'violet',
        status: 'closed',
        territory: ['SE121', 'SE123', 'SE124', 'SE125'],
        partners: 0,
      },
      {
        slug: 'coop',
        accent: 'green',
        contract: 'VS/2012/0155',
        starts_on: '2012-05-01',
        ends_on: '2013-06-01',
        partners: 9,
      },
      { slug: 'sormland', accent: 'amber', status: 'closed', partners: 24 },
      { slug: 'region', accent: 'blue', status: 'closed', partners: 5 },
      {
        slug: 'orebro',
        accent: 'red',
        status: 'active',
        contract: '23RS9550',
        ends_on: '2026-12-31',
        partners: 5,
      },
    ]);
    const lead = await one(
      hub,
      `select organisations.slug from partners join organisations on organisations.id = organisation_id
       where role = 'lead' and partnership_id = (select id from partnerships where slug = 'coop')`,
    );
    expect(lead).toEqual({ slug: 'eim-crcv' });
  });

  it('numbers statements from one, and has those of every kind', async () => {
    const rows = await hub.database.query(
      `select kind, count(*)::int as count from statements where partnership_id =
         (select id from partnerships where slug = 'coop') group by kind order by kind`,
    );
    expect(rows).toEqual([
      { kind: 'activity', count: 3 },
      { kind: 'audience', count: 9 },
      { kind: 'message', count: 3 },
      { kind: 'objective', count: 5 },
    ]);
    const gaps = await hub.database.query(
      `select partnership_id, kind from statements group by partnership_id, kind
       having min(number) <> 1 or max(number) <> count(*)`,
    );
    expect(gaps).toEqual([]);
    const kinds = await hub.database.query(
      `select slug, string_agg(distinct kind, ' ' order by kind) as kinds, count(*)::int as count
       from statements join partnerships on partnerships.id = partnership_id group by slug order by slug`,
    );
    expect(kinds).toEqual([
      { slug: 'coop', kinds: 'activity audience message objective', count: 20 },
      { slug: 'oms', kinds: 'criterion goal', count: 8 },
      { slug: 'orebro', kinds: 'activity audience goal', count: 10 },
      { slug: 'region', kinds: 'activity objective', count: 22 },
      { slug: 'sormland', kinds: 'activity message objective', count: 15 },
    ]);
  });

  it('carries the funding wording of COOP verbatim, and makes up none', async () => {
    const notices = await hub.database.query(
      `select slug, version, statement, disclaimer, notice.locale, emblem from funding_notices notice
       join partnerships on partnerships.id = partnership_id order by slug`,
    );
    expect(notices).toEqual([
      {
        ...{ slug: 'coop', version: 1, locale: 'en', emblem: true },
        statement: 'This project has received funding from the European Union.',
        disclaimer:
          'Sole responsibility lies with the author and the Commission is not responsible for any use that may be made of the information contained herein.',
      },
      { slug: 'oms', version: 1, statement: null, disclaimer: null, locale: 'sv', emblem: false },
    ]);
  });

  it('keeps seats for the nine target groups of COOP, and says that the Swedish platform is a demo', async () => {
    const rows = await hub.database.query(
      `select slug, demo, partnership_id is not null as coop,
         (select count(*)::int from platform_groups where platform_id = platforms.id) as seats,
         (select count(*)::int from platform_organisations where platform_id = platforms.id) as organisations,
         (select count(*)::int from platform_organisations where platform_id = platforms.id and convener) as conveners
       from platforms order by slug`,
    );
    expect(rows).toEqual([
      { slug: 'gb', demo: false, coop: true, seats: 9, organisations: 3, conveners: 1 },
      { slug: 'it', demo: false, coop: true, seats: 9, organisations: 3, conveners: 1 },
      { slug: 'se', demo: true, coop: false, seats: 5, organisations: 6, conveners: 1 },
      { slug: 'si', demo: false, coop: true, seats: 9, organisations: 3, conveners: 2 },
    ]);
  });

  it('has one order in every room: entries are numbered without gaps, by time, and posts know their number', async () => {
    const rooms = await hub.database.query('select id, last_seq::int as last from rooms');
    for (const { id, last } of rooms) {
      const entries = await hub.database.query(
        'select seq::int, name, subject_id, at from journal where scope_id = $1 and seq is not null order by seq',
        [id],
      );
      expect(entries.map(({ seq }: { seq: number }) => seq)).toEqual(
        Array.from({ length: last }, (_, n) => n + 1),
      );
      const times = entries.map(({ at }: { at: Date }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
    expect(
      await count(
        hub,
        `posts join journal on subject_id = posts.id and name = 'post.published' and scope_id = room_id`,
        'journal.seq = posts.seq and at = published_at and actor_id = author_id',
      ),
    ).toBe(38);
    expect(await count(hub, 'journal', `name = 'room.opened' and seq is null`)).toBe(9);
  });

  it('has reactions of people who may write there, none of an author to herself, each in the order of its room', async () => {
    expect(await count(hub, 'post_reactions')).toBeGreaterThan(10);
    expect(await count(hub, 'post_reactions join posts on posts.id = post_id', 'person_id = author_id')).toBe(
      0,
    );
    expect(
      await count(
        hub,
        `post_reactions join journal on subject_id = post_id and scope_id = room_id and actor_id = person_id`,
        `name = 'reaction.given' and at = given_at and data ->> 'kind' = kind and seq is not null`,
      ),
    ).toBe(await count(hub, 'post_reactions'));
    const rooms = await hub.database.query(
      `select distinct room.slug, reaction.person_id from post_reactions reaction
       join rooms room on room.id = reaction.room_id
       where not exists (select from grants where person_id = reaction.person_id
         and place_id in (room.id, room.platform_id, room.partnership_id))`,
    );
    expect(rooms).toEqual([]);
  });

  it('has threads with themes, and resolved ones by a post of their own', async () => {
    expect(await count(hub, 'threads', `themes <> '{}'`)).toBeGreaterThan(5);
    const resolved = await hub.database.query(
      `select thread.id from threads thread
       join posts on posts.thread_id = thread.id and posts.id = thread.resolution_id
       join journal on name = 'thread.resolved' and subject_id = thread.id and at = thread.resolved_at
         and actor_id = thread.resolved_by
       where posts.published_at < thread.resolved_at`,
    );
    expect(resolved).toHaveLength(await count(hub, 'threads', 'resolved_at is not null'));
    expect(resolved).toHaveLength(2);
  });

  it('asks by a poll that is still open, in all languages, and nobody who may not write there has voted', async () => {
    const polls = await hub.database.query(
      `select poll.id, (select count(*)::int from poll_translations where owner_id = poll.id) as translations,
         (select count(*)::int from poll_votes vote join grants held on held.person_id = vote.person_id
            and held.place_id in (room.partnership_id, room.id) where vote.poll_id = poll.id) as votes
       from polls poll join posts on posts.poll_id = poll.id join rooms room on room.id = poll.room_id
       where poll.closes_at > now() and poll.closed_at is null`,
    );
    expect(polls).toEqual([{ id: polls[0].id, translations: 3, votes: await count(hub, 'poll_votes') }]);
    expect(await count(hub, 'journal', `name = 'poll.voted' and seq is not null`)).toBe(polls[0].votes);
  });

  it('counts the posts of a thread as the thread does, all in the past', async () => {
    const wrong = await hub.database.query(
      `select thread.id from threads thread join posts on posts.thread_id = thread.id
       group by thread.id, thread.last_number, thread.last_post_at, thread.opened_at
       having max(number) <> last_number or count(*) <> last_number
         or max(published_at) <> last_post_at or min(published_at) <> opened_at or max(published_at) > now()`,
    );
    expect(wrong).toEqual([]);
    expect(await count(hub, 'threads', 'pinned_at is not null')).toBe(1);
    expect(await count(hub, 'threads', 'closed_at is not null')).toBe(1);
    expect(await count(hub, 'posts', 'withdrawn_at is not null and withdrawn_by = author_id')).toBe(1);
    expect(await count(hub, 'posts', 'reply_to_id is not null')).toBe(26);
  });

  it('keeps the history of the post that was edited', async () => {
    const [post] = await hub.database.query(
      `select posts.id, posts.html, posts.revision, revision.body, revision.html as before,
         revision.written_at = published_at as written, edited_at > published_at as later
       from posts join post_revisions revision on revision.post_id = posts.id`,
    );
    expect(post).toMatchObject({ revision: 2, written: true, later: true });
    expect(post.before).toBe(renderMarkdown(post.body, post.id));
    expect(post.html).not.toBe(post.before);
    expect(await count(hub, 'journal', `name = 'post.edited' and data->>'revision' = '2'`)).toBe(1);
  });

  it('renders the posts as the rooms do', async () => {
    const posts = await hub.database.query('select id, body, html from posts');
    for (const { id, body, html } of posts) expect(html).toBe(renderMarkdown(body, id));
    expect(await count(hub, 'posts', `html like '%<table%'`)).toBe(1);
    expect(await count(hub, 'posts', `html like '%footnote%'`)).toBe(1);
  });

  it.each(SIGN_IN)('lets %s sign in', async (account) => {
    const answer = await signIn(hub, account);
    expect(answer.status).toBe(201);
    expect(answer.body.person.email).toBe(`${account}@demo.example`);
  });

  it('gives those without a password no way in', async () => {
    expect((await signIn(hub, 'company.it')).status).toBe(401);
  });

  it('lets authors write where they have written, and nobody else into the private room', async () => {
    const invited = await hub.database.query(
      `select rooms.slug, split_part(people.email::text, '@', 1) as guest from grants
       join rooms on rooms.id = place_id join people on people.id = person_id where role = 'guest' order by 1, 2`,
    );
    expect(invited.map(({ slug, guest }: { slug: string; guest: string }) => `${slug} ${guest}`)).toEqual([
      'coop-international asf.se',
      'coop-international member.se',
      'npd-si-forum host.si',
      'npd-si-forum member.si',
      'npd-si-forum organiser',
      'orebro-county analyst.se',
      'orebro-county asf.se',
      'orebro-county member.se',
    ]);
    const seen = async (account: string): Promise<string[]> => {
      const id = (await one(hub, 'select id from people where email = $1', [`${account}@demo.example`])).id;
      const client = await TestClient.as(hub, { id, email: '', name: '' });
      const { body } = await client.get('/api/v1/rooms');
      return body.rooms.map(({ slug }: { slug: string }) => slug);
    };
    expect(await seen('member.it')).toEqual(expect.not.arrayContaining(['npd-si-forum']));
    expect(await seen('member.it')).toContain('coop-organisers');
    expect(await seen('member.si')).toContain('npd-si-forum');
    expect(await seen('member.se')).toEqual(expect.not.arrayContaining(['coop-organisers']));
  });

  it('leaves the three newest posts of the international thread unread, and nothing else', async () => {
    for (const account of SIGN_IN) {
      const id = (await one(hub, 'select id from people where email = $1', [`${account}@demo.example`])).id;
      const client = await TestClient.as(hub, { id, email: '', name: '' });
      const { body } = await client.get('/api/v1/rooms');
      const unread = body.rooms.filter((room: { unread: number }) => room.unread > 0);
      expect(unread.map(({ slug, unread }: { slug: string; unread: number }) => [slug, unread])).toEqual([
        ['coop-international', 3],
      ]);
    }
  });

  it('writes no mails to people who do not exist', async () => {
    expect(await count(hub, 'graphile_worker.jobs')).toBe(0);
  });

  it('threat: an address of a real person slips out of the seeds into the hub', async () => {
    for (const { table, column } of await hub.database.query(EVERYTHING)) {
      const found = await hub.database.query(
        `select "${column}"::text as text from "${table}" where "${column}"::text ~ '@|center-rcv|fundacija-prizma'
           and "${column}"::text !~ '^[a-z.]+@demo\\.example$'`,
      );
      expect(found).toEqual([]);
    }
  });
});

describe('a hub that is not empty, or not full', () => {
  let hub: TestHub;

  beforeEach(async () => {
    hub = await startHub({ DEMO: 'on', DEMO_PASSWORD: PASSWORD });
  });
  afterEach(() => hub.close());

  it('is left alone when an operator has begun to use it', async () => {
    await hub.database.query(
      `insert into organisations (slug, name, locale, country, type) values ('ours', 'Ours', 'en', 'SI', 'company')`,
    );
    await loadDemo(hub.app, noLines);
    expect(await count(hub, 'organisations')).toBe(1);
    expect(await count(hub, 'people')).toBe(0);
  });

  it('loads completely after a first start that was cut short', async () => {
    const cut = (line: string) => {
      if (line.includes('People')) throw new Error('cut short');
    };
    await expect(loadDemo(hub.app, cut)).rejects.toThrow('cut short');
    expect(await count(hub, 'organisations')).toBe(0);
    await loadDemo(hub.app, noLines);
    expect(await count(hub, 'posts')).toBe(38);
  });

  it('is filled once by two processes that start together', async () => {
    await Promise.all([loadDemo(hub.app, noLines), loadDemo(hub.app, noLines)]);
    expect(await count(hub, 'posts')).toBe(38);
  });
});

describe('the password of the demo accounts', () => {
  let hub: TestHub;

  beforeEach(async () => {
    hub = await startHub({ DEMO: 'on', DEMO_PASSWORD: PASSWORD });
    await loadDemo(hub.app, noLines);
  });
  afterEach(() => hub.close());

  const restartWith = async (demoPassword: string) => {
    Object.assign(hub.config, { demoPassword });
    await loadDemo(hub.app, noLines);
  };
  const hashes = (): Promise<{ email: string; password_hash: string | null }[]> =>
    hub.database.query('select email, password_hash from people order by email');

  it('follows the setting, and signs the accounts out', async () => {
    const client = new TestClient(hub);
    await client.send('post', '/api/v1/session', { email: 'policy@demo.example', password: PASSWORD });
    await restartWith('another table for us');
    expect((await signIn(hub, 'member.it', PASSWORD)).status).toBe(401);
    expect((await signIn(hub, 'member.it', 'another table for us')).status).toBe(201);
    expect((await client.get('/api/v1/session')).status).toBe(401);
    expect((await hashes()).filter(({ password_hash }) => password_hash !== null)).toHaveLength(12);
  });

  it('stays as it is while the setting stays', async () => {
    const before = await hashes();
    await loadDemo(hub.app, noLines);
    expect(await hashes()).toEqual(before);
  });

  it('threat: a printed password opens an account whose owner has chosen one of her own', async () => {
    const own = `update people set password_hash = 'her own' where email = 'admin@demo.example'`;
    await hub.database.query(own);
    await restartWith('another table for us');
    const admin = (await hashes()).find(({ email }) => email === 'admin@demo.example');
    expect(admin?.password_hash).toBe('her own');
    expect((await signIn(hub, 'policy', 'another table for us')).status).toBe(201);
  });

  it('threat: a real person is given the password of the demonstration', async () => {
    await hub.database.query(`update people set demo = false where email = 'host.si@demo.example'`);
    const before = (await hashes()).find(({ email }) => email.startsWith('host.si'));
    await restartWith('another table for us');
    expect((await hashes()).find(({ email }) => email.startsWith('host.si'))).toEqual(before);
  });
});
