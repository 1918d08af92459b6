import { randomUUID } from 'node:crypto';
import { renderMarkdown } from '../../src/core/markdown/markdown';
import { Addressees, type Addressee } from '../../src/rooms/mentions/addressees';
import { roomPolicy } from '../../src/rooms/room.policy';
import { Actor, type Role } from '../../src/core/access/actor';
import type { Place, Visibility } from '../../src/rooms/room.entity';
import { anOrganisation } from '../factories/organisations';
import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aGroup, aHost, aMember, aPlatform, type TestPlatform } from '../factories/platforms';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface Post {
  id: string;
  html: string;
  body: string;
  revision: number;
}

const marks = (html: string): string[] =>
  [...html.matchAll(/<span class="mention" data-mention="([^"]*)">([^<]*)<\/span>/g)].map(
    ([, key, words]) => `${key} ${words}`,
  );

describe('Who is called in a text', () => {
  const ana = { kind: 'person', id: 'ana', names: ['Ana Novak', 'Ana Novak (Zavod)'] } as const;
  const long = { kind: 'person', id: 'long', names: ['Ana Novak Kranjc'] } as const;
  const group = { kind: 'group', id: 'group', names: ['municipalities', 'Občine', 'Kommuner'] } as const;
  const called = (body: string, addressees: Addressee[] = [ana, long, group]) =>
    marks(renderMarkdown(body, randomUUID(), new Addressees(addressees).finder));

  it('is found whatever the case, the accents, and what stands around the name', () => {
    expect(called('@Ana Novak')).toEqual(['ana @Ana Novak']);
    expect(called('(@ana  NOVÁK), @OBCINE!')).toEqual(['ana @ana  NOVÁK', 'group @OBCINE']);
    expect(called('**@Ana Novak**: – @kommuner\n\n- @Ana Novak’s view')).toHaveLength(3);
    expect(called('# @Ana Novak\n\n| @Ana Novak |\n| --- |\n| @Občine |')).toHaveLength(3);
  });

  it('is whose name is longest', () => {
    expect(called('@Ana Novak Kranjc and @Ana Novak (Zavod) and @Ana Novak (Other)')).toEqual([
      ...['long @Ana Novak Kranjc', 'ana @Ana Novak (Zavod)', 'ana @Ana Novak'],
    ]);
  });

  const spoken = (locale: string, name: string) =>
    ({ kind: 'group', id: 'group', names: [name], spoken: [{ name, locale }] }) as const;

  it.each([
    ['sv', 'värd', 'värd värden Värdens värdar värdarna värdarnas varden'],
    ['sv', 'Forskningsorganisationer', 'forskningsorganisationerna forskningsorganisationernas'],
    ['sv', 'Beslutsfattare', 'beslutsfattaren beslutsfattarna beslutsfattares'],
    ['sl', 'gostitelj', 'gostitelja gostitelju gostiteljem gostitelji gostiteljev gostiteljih GOSTITELJEMA'],
    ['sl', 'Zbornice', 'zbornica zbornic zbornicam zbornicah zbornicami'],
    ['sl', 'Občine', 'občina občin občinam obcinah'],
    ['it', 'referente', 'referenti'],
    ['it', 'Docenti', 'docente'],
    ['en', 'host', 'hosts'],
    ['en', 'Policymakers', 'policymaker'],
  ])('knows the forms of a word in %s: %s', (locale, name, forms) => {
    for (const form of forms.split(' '))
      expect(called(`Well, @${form}: what now?`, [spoken(locale, name)])).toEqual([`group @${form}`]);
  });

  it.each([
    ['sl', 'Socialna podjetja', ['socialnim podjetjem', 'Socialnih podjetij', 'socialnega  podjetja']],
    ['sl', 'Raziskovalne organizacije', ['raziskovalnim organizacijam', 'raziskovalna organizacija']],
    ['sv', 'Sociala företag', ['sociala företagen', 'de sociala foretagen']],
    ['it', 'referente', ['il referente', 'La referente', 'i referenti', 'alla referente']],
    ['it', 'Attori sociali', ['gli attori sociali', 'l’attore sociale', "all'attore sociale"]],
    ['it', 'Imprese sociali', ['le imprese sociali', 'alle imprese sociali', 'l’impresa sociale']],
    ['en', 'host', ['the host', 'The hosts']],
  ])('knows forms of several words, and articles, in %s: %s', (locale, name, forms) => {
    for (const form of forms)
      expect(called(`Well, @${form}: what now?`, [spoken(locale, name)])).toEqual([`group @${form}`]);
  });

  it.each([
    ['sv', 'värd', ['vården', 'vårdplats', 'värdering', 'värdig', 'världen', 'värdshus', 'de andra']],
    ['sv', 'Beslutsfattare', ['beslut', 'beslutsfattande', 'besluten']],
    ['sl', 'gostitelj', ['gostiteljica', 'gostilna', 'gostiteljstvo', 'gost', 'gostje']],
    ['sl', 'Občine', ['občinski', 'občan', 'občani', 'občutek']],
    ['sl', 'Socialna podjetja', ['socialna', 'podjetja', 'socialni partnerji', 'podjetja socialna']],
    ['it', 'referente', ['referto', 'referendum', 'riferimento', 'il', 'i referti', 'referenza']],
    ['it', 'Imprese sociali', ['imprese', 'imprenditori sociali', 'le imprese', 'impresari sociali']],
    ['en', 'host', ['hosting', 'hostel', 'hostage', 'hostile', 'the', 'the hostess']],
  ])('takes no other word for a form in %s: %s', (locale, name, others) => {
    const found = others.flatMap((other) => called(`Well, @${other} is meant`, [spoken(locale, name)]));
    expect(found).toEqual([]);
  });

  it('is nobody within another word, in code, in links, in quotations and in addresses', () => {
    const nobody = [
      ...['@Ana Novakova', '@Ana', 'x@Ana Novak', '@@Ana Novak', '\\@Ana Novak', 'mail@municipalities.eu'],
      ...['`@Ana Novak`', '    @Ana Novak', '```\n@Ana Novak\n```', '> @Ana Novak', '- > @Ana Novak'],
      ...['[@Ana Novak](https://a.b)', 'https://a.b/@municipalities', 'https://a.b/x?y=@municipalities'],
      ...['@Ana\nNovak', '@ Ana Novak', '@Ana*Novak*'],
    ];
    expect(nobody.flatMap((body) => called(body))).toEqual([]);
  });

  it('is nobody where two are called the same, unless the organisation tells them apart', () => {
    const other = { kind: 'person', id: 'other', names: ['Ana Novak', 'Ana Novak (Other)'] } as const;
    const addressees = new Addressees([ana, other]);
    const html = renderMarkdown('@ana novak and @Ana Novak (Other)', randomUUID(), addressees.finder);
    expect(marks(html)).toEqual(['other @Ana Novak (Other)']);
    expect(addressees.ambiguous).toEqual(['ana novak']);
  });

  it('cannot bring markup into a post by a name (script injection)', () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      "' onclick='x",
      '&lt;b&gt;',
    ];
    for (const name of names) {
      const person = { kind: 'person', id: '"><script>', names: [name] } as const;
      const html = renderMarkdown(`@${name} hello`, randomUUID(), new Addressees([person]).finder);
      expect(html.replace(/<\/?(p|span)( class="mention" data-mention="[^"<>]*")?>/g, '')).not.toMatch(
        /[<>]/,
      );
    }
  });

  it('is found in bounded time, whatever the text', () => {
    const before = process.cpuUsage();
    const { finder } = new Addressees([ana, long, group]);
    const texts = [
      '@ana '.repeat(4000),
      '@'.repeat(20_000),
      `@${'a-'.repeat(9999)}`,
      ' @Ana Nova'.repeat(2000),
    ];
    for (const text of texts)
      for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) finder(text, at);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

describe('Mentions', () => {
  let hub: TestHub;
  let platform: TestPlatform;
  let room: TestRoom;
  let thread: string;
  let author: TestPerson;
  let client: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  beforeEach(async () => {
    platform = await aPlatform(hub);
    room = await aRoom(hub, { platformId: platform.id, partnershipId: platform.partnershipId! });
    author = await aMember(hub, platform, { person: await aPerson(hub, { name: 'Maja Zupan' }) });
    thread = (await aThread(hub, room, author)).id;
    client = await TestClient.as(hub, author);
  });

  const write = (body: string, by = client, to = thread) =>
    by.send('post', `/api/v1/threads/${to}/posts`, something(body));

  async function say(body: string): Promise<Post> {
    const { status, body: post } = await write(body);
    expect(status).toBe(201);
    return post as Post;
  }

  const edit = (post: Post, body: string) =>
    client.send('patch', `/api/v1/posts/${post.id}`, { body, locale: 'en', baseRevision: post.revision });

  /** Of whom: what she was told. */
  async function told(person: TestPerson): Promise<string[]> {
    await hub.drain();
    const { body } = await (await TestClient.as(hub, person)).get('/api/v1/notifications?locale=en');
    return (body as { items: { words: string; path: string }[] }).items.map(({ words }) => words);
  }

  const kept = (post: Post) =>
    hub.database.query<{ kind: string; subject_id: string; revision: number }[]>(
      'select kind, subject_id, revision from post_mentions where room_id = $1 and post_id = $2 order by kind',
      [room.id, post.id],
    );

  const seat = async (name: string, options: Parameters<typeof aMember>[2] = {}) =>
    aMember(hub, platform, { ...options, person: await aPerson(hub, { name }) });

  it('tells a person whom a post calls, once, and leads her there', async () => {
    const ana = await seat('Ana Novak');
    const post = await say('What does @ana novak say? And @Ana Novak again, and @Maja Zupan herself?');
    expect(marks(post.html)).toHaveLength(3);
    expect(await kept(post)).toHaveLength(2);
    expect(await told(ana)).toEqual(['You were mentioned']);
    expect(await told(author)).toEqual([]);
    const { body } = await (await TestClient.as(hub, ana)).get('/api/v1/notifications');
    expect((body as { items: { path: string }[] }).items[0]!.path).toContain(
      `/threads/${thread}?around=1#post-1`,
    );
  });

  it('tells nobody but those whom an edit calls anew', async () => {
    const [ana, luka] = [await seat('Ana Novak'), await seat('Luka Kos')];
    const post = await say('@Ana Novak');
    expect(await told(ana)).toHaveLength(1);
    const edited = await edit(post, '@Ana Novak and @Luka Kos');
    expect(marks((edited.body as Post).html)).toHaveLength(2);
    expect([await told(ana), await told(luka)].map(({ length }) => length)).toEqual([1, 1]);
    expect((await edit(edited.body as Post, 'Nobody')).status).toBe(200);
    expect(await kept(post)).toEqual([]);
  });

  it('calls a stakeholder group by any of its names: its members at this platform, and no others', async () => {
    const group = await aGroup(hub, {
      name: `Municipalities ${randomUUID().slice(0, 4)}`,
      names: { sl: 'Občine tu' },
    });
    const [mayor, other] = [await seat('Mayor', { group }), await seat('Other')];
    const sister = await aPlatform(hub, { partnershipId: platform.partnershipId });
    const elsewhere = await aMember(hub, sister, { group });
    const gone = await seat('Gone', { group, state: 'left' });
    for (const name of [group.name.toUpperCase(), group.slug, 'obcine TU']) {
      const post = await say(`Dear @${name}, what do you say?`);
      expect(marks(post.html)).toEqual([`${group.id} @${name}`]);
    }
    expect((await told(mayor)).length).toBe(3);
    expect([await told(other), await told(elsewhere), await told(gone)]).toEqual([[], [], []]);

    const whole = await aRoom(hub, { place: 'partnership', partnershipId: platform.partnershipId! });
    const there = await aThread(hub, whole, author);
    expect((await write(`@${group.slug}`, client, there.id)).status).toBe(201);
    expect([(await told(mayor)).length, (await told(elsewhere)).length]).toEqual([4, 1]);
  });

  it('calls who keeps order, by the word of any language', async () => {
    const host = await aHost(hub, platform);
    const organiser = await aPerson(hub, {
      grants: [{ role: 'organiser', placeId: platform.partnershipId! }],
    });
    for (const word of ['host', 'Värd', 'VARD', 'gostitelj', 'referente'])
      expect(marks((await say(`@${word}: help!`)).html)).toEqual([`host @${word}`]);
    expect([(await told(host)).length, await told(organiser)]).toEqual([5, []]);
    const whole = await aRoom(hub, { place: 'partnership', partnershipId: platform.partnershipId! });
    await write('@host', client, (await aThread(hub, whole, author)).id);
    expect((await told(organiser)).length).toBe(1);
  });

  it('calls the host and groups in the forms of the language, with their article', async () => {
    const group = await aGroup(hub, { name: 'Beekeepers', names: { sl: 'Čebelarji', it: 'Apicoltori' } });
    for (const words of ['čebelarjem', 'gli apicoltori', 'the beekeepers'])
      expect(marks((await say(`For @${words}.`)).html)).toEqual([`${group.id} @${words}`]);
    for (const words of ['värden', 'gostitelju', 'la referente', 'hosts'])
      expect(marks((await say(`For @${words}.`)).html)).toEqual([`host @${words}`]);
  });

  it('tells namesakes apart by their organisations, in every language of their names', async () => {
    const [first, second] = [await anOrganisation(hub), await anOrganisation(hub)];
    const one = await seat('Ana Kos', { organisationId: first.id });
    const two = await seat('Ana Kos', { organisationId: second.id });
    expect(marks((await say('@Ana Kos')).html)).toEqual([]);
    const answer = await client.get(`/api/v1/rooms/${room.id}/mentionable?q=kos`);
    const texts = (answer.body as { items: { text: string }[] }).items.map(({ text }) => text);
    expect(texts.toSorted()).toEqual([`Ana Kos (${first.name})`, `Ana Kos (${second.name})`].toSorted());
    expect(marks((await say(`@Ana Kos (${second.name})`)).html)).toEqual([
      `${two.id} @Ana Kos (${second.name})`,
    ]);
    expect([await told(one), (await told(two)).length]).toEqual([[], 1]);
    const preview = await client.send('post', '/api/v1/markdown', { body: '@Ana Kos', roomId: room.id });
    expect(preview.body).toMatchObject({ ambiguous: ['Ana Kos'] });
  });

  it('refuses mentions of more than twenty people with a reason, and loses nothing', async () => {
    const people = await Promise.all(Array.from({ length: 21 }, (_, place) => seat(`Person${place} Test`)));
    const names = people.map(({ name }) => `@${name}`);
    const answer = await client.send(
      ...['post' as const, `/api/v1/threads/${thread}/posts?locale=sl`, something(names.join(' '))],
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('največ 20 oseb');
    const page = await client.submit(
      ...([`/it/threads/${thread}/posts`, something(names.join(' ')), `/it/threads/${thread}`] as const),
    );
    expect(page.status).toBe(422);
    expect(page.text).toContain('al massimo 20 persone');
    expect(page.text).toContain(`@${people[20]!.name}</textarea>`);
    const many = Array.from({ length: 500 }, (_, place) => `@Person${place} Test`).join(' ');
    expect((await write(many)).status).toBe(422);
    expect((await write(names.slice(1).join(' '))).status).toBe(201);
    expect((await write('@nobody here '.repeat(500))).status).toBe(201);
  });

  it('of somebody outside a private room tells nothing: neither her nor who writes', async () => {
    const outsider = await seat('Eva Outside');
    const guest = await aPerson(hub, { name: 'Gal Guest' });
    const secret = await aRoom(hub, {
      ...{ platformId: platform.id, partnershipId: platform.partnershipId!, visibility: 'private' as const },
    });
    for (const person of [author, guest]) await giveGrant(hub, person.id, 'guest', secret.id);
    const inside = await aThread(hub, secret, author);
    const group = await aGroup(hub);
    await hub.database.query('update memberships set stakeholder_group_id = $1 where person_id = any($2)', [
      ...[group.id, [outsider.id, author.id]],
    ]);
    const { body } = await write(
      `@Eva Outside @Gal Guest @${group.slug} @Stranger Danger`,
      client,
      inside.id,
    );
    expect(marks((body as Post).html)).toEqual([`${guest.id} @Gal Guest`, `${group.id} @${group.slug}`]);
    expect([await told(outsider), (await told(guest)).length]).toEqual([[], 1]);
    const list = await client.get(`/api/v1/rooms/${secret.id}/mentionable?q=eva`);
    expect(list.body).toEqual({ items: [] });
    await giveGrant(hub, guest.id, 'excluded', secret.id);
    expect(marks(((await write('@Gal Guest', client, inside.id)).body as Post).html)).toEqual([]);
    for (const [who, status] of [
      [outsider, 404],
      [await aPerson(hub), 404],
    ] as const) {
      const asking = await TestClient.as(hub, who);
      expect((await asking.get(`/api/v1/rooms/${secret.id}/mentionable`)).status).toBe(status);
    }
    expect((await new TestClient(hub).get(`/api/v1/rooms/${room.id}/mentionable`)).status).toBe(401);
    expect(
      (await (await TestClient.as(hub, await aPerson(hub))).get(`/api/v1/rooms/${room.id}/mentionable`))
        .status,
    ).toBe(403);
  });

  it('are known for exactly those who may read the room and sit there or have written there', async () => {
    const places: [Place, Visibility][] = [
      ...(['public', 'members', 'private'] as const).map((each): [Place, Visibility] => ['platform', each]),
      ...(['members', 'private'] as const).map((each): [Place, Visibility] => ['partnership', each]),
      ...(['public', 'members', 'private'] as const).map((each): [Place, Visibility] => ['hub', each]),
    ];
    for (const [place, visibility] of places) {
      const { id, platformId, partnershipId } = await aRoom(hub, { place, visibility });
      const { id: topic } = await aThread(hub, { id } as TestRoom, author);
      const holders: [Role, string | null][] = [
        ...[
          ['guest', id],
          ['host', platformId],
          ['organiser', partnershipId],
          ['editor', partnershipId],
        ],
        ...[
          ['member', platformId],
          ['member', partnershipId],
          ['administrator', null],
          ['guest', randomUUID()],
        ],
      ] as [Role, string | null][];
      const people: { person: TestPerson; role: Role; at: string | null; wrote: boolean }[] = [];
      for (const [role, at] of holders)
        for (const wrote of [true, false]) {
          if (at === null && role !== 'administrator') continue;
          const person = await aPerson(hub, {
            name: `Quill ${role} ${people.length}`,
            grants: [{ role, placeId: at }],
          });
          people.push({ person, role, at, wrote });
          if (wrote)
            await hub.database.query(
              `insert into posts (room_id, thread_id, number, seq, author_id, client_id, body, html, locale)
               values ($1, $2, $3::int, $3::int, $4, gen_random_uuid(), 'x', 'x', 'en')`,
              [id, topic, people.length, person.id],
            );
        }
      const asking = await aPerson(hub, { grants: [{ role: 'administrator' }] });
      const administrator = await TestClient.as(hub, asking);
      const expected = people.filter(({ person, role, at, wrote }) => {
        const actor = Actor.person({ ...person } as never, [{ role, placeId: at, detail: null }]);
        const subject = { id, place, partnershipId, platformId, visibility, archivedAt: null };
        const seated = role !== 'administrator' && (place !== 'hub' || at === id);
        const sits = seated && roomPolicy.may(actor, 'reply', subject);
        return roomPolicy.may(actor, 'read', subject) && (wrote || sits);
      });
      const found = new Set<string>();
      for (const { person } of people) {
        const { body } = await administrator.get(
          `/api/v1/rooms/${id}/mentionable?q=${encodeURIComponent(person.name)}`,
        );
        for (const item of (body as { items: { id: string }[] }).items) found.add(item.id);
      }
      expect({ place, visibility, found: [...found].toSorted() }).toEqual({
        ...{ place, visibility, found: expected.map(({ person }) => person.id).toSorted() },
      });
    }
  });

  it('are proposed by any part of a name without accents, groups in the language of the reader', async () => {
    await aPlatform(hub);
    const group = await aGroup(hub, { name: 'Municipalities', names: { sl: 'Občine in mesta' } });
    await seat('Žan Črnič-Šuštar', { group });
    const ask = async (q: string, locale = 'en') => {
      const path = `/api/v1/rooms/${room.id}/mentionable?q=${encodeURIComponent(q)}&locale=${locale}`;
      const { status, body } = await client.get(path);
      return status === 200 ? (body as { items: { name: string }[] }).items.map(({ name }) => name) : status;
    };
    for (const q of ['zan', 'ŽAN CR', 'sust', 'crnic-s']) expect(await ask(q)).toEqual(['Žan Črnič-Šuštar']);
    expect(await ask('mest', 'sl')).toContain('Občine in mesta');
    expect(await ask('občin')).toContain('Municipalities');
    expect(await ask('gost', 'sl')).toEqual(['gostitelj']);
    expect(await ask('%')).toEqual([]);
    for (const foul of ['\0', '\u0007']) expect([404, 422]).toContain(await ask(foul));
    expect(await ask('\ud800'.toWellFormed())).toEqual([]);
    expect((await ask('')).toString().split(',').length).toBeLessThanOrEqual(10);
    expect((await client.get(`/api/v1/rooms/${room.id}/mentionable?q=a&x=1`)).status).toBe(422);
    expect((await client.get(`/api/v1/rooms/${randomUUID()}/mentionable`)).status).toBe(404);
  });

  it('are found in a thread that is opened with one', async () => {
    const ana = await seat('Ana Novak');
    const { status } = await client.send('post', `/api/v1/rooms/${room.id}/threads`, {
      title: 'A question to @Ana Novak',
      ...something('@Ana Novak?'),
    });
    expect([status, (await told(ana)).length]).toEqual([201, 1]);
  });
});
