import { aPerson, giveGrant, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

interface SegmentView {
  id: string;
  source: string;
  madeFrom: string | null;
  text: string | null;
  state: string;
  version: number;
}

interface TranslationView {
  segments: SegmentView[];
  published: { status: string; outdated: boolean; origin: string; translatedBy: string } | null;
  can: Record<string, boolean>;
}

interface Answer {
  status: number;
  body: TranslationView & { theirs: { segments: object[] } };
}

const SLOVENIAN = ['# Zadruge', 'Prvi odstavek o zadrugah.', 'Drugi odstavek o občinah.'].join('\n\n');
const SWEDISH = ['Kooperativ', 'Första stycket om kooperativ.', 'Andra stycket om kommuner.'];

describe('Translations of a text', () => {
  let hub: TestHub;
  let room: TestRoom;
  let author: TestClient;
  let translator: TestPerson;
  let translating: TestClient;
  let thread: { id: string };
  let post: { id: string };

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  beforeEach(async () => {
    room = await aRoom(hub, { visibility: 'members' });
    const seat = { role: 'member' as const, placeId: room.platformId! };
    const member = await aPerson(hub, { grants: [seat] });
    author = await TestClient.as(hub, member);
    translator = await aPerson(hub, {
      name: 'Översättare',
      grants: [{ role: 'translator', detail: 'sv' }, seat],
    });
    translating = await TestClient.as(hub, translator);
    thread = await aThread(hub, room, member, { locale: 'sl' });
    const message = something(SLOVENIAN, { locale: 'sl' });
    post = (await author.send('post', `/api/v1/threads/${thread.id}/posts`, message)).body as typeof post;
  });

  const pathOf = (locale = 'sv') => `/api/v1/texts/post/${post.id}/translations/${locale}`;

  const open = async (client = translating) => (await client.get(pathOf())).body as TranslationView;

  const save = async (segments: object[], client = translating): Promise<Answer> =>
    client.send('put', pathOf(), { segments });

  /** Translates every segment that is missing or outdated. */
  const translateAll = async (words: string[], status = 'draft') => {
    const { segments } = await open();
    const due = segments
      .map(({ id, version, state }, place) => ({
        state,
        change: { id, version, text: words[place], status },
      }))
      .filter(({ state }) => ['missing', 'outdated'].includes(state));
    const answer = await save(due.map(({ change }) => change));
    expect(answer.status).toBe(200);
    return answer.body;
  };

  const vouchFor = async (segments: SegmentView[], status: string) =>
    (await save(segments.map(({ id, version }) => ({ id, version, status })))).body;

  const edit = async (body: string, weight?: string) => {
    const [now] = await hub.database.query<[{ revision: number }]>(
      'select revision from posts where id = $1',
      [post.id],
    );
    const answer = await author.send('patch', `/api/v1/posts/${post.id}`, {
      ...{ body, locale: 'sl', baseRevision: now.revision },
      ...(weight && { weight }),
    });
    expect(answer.status).toBe(200);
    await hub.drain();
  };

  const shown = async () =>
    (
      await hub.database.query<{ body: string; html: string; status: string; translated_by: string }[]>(
        `select body, html, status, translated_by from post_translations where owner_id = $1 and locale = 'sv'`,
        [post.id],
      )
    )[0];

  const imported = (body: string) =>
    hub.database.query(
      `insert into post_translations (room_id, owner_id, locale, body, html, status, source_revision, origin)
       values ($1, $2, 'sv', $3, '', 'draft', 1, 'import')`,
      [room.id, post.id, body],
    );

  describe('as they come to be', () => {
    it('begin as missing, block by block of the original', async () => {
      const { segments, published } = await open();
      expect(segments.map(({ source, state }) => [source, state])).toEqual([
        ['Zadruge', 'missing'],
        ['Prvi odstavek o zadrugah.', 'missing'],
        ['Drugi odstavek o občinah.', 'missing'],
      ]);
      expect(published).toBeNull();
    });

    it('are shown to readers when the last gap is closed, in the form of the original', async () => {
      const [heading] = (await open()).segments;
      await save([{ id: heading!.id, version: heading!.version, text: SWEDISH[0], status: 'draft' }]);
      expect(await shown()).toBeUndefined();
      const { published } = await translateAll(SWEDISH);
      expect(published).toMatchObject({
        ...{ status: 'draft', outdated: false, origin: 'person', translatedBy: 'Översättare' },
      });
      expect(await shown()).toMatchObject({
        body: '# Kooperativ\n\nFörsta stycket om kooperativ.\n\nAndra stycket om kommuner.',
        status: 'draft',
        translated_by: 'Översättare',
      });
      expect((await shown())!.html).toContain('<p>Andra stycket om kommuner.</p>');
    });

    it('are entries of the room, in its order', async () => {
      await translateAll(SWEDISH);
      const { body } = await author.get(`/api/v1/rooms/${room.id}/entries?after=0`);
      const { entries } = body as { entries: { seq: number; name: string }[] };
      expect(entries.map(({ seq, name }) => [seq, name])).toEqual([
        [1, 'post.published'],
        [2, 'post.translated'],
      ]);
    });

    it('are as trustworthy as their weakest segment', async () => {
      await translateAll(SWEDISH);
      const [first, ...rest] = (await open()).segments;
      expect((await vouchFor([first!], 'reviewed')).published!.status).toBe('draft');
      expect((await vouchFor(rest, 'in_review')).published!.status).toBe('in_review');
      const done = await vouchFor((await open()).segments.slice(1), 'reviewed');
      expect(done.published!.status).toBe('reviewed');
      expect(done.segments[0]).toMatchObject({ reviewerId: translator.id, translatorId: translator.id });
    });

    it('leave a gap again when a segment is emptied, and readers keep the last good text', async () => {
      await translateAll(SWEDISH);
      const { id, version } = (await open()).segments[1]!;
      const { body } = await save([{ id, version, text: '', status: 'draft' }]);
      expect(body.segments[1]!.state).toBe('missing');
      expect((await shown())!.body).toContain('Första stycket');
    });
  });

  describe('when the original changes', () => {
    beforeEach(() => translateAll(SWEDISH, 'reviewed'));

    it('keeps what did not change, marks what did, and leaves the last good text in its place', async () => {
      await edit(SLOVENIAN.replace('občinah', 'občinah in regijah'));
      const { segments, published } = await open();
      expect(segments.map(({ state }) => state)).toEqual(['reviewed', 'reviewed', 'outdated']);
      expect(segments[2]).toMatchObject({
        ...{ madeFrom: 'Drugi odstavek o občinah.', text: SWEDISH[2] },
        source: 'Drugi odstavek o občinah in regijah.',
      });
      expect(published).toMatchObject({ status: 'reviewed', outdated: true });
      expect((await shown())!.body).toContain('Andra stycket om kommuner.');
    });

    it('is up to date again when the changed segment is, and not before', async () => {
      await edit(`${SLOVENIAN.replace('občinah', 'regijah')}\n\nTretji odstavek.`);
      const { segments } = await open();
      expect(segments.map(({ state }) => state)).toEqual(['reviewed', 'reviewed', 'outdated', 'missing']);
      const [, , changed, added] = segments;
      await save([{ id: changed!.id, version: changed!.version, text: 'Om regioner.', status: 'draft' }]);
      expect((await open()).published!.outdated).toBe(true);
      await save([{ id: added!.id, version: added!.version, text: 'Tredje stycket.', status: 'draft' }]);
      expect((await open()).published).toMatchObject({ outdated: false, status: 'draft' });
      expect((await shown())!.body).toBe(
        '# Kooperativ\n\nFörsta stycket om kooperativ.\n\nOm regioner.\n\nTredje stycket.',
      );
    });

    it('is up to date when it is vouched for as it is', async () => {
      await edit(SLOVENIAN.replace('Drugi', 'Drugi (spremenjeni)'));
      const body = await vouchFor([(await open()).segments[2]!], 'reviewed');
      expect(body.published).toMatchObject({ outdated: false, status: 'reviewed' });
    });

    it('stays up to date when its editor says that it was a typo', async () => {
      await edit(SLOVENIAN.replace('odstavek o občinah', 'odstavek o občinah!'), 'typo');
      const { segments, published } = await open();
      expect(segments.map(({ state }) => state)).toEqual(['reviewed', 'reviewed', 'reviewed']);
      expect(published!.outdated).toBe(false);
    });

    it('stays outdated by an earlier change when a typo follows', async () => {
      await edit(SLOVENIAN.replace('občinah', 'regijah'));
      await edit(SLOVENIAN.replace('občinah', 'regijah').replace('Prvi', 'Prvi,'), 'typo');
      expect((await open()).published!.outdated).toBe(true);
    });

    it('remembers what the original said, and how much the change weighed', async () => {
      await edit('Čisto drugo besedilo.', 'important');
      const kept = await hub.database.query<object[]>(
        'select strings, weight, revision from original_revisions where owner_id = $1',
        [post.id],
      );
      expect(kept).toEqual([{ strings: { body: SLOVENIAN }, weight: 'important', revision: 1 }]);
    });

    it('refuses a weight that does not exist', async () => {
      const answer = await author.send('patch', `/api/v1/posts/${post.id}`, {
        ...{ body: 'Drugo', locale: 'sl', baseRevision: 1, weight: 'heavy' },
      });
      expect(answer.status).toBe(422);
    });
  });

  describe('between people', () => {
    it('tell the second one what the first has saved, and lose nothing', async () => {
      const { id, version } = (await open()).segments[0]!;
      await save([{ id, version, text: 'Kooperativ', status: 'draft' }]);
      const answer = await save([{ id, version, text: 'Kooperation', status: 'draft' }]);
      expect(answer.status).toBe(409);
      expect(answer.body.theirs.segments).toEqual([
        { id, version: version + 1, text: 'Kooperativ', source: 'Zadruge' },
      ]);
      expect((await open()).segments[0]!.text).toBe('Kooperativ');
    });

    it('save all or nothing', async () => {
      const changes = (await open()).segments.map(({ id, version }, place) => ({
        ...{ id, text: 'Text', status: 'draft' },
        version: place === 2 ? version + 7 : version,
      }));
      expect((await save(changes)).status).toBe(409);
      expect((await open()).segments.every(({ state }) => state === 'missing')).toBe(true);
    });

    it('remember every change with who made it', async () => {
      await translateAll(SWEDISH);
      const rows = await hub.database.query<{ text: string; person_id: string; origin: string }[]>(
        'select text, person_id, origin from segment_revisions where owner_id = $1 order by id',
        [post.id],
      );
      const by = { person_id: translator.id, origin: 'person' };
      expect(rows).toEqual(SWEDISH.map((text) => ({ text, ...by })));
    });

    it('are signed with the name that the translator has now', async () => {
      await translateAll(SWEDISH);
      const answer = await translating.send('patch', '/api/v1/me', { name: 'Nytt Namn', revision: 1 });
      expect(answer.status).toBe(200);
      await hub.drain();
      expect((await shown())!.translated_by).toBe('Nytt Namn');
    });
  });

  it('are not reviewed by who translated them, where the partnership wants a second pair of eyes', async () => {
    await hub.database.query('insert into translation_rules values ($1, true)', [room.partnershipId]);
    await translateAll(SWEDISH);
    const { id, version } = (await open()).segments[0]!;
    expect((await save([{ id, version, status: 'reviewed' }])).status).toBe(403);
    expect((await save([{ id, version, text: 'Annat', status: 'reviewed' }])).status).toBe(403);
    const second = await aPerson(hub, { grants: [{ role: 'organiser', placeId: room.partnershipId! }] });
    const { body } = await save([{ id, version, status: 'reviewed' }], await TestClient.as(hub, second));
    expect(body.segments[0]).toMatchObject({
      ...{ state: 'reviewed', reviewerId: second.id, translatorId: translator.id },
    });
  });

  describe('for whom', () => {
    it('hide a text from a translator who may not read it', async () => {
      const stranger = await aPerson(hub, { grants: [{ role: 'translator', detail: 'sv' }] });
      expect((await (await TestClient.as(hub, stranger)).get(pathOf())).status).toBe(404);
    });

    it('are changed by translators of that language only', async () => {
      const seat = { role: 'member' as const, placeId: room.platformId! };
      const other = await aPerson(hub, { grants: [{ role: 'translator', detail: 'it' }, seat] });
      const client = await TestClient.as(hub, other);
      const { segments, can } = await open(client);
      expect(can).toEqual({ translate: false, review: false, assign: false });
      const { id, version } = segments[0]!;
      expect((await save([{ id, version, text: 'Nej', status: 'draft' }], client)).status).toBe(403);
    });

    it('can be made by the author, who may not vouch for them', async () => {
      const { can, segments } = await open(author);
      expect(can).toEqual({ translate: true, review: false, assign: false });
      const { id, version } = segments[0]!;
      expect((await save([{ id, version, text: 'Kooperativ', status: 'draft' }], author)).status).toBe(200);
      expect((await save([{ id, version: version + 1, status: 'reviewed' }], author)).status).toBe(403);
    });

    it('can be made by who keeps order in the room', async () => {
      const host = await aPerson(hub);
      await giveGrant(hub, host.id, 'host', room.platformId);
      const { can } = await open(await TestClient.as(hub, host));
      expect(can).toEqual({ translate: true, review: true, assign: true });
    });

    it('do not exist in the language of the original, nor for a withdrawn post', async () => {
      expect((await translating.get(pathOf('sl'))).status).toBe(404);
      expect((await translating.get(pathOf('xx'))).status).toBe(404);
      expect((await author.send('put', `/api/v1/posts/${post.id}/withdrawal`)).status).toBe(200);
      expect((await translating.get(pathOf())).status).toBe(404);
    });

    it('refuse what is no translation with a clear answer', async () => {
      const { id, version } = (await open()).segments[0]!;
      for (const segment of [
        { id: 'x', version, text: 'a', status: 'draft' },
        { id, version: 'a', text: 'a', status: 'draft' },
        { id, version, text: 'a', status: 'machine' },
        { id, version, text: 'a\u0000', status: 'draft' },
        { id, version, text: 'a', status: 'draft', origin: 'person' },
        { id, version, text: 'a'.repeat(19_990), status: 'draft' },
      ])
        expect((await save([segment])).status).toBe(422);
      expect((await save([])).status).toBe(422);
    });
  });

  describe('written before there were segments', () => {
    it('are taken apart by the blocks of the original', async () => {
      await imported('# Kooperativ\n\nEtt.\n\nTvå.');
      expect((await open()).segments.map(({ text, state }) => [text, state])).toEqual([
        ['Kooperativ', 'draft'],
        ['Ett.', 'draft'],
        ['Två.', 'draft'],
      ]);
    });

    it('stay whole when their blocks are others', async () => {
      await imported('Allt i ett.');
      const { segments } = await open();
      expect(segments.map(({ source, text }) => [source, text])).toEqual([[SLOVENIAN, 'Allt i ett.']]);
      expect((await shown())!.body).toBe('Allt i ett.');
    });
  });

  it('show a name while a purpose still waits, and take nothing away that was there', async () => {
    const grants = [{ role: 'organiser' as const, placeId: room.partnershipId! }];
    const organiser = await TestClient.as(hub, await aPerson(hub, { grants }));
    await hub.database.query(`update platforms set purpose = 'To meet.' || e'\n\nTo act.' where id = $1`, [
      room.platformId,
    ]);
    const path = `/api/v1/texts/platform/${room.platformId}/translations/it`;
    const put = async (texts: Record<number, string>) => {
      const { segments } = (await organiser.get(path)).body as TranslationView;
      const changes = Object.entries(texts).map(([place, text]) => {
        const { id, version } = segments[Number(place)]!;
        return { id, version, text, status: 'draft' };
      });
      expect((await organiser.send('put', path, { segments: changes })).status).toBe(200);
      const [row] = await hub.database.query<object[]>(
        'select name, purpose, status from platform_translations where owner_id = $1',
        [room.platformId],
      );
      return row;
    };
    expect(await put({ 0: 'Una piattaforma' })).toEqual({
      name: 'Una piattaforma',
      purpose: null,
      status: 'draft',
    });
    expect(await put({ 1: 'Incontrarsi.' })).toMatchObject({ purpose: null });
    expect(await put({ 2: 'Agire.' })).toMatchObject({ purpose: 'Incontrarsi.\n\nAgire.' });
    expect(await put({ 2: '' })).toMatchObject({ purpose: 'Incontrarsi.\n\nAgire.' });
    const { segments } = (await organiser.get(path)).body as TranslationView;
    expect(segments.map(({ text }) => text)).toEqual(['Una piattaforma', 'Incontrarsi.', null]);
  });

  it('are kept for every kind of text, in the table of its kind', async () => {
    const grants = [{ role: 'organiser' as const, placeId: room.partnershipId! }];
    const organiser = await TestClient.as(hub, await aPerson(hub, { grants }));
    for (const [kind, id] of [
      ['thread', thread.id],
      ['room', room.id],
      ['partnership', room.partnershipId],
      ['platform', room.platformId],
    ]) {
      const path = `/api/v1/texts/${kind}/${id}/translations/it`;
      const { segments } = (await organiser.get(path)).body as TranslationView;
      const answer: Answer = await organiser.send('put', path, {
        segments: segments.map((one) => ({
          id: one.id,
          version: one.version,
          text: 'Tradotto',
          status: 'draft',
        })),
      });
      expect([kind, answer.status, answer.body.published?.status]).toEqual([kind, 200, 'draft']);
    }
    const { body } = (await organiser.get(`/api/v1/rooms/${room.id}?locale=it`)) as {
      body: { name: object };
    };
    expect(body.name).toMatchObject({ text: 'Tradotto', state: 'draft', locale: 'it' });
  });
});
