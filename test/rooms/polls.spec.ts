import { randomUUID } from 'node:crypto';
import { Actor, type Grant } from '../../src/core/access/actor';
import { momentOf } from '../../src/rooms/polls/local-moment';
import { PollClosing } from '../../src/rooms/polls/poll-closing.service';
import { PollReminding } from '../../src/rooms/polls/poll-reminding.service';
import { pollPolicy } from '../../src/rooms/polls/poll.policy';
import type { PollView } from '../../src/rooms/polls/poll.schema';
import { pollById } from '../../src/rooms/polls/standing-poll';
import { Voting } from '../../src/rooms/polls/voting.service';
import { dice } from '../support/dice';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { anImage } from '../support/documents';
import { startHub, type TestHub } from '../support/hub';
import { translate } from '../support/translating';

const somebody = {
  ...{ id: '', name: 'Somebody', email: '', locale: 'en', readingLocales: [] },
  ...{ originalsOnly: false, timeZone: 'UTC' },
};

const SINGLE = { kind: 'single', question: 'Which day?', options: ['Monday', 'Friday'], secret: false };

describe('Polls', () => {
  let hub: TestHub;
  let room: TestRoom;
  let thread: { id: string };
  let asker: TestPerson;
  let author: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(async () => {
    room = await aRoom(hub);
    asker = await aMember('Asker');
    author = await TestClient.as(hub, asker);
    thread = await aThread(hub, room, asker);
  });
  afterAll(() => hub.close());

  const aMember = (name?: string, more: object = {}) =>
    aPerson(hub, {
      ...(name && { name }),
      grants: [{ role: 'member', placeId: room.platformId! }],
      ...more,
    });

  const members = (count: number) =>
    Promise.all(Array.from({ length: count }, async () => TestClient.as(hub, await aMember())));

  const ask = (poll: object, client = author, message: object = something('Why I ask')) =>
    client.send('post', `/api/v1/threads/${thread.id}/posts`, { ...message, poll });

  const aPoll = async (more: object = {}): Promise<PollView> => {
    const { body, status } = await ask({ ...SINGLE, ...more });
    expect(status).toBe(201);
    return show((body as { pollId: string }).pollId);
  };

  const show = async (id: string, client = author) =>
    (await client.get(`/api/v1/polls/${id}`)).body as PollView;

  const vote = (client: TestClient, id: string, ...choices: string[]) =>
    client.send('put', `/api/v1/polls/${id}/vote`, { choices });

  const option = (poll: PollView, place: number) => poll.options[place]!.id;

  const close = (id: string, client = author) => client.send('post', `/api/v1/polls/${id}/close`);

  /** Its time is over, and nothing has looked yet. */
  const letPass = (id: string) =>
    hub.database.query(`update polls set closes_at = clock_timestamp() - interval '1 second' where id = $1`, [
      id,
    ]);

  const entries = async (client: TestClient) =>
    (
      (await client.get(`/api/v1/rooms/${room.id}/entries?after=0&limit=200`)).body as {
        entries: { name: string; actorId: string | null; pollId?: string; poll?: unknown; post?: unknown }[];
      }
    ).entries;

  describe('asking', () => {
    it('puts a poll into a post in one act, in the language of the post, and a repeat answers with the first', async () => {
      const message = something('Zakaj', { locale: 'sl' });
      const first = await ask({ ...SINGLE, question: 'Kateri dan?' }, author, message);
      const second = await ask({ ...SINGLE, question: 'Drugo?' }, author, message);
      expect([first.status, second.status]).toEqual([201, 200]);
      expect(second.body).toEqual(first.body);
      const poll = await show((first.body as { pollId: string }).pollId, new TestClient(hub));
      expect(poll).toMatchObject({
        question: { text: 'Kateri dan?', locale: 'sl', state: 'original' },
        options: [{ label: { text: 'Monday' } }, { label: { text: 'Friday' } }],
        ...{ kind: 'single', secret: false, voters: 0, counts: {}, closedAt: null, own: null },
        can: { vote: false, edit: false, close: false },
      });
      expect((await entries(author)).map(({ name }) => name)).toEqual(['post.published']);
    });

    it('opens a thread with a poll in its first post', async () => {
      const opening = { ...something(), title: 'A thread that asks', poll: SINGLE };
      const { body } = await author.send('post', `/api/v1/rooms/${room.id}/threads`, opening);
      const { pollId } = (body as { post: { pollId: string } }).post;
      expect(await show(pollId)).toMatchObject({ postNumber: 1, can: { vote: true, edit: true } });
    });

    it('makes one poll of the same send that arrives eight times at once', async () => {
      const message = something('Racing');
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(SINGLE, author, message)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(7).fill(200), 201]);
      expect(new Set(answers.map(({ body }) => (body as { pollId: string }).pollId)).size).toBe(1);
      const rows = await hub.database.query('select from polls where room_id = $1', [room.id]);
      expect(rows).toHaveLength(1);
    });

    const twentyOne = Array.from({ length: 21 }, (_, place) => `Answer ${place}`);
    const inAYear = new Date(Date.now() + 400 * 86_400_000).toISOString();
    it.each([
      ['one answer only', { options: ['Monday'] }, 'poll.options'],
      ['too many answers', { options: twentyOne }, 'poll.options'],
      ['two answers that look alike', { options: ['Monday', ' monday '] }, 'poll.options'],
      ['an answer that is too long', { options: ['x'.repeat(201), 'y'] }, 'poll.options.0'],
      ['an empty answer', { options: ['Monday', ' '] }, 'poll.options.1'],
      ['a character that is none', { options: ['Monday', 'Fri\u0000day'] }, 'poll.options.1'],
      ['a lone surrogate', { question: 'Which \ud800?' }, 'poll.question'],
      ['no question', { question: '' }, 'poll.question'],
      ['a time that has passed', { closesAt: '2020-01-01T00:00:00Z' }, 'poll.closesAt'],
      ['a time too far away', { closesAt: inAYear }, 'poll.closesAt'],
      ['a limit for one answer', { most: 2 }, 'poll.most'],
      ['a limit beyond the answers', { kind: 'multiple', most: 3 }, 'poll.most'],
      ['a limit without end', { kind: 'multiple', most: 1e308 }, 'poll.most'],
      ['answers of one’s own in a sense check', { kind: 'sense_check' }, 'poll.options'],
      ['what nobody knows', { weight: 7 }, 'poll.weight'],
    ])('refuses %s, and publishes nothing', async (_, more, path) => {
      const { body, status } = await ask({ ...SINGLE, ...more });
      expect(status).toBe(422);
      expect((body as { errors: { path: string }[] }).errors.map((each) => each.path)).toContain(path);
      expect((await author.get(`/api/v1/threads/${thread.id}/posts`)).body).toMatchObject({ posts: [] });
    });

    it('works without a script: refuses with all that was typed, then shows the poll in its thread', async () => {
      const form = `/en/threads/${thread.id}/polls`;
      const fields = {
        ...{ clientId: randomUUID(), body: 'Say <b>when</b>', locale: 'en', kind: 'multiple', votes: 'open' },
        ...{ question: 'Which <days>?', options: 'Monday\n\n  Friday  \nmonday', most: '2' },
      };
      const refused = await author.submit(form, fields, `${form}/new`);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Two answers are alike.');
      expect(refused.text).toContain('Which &lt;days>?');
      const sent = { ...fields, options: 'Monday\nTuesday\nFriday', closesOn: '2026-12-31', closesTime: '' };
      const inFuture = {
        ...sent,
        closesOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
      };
      const answer = await author.submit(form, inFuture, `${form}/new`);
      expect(answer.status).toBe(303);
      const { text } = await author.get(answer.headers['location'] as string);
      expect(text).toContain('Which &lt;days>?');
      expect(text).toContain('At most 2 answers');
      const boxes = [...text.matchAll(/type="checkbox"[^>]*name="choices" value="([^"]+)"/g)].map(
        ([, id]) => id!,
      );
      expect(boxes).toHaveLength(3);
      const pollId = /data-poll="([^"]+)"/.exec(text)![1]!;
      const { closesAt } = await show(pollId);
      expect(closesAt).toBe(`${inFuture.closesOn}T17:00:00.000Z`); // 18:00 in Brussels, in winter
      const token = /name="_token" value="([^"]*)"/.exec(text)![1]!;
      const cast = await author.agent
        .post(`/en/polls/${pollId}/vote`)
        .type('form')
        .redirects(0)
        .send(`_token=${encodeURIComponent(token)}&act=vote&choices=${boxes[0]}&choices=${boxes[2]}`);
      expect(cast.status).toBe(303);
      expect((await show(pollId)).counts).toEqual({ [boxes[0]!]: 1, [boxes[2]!]: 1 });
      const nothing = await author.submit(`/en/polls/${pollId}/vote`, { act: 'vote' }, `/en/polls/${pollId}`);
      expect(nothing.status).toBe(422);
      expect(nothing.text).toContain('Choose an answer.');
      const back = await author.submit(
        `/en/polls/${pollId}/vote`,
        { act: 'take_back' },
        `/en/polls/${pollId}`,
      );
      expect(back.status).toBe(303);
      expect((await show(pollId)).voters).toBe(0);
    });

    it.each([
      ['2027-01-15', '18:00', 'Europe/Ljubljana', '2027-01-15T17:00:00.000Z'],
      ['2027-07-15', '18:00', 'Europe/Ljubljana', '2027-07-15T16:00:00.000Z'],
      ['2027-03-28', '02:30', 'Europe/Ljubljana', '2027-03-28T01:30:00.000Z'],
      ['2027-10-31', '02:30', 'Europe/Ljubljana', '2027-10-31T00:30:00.000Z'],
      ['2027-07-15', '18:00', 'Pacific/Kiritimati', '2027-07-15T04:00:00.000Z'],
      ['2027-07-15', '00:15', 'America/St_Johns', '2027-07-15T02:45:00.000Z'],
    ])('reads %s %s by a clock in %s', (date, time, zone, moment) => {
      expect(momentOf({ date, time }, zone).toISOString()).toBe(moment);
    });
  });

  describe('while one writes', () => {
    const hiddenOf = (text: string): Record<string, string> =>
      Object.fromEntries(
        [...text.matchAll(/<input type="hidden" name="([^_"][^"]*)" value="([^"]*)"/g)].map(
          ([, name, value]) => [name!, value!],
        ),
      );

    const POLL = { kind: 'single', votes: 'open', question: 'Kateri dan?', options: 'Ponedeljek\nPetek' };

    const draft = async () =>
      ((await author.get(`/api/v1/threads/${thread.id}/draft`)).body as { draft: object | null }).draft;

    it('takes along all that was written in the thread: words, language, file and whom it answers', async () => {
      const asked = await author.send('post', `/api/v1/threads/${thread.id}/posts`, something('When?'));
      const at = `/en/threads/${thread.id}`;
      expect((await author.get(at)).text).toMatch(
        new RegExp(`formaction="${at}/polls/new"[^>]* form="write"`, 'i'),
      );
      const written = {
        body: 'Well, <i>then</i>',
        locale: 'sl',
        replyToId: (asked.body as { id: string }).id,
      };
      await author.send('put', `/api/v1/threads/${thread.id}/draft`, written);
      const image = await anImage('png', 40, 30);
      const page = await author.upload(`${at}/polls/new`, image, 'figure.png', {
        ...written,
        fileAlt: 'Fields',
      });
      expect(page.status).toBe(200);
      expect(page.text).toContain('Well, &lt;i>then&lt;/i></textarea>');
      expect(page.text).toContain('1 file comes along.');
      expect(await draft()).not.toBeNull();
      const fields = { ...hiddenOf(page.text), ...written, ...POLL };
      const wrong = await author.submit(`${at}/polls`, { ...fields, options: 'Petek' }, `${at}/polls/new`);
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('Answers: Give at least 2 and at most 20 answers.');
      expect(hiddenOf(wrong.text)).toEqual(hiddenOf(page.text));
      expect((await author.submit(`${at}/polls`, fields, `${at}/polls/new`)).status).toBe(303);
      const { posts } = (await author.get(`/api/v1/threads/${thread.id}/posts`)).body as { posts: object[] };
      expect(posts[1]).toMatchObject({
        ...{ body: 'Well, <i>then</i>', locale: 'sl', replyTo: { id: written.replyToId } },
        ...{ pollId: expect.any(String) as string, files: [{ name: 'figure.png' }] },
      });
      expect(await draft()).toBeNull();
    });

    it('keeps a file that comes with a form that is refused, and says what is wrong with a bad one', async () => {
      const at = `/en/threads/${thread.id}`;
      const fields = { body: 'Look', locale: 'en', clientId: randomUUID(), replyToId: '', ...POLL };
      const image = await anImage('png', 40, 30);
      const refused = await author.upload(`${at}/polls`, image, 'a.png', { ...fields, question: '' });
      expect([refused.status, refused.text.includes('1 file comes along.')]).toEqual([422, true]);
      const bad = await author.upload(`${at}/polls`, Buffer.from('MZ'), 'a.exe', fields);
      expect([bad.status, bad.text.includes('Kateri dan?')]).toEqual([422, true]);
      const { fileIds } = hiddenOf(refused.text);
      const foreign = await author.submit(
        `${at}/polls`,
        { ...fields, fileIds: `${fileIds},x` },
        `${at}/polls/new`,
      );
      expect(foreign.status).toBe(422);
      const sent = await author.submit(`${at}/polls`, { ...fields, fileIds: fileIds! }, `${at}/polls/new`);
      expect(sent.status).toBe(303);
    });

    it('leaves a draft alone that the poll was not made of', async () => {
      await author.send('put', `/api/v1/threads/${thread.id}/draft`, { body: 'Later', locale: 'en' });
      const at = `/en/threads/${thread.id}/polls`;
      const fields = {
        ...hiddenOf((await author.get(`${at}/new`)).text),
        body: 'Now',
        locale: 'en',
        ...POLL,
      };
      expect((await author.submit(at, fields, `${at}/new`)).status).toBe(303);
      expect(await draft()).toMatchObject({ body: 'Later' });
    });

    it('opens a thread with a poll by one form, and without one when nothing is asked', async () => {
      const at = `/en/rooms/${room.slug}/threads`;
      const fields = { title: 'Days', body: 'Hello', locale: 'en', kind: 'single', votes: 'open' };
      const send = (more: object) =>
        author.submit(at, { ...fields, clientId: randomUUID(), ...more }, `${at}/new`);
      const wrong = await send({ question: 'Which?', options: 'Monday', closesOn: '2020-01-01' });
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('<details open');
      for (const words of ['value="Which?"', 'Monday</textarea>', 'value="2020-01-01"', 'Hello</textarea>'])
        expect(wrong.text).toContain(words);
      expect((await send({ question: '', options: 'Monday\nFriday' })).status).toBe(422);
      const held = await send({ question: 'Which?', options: 'Monday\nFriday' });
      expect(held.status).toBe(303);
      expect((await author.get(held.headers['location'] as string)).text).toContain('data-poll=');
      const plain = await send({ question: ' ', options: '', most: '', closesOn: '', closesTime: '18:00' });
      expect(plain.status).toBe(303);
      expect((await author.get(plain.headers['location'] as string)).text).not.toContain('class="poll"');
    });

    it('is for nobody who may not write there', async () => {
      const at = `/en/threads/${thread.id}/polls/new`;
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await stranger.get(at)).status).toBe(403);
      const image = await anImage('png', 40, 30);
      expect((await stranger.upload(at, image, 'a.png', { body: 'x', locale: 'en' })).status).toBe(403);
      await hub.database.query(`update rooms set visibility = 'private' where id = $1`, [room.id]);
      expect((await stranger.submit(at, { body: 'x', locale: 'en' }, '/en/about')).status).toBe(404);
    });
  });

  describe('voting', () => {
    it('counts the last vote of each person, and tells the room that something changed, not what', async () => {
      const poll = await aPoll();
      const [one, other] = await members(2);
      await vote(one!, poll.id, option(poll, 0));
      await vote(other!, poll.id, option(poll, 0));
      const changed = await vote(one!, poll.id, option(poll, 1));
      expect(changed.body).toMatchObject({
        voters: 2,
        counts: { [option(poll, 0)]: 1, [option(poll, 1)]: 1 },
        own: { choices: [option(poll, 1)], reason: null },
      });
      await vote(one!, poll.id, option(poll, 1));
      const told = (await entries(author)).filter(({ name }) => name === 'poll.voted');
      expect(told).toHaveLength(3);
      expect(told[0]).toMatchObject({ pollId: poll.id });
      expect(told[0]).not.toHaveProperty('post');
      const counts = { [option(poll, 0)]: 1, [option(poll, 1)]: 1 };
      expect(told.map((entry) => entry.poll)).toEqual([undefined, undefined, { voters: 2, counts }]);
      const back = await one!.send('delete', `/api/v1/polls/${poll.id}/vote`);
      expect(back.body).toMatchObject({ voters: 1, own: null });
      expect((await one!.send('delete', `/api/v1/polls/${poll.id}/vote`)).status).toBe(200);
    });

    it('names everybody who chose in an open poll', async () => {
      const poll = await aPoll();
      await vote(author, poll.id, option(poll, 1));
      const { body } = await new TestClient(hub).get(`/api/v1/polls/${poll.id}/votes`);
      expect(body).toEqual({
        votes: [{ person: { id: asker.id, name: 'Asker' }, choices: [option(poll, 1)] }],
        ...{ reasons: [], next: null },
      });
      const page = (await new TestClient(hub).get(`/en/polls/${poll.id}`)).text;
      expect(page).toContain('Asker');
      expect(page).not.toContain('name="choices"');
    });

    it('takes a block only with its reason, and shows the reason with the name', async () => {
      const { id } = await aPoll({ kind: 'sense_check', options: [] });
      const refused = await vote(author, id, 'block');
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ errors: [{ path: 'reason' }] });
      const put = { choices: ['block'], reason: '<script>no</script>', locale: 'it' };
      expect((await author.send('put', `/api/v1/polls/${id}/vote`, put)).status).toBe(200);
      const { body } = await author.get(`/api/v1/polls/${id}/votes`);
      expect(body).toMatchObject({
        reasons: [{ choice: 'block', text: '<script>no</script>', locale: 'it', person: { name: 'Asker' } }],
      });
      const page = (await author.get(`/sv/polls/${id}`)).text;
      expect(page).toContain('<p class="said" lang="it">&lt;script>no&lt;/script></p>');
      expect(page).toContain('Blockerar');
    });

    it.each([
      ['nothing', []],
      ['an answer of another poll', [randomUUID()]],
      ['a stance', ['agree']],
      ['more than one answer', [0, 1]],
      ['a word', ['Monday']],
      ['a number without end', [1e308]],
      ['the same fifty times', Array<number>(50).fill(0)],
    ])('refuses %s', async (_, choices) => {
      const poll = await aPoll();
      const put = {
        choices: choices.map((each) => (typeof each === 'number' && each < 2 ? option(poll, each) : each)),
      };
      expect((await author.send('put', `/api/v1/polls/${poll.id}/vote`, put)).status).toBe(422);
      expect((await show(poll.id)).voters).toBe(0);
    });

    it('keeps to the number of answers that one may choose', async () => {
      const poll = await aPoll({ kind: 'multiple', options: ['a', 'b', 'c'], most: 2 });
      const [a, b, c] = poll.options.map(({ id }) => id);
      expect((await vote(author, poll.id, a!, b!, c!)).body).toMatchObject({ errors: [{ path: 'choices' }] });
      expect((await vote(author, poll.id, c!, a!)).body).toMatchObject({ own: { choices: [a, c] } });
    });

    it('is for who may write there, as long as the thread and the room are open', async () => {
      const poll = await aPoll();
      const chosen = option(poll, 0);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      expect((await vote(new TestClient(hub), poll.id, chosen)).status).toBe(401);
      expect((await vote(stranger, poll.id, chosen)).status).toBe(403);
      await author.send('put', `/api/v1/threads/${thread.id}/closure`);
      expect((await vote(author, poll.id, chosen)).body).toMatchObject({ code: 'thread_closed' });
      await hub.database.query('update threads set closed_at = null where id = $1', [thread.id]);
      await hub.database.query('update rooms set archived_at = now() where id = $1', [room.id]);
      expect((await vote(author, poll.id, chosen)).body).toMatchObject({ code: 'room_archived' });
      expect((await close(poll.id)).body).toMatchObject({ code: 'room_archived' });
    });

    it('counts five hundred people who vote at once, each once', async () => {
      const poll = await aPoll({ options: ['a', 'b', 'c'] });
      const rows = await hub.database.query<{ id: string }[]>(
        `insert into people (id, email, name, locale, confirmed_at)
         select gen_random_uuid(), 'voter' || n || '@' || $1, 'Voter ' || n, 'en', now() from generate_series(1, 500) n
         returning id`,
        [room.slug],
      );
      const grants: Grant[] = [{ role: 'member', placeId: room.platformId!, detail: null }];
      const voting = hub.app.get(Voting);
      await Promise.all(
        rows.map(({ id }, place) => {
          const answer = { choices: [option(poll, place % 3)], reason: null, locale: 'en' as const };
          return voting.vote(Actor.person({ ...somebody, id }, grants), poll.id, answer);
        }),
      );
      const { counts, voters: told } = await show(poll.id);
      expect([told, ...poll.options.map(({ id }) => counts![id])]).toEqual([500, 167, 167, 166]);
      const numbers = await hub.database.query<{ seq: string }[]>(
        `select seq from journal where scope_id = $1 and name = 'poll.voted'`,
        [room.id],
      );
      expect(new Set(numbers.map(({ seq }) => seq)).size).toBe(500);
      const page = (await author.get(`/api/v1/polls/${poll.id}/votes?after=100`)).body as {
        votes: [];
        next: number;
      };
      expect([page.votes.length, page.next]).toEqual([100, 200]);
    });

    it('shows after any history the same counts as who counts anew', async () => {
      const poll = await aPoll({ kind: 'multiple', options: ['a', 'b', 'c', 'd'] });
      const clients = await members(4);
      const ids = poll.options.map(({ id }) => id);
      const roll = dice(7);
      const model = new Map<number, string[]>();
      for (let step = 0; step < 60; step += 1) {
        const who = roll(clients.length);
        const chosen = ids.filter(() => roll(2) === 0);
        const client = clients[who]!;
        if (chosen.length === 0) {
          await client.send('delete', `/api/v1/polls/${poll.id}/vote`);
          model.delete(who);
        } else {
          await vote(client, poll.id, ...chosen);
          model.set(who, chosen);
        }
        const fresh: Record<string, number> = {};
        for (const id of [...model.values()].flat()) fresh[id] = (fresh[id] ?? 0) + 1;
        expect(await show(poll.id)).toMatchObject({ voters: model.size, counts: fresh });
      }
      await close(poll.id);
      const { voters, counts } = await show(poll.id);
      expect(voters).toBe(model.size);
      const whole = await hub.database.query<{ id: string; number: number }[]>(
        `select choice as id, count(*)::int as number from poll_votes, unnest(choices) choice where poll_id = $1 group by choice`,
        [poll.id],
      );
      expect(counts).toEqual(Object.fromEntries(whole.map(({ id, number }) => [id, number])));
    });
  });

  describe('changing', () => {
    const changes = { ...SINGLE, question: 'Which day then?', options: ['Friday', 'Sunday'], baseEdition: 1 };

    it('is possible until the first vote: answers that stay keep their ids', async () => {
      const poll = await aPoll();
      const { body, status } = await author.send('put', `/api/v1/polls/${poll.id}`, changes);
      expect(status).toBe(200);
      expect(body).toMatchObject({ question: { text: 'Which day then?' }, edition: 2 });
      expect((body as PollView).options[0]!.id).toBe(option(poll, 1));
      const gone = await vote(author, poll.id, option(poll, 0));
      expect(gone.body).toMatchObject({ errors: [{ path: 'choices' }] });
      const late = await author.send('put', `/api/v1/polls/${poll.id}`, changes);
      expect(late.status).toBe(409);
    });

    it('is refused after the first vote, in the words of who asks', async () => {
      const poll = await aPoll();
      await vote(author, poll.id, option(poll, 0));
      const { body, status } = await author.send('put', `/api/v1/polls/${poll.id}?locale=sv`, changes);
      expect([status, (body as { code: string }).code]).toEqual([403, 'poll_voted']);
      expect(JSON.stringify(body)).toContain('Någon har redan röstat');
      expect((await author.get(`/en/polls/${poll.id}/edit`)).status).toBe(403);
      await author.send('delete', `/api/v1/polls/${poll.id}/vote`);
      expect((await author.send('put', `/api/v1/polls/${poll.id}`, changes)).status).toBe(200);
    });

    it('never changes what somebody voted for when both happen at once', async () => {
      for (let round = 0; round < 6; round += 1) {
        const poll = await aPoll();
        const [cast, changed] = await Promise.all([
          vote(author, poll.id, option(poll, 0)),
          author.send('put', `/api/v1/polls/${poll.id}`, changes),
        ]);
        expect([200, 409, 422]).toContain(cast.status);
        expect([cast.status, changed.status].filter((status) => status === 200)).toHaveLength(1);
      }
    });

    it('is for the author only, also by form', async () => {
      const poll = await aPoll();
      const [other] = await members(1);
      expect((await other!.send('put', `/api/v1/polls/${poll.id}`, changes)).status).toBe(403);
      const path = `/en/polls/${poll.id}/edit`;
      expect((await author.get(path)).text).toContain('Monday\nFriday');
      const fields = { edition: 1, question: 'So?', options: 'Yes\nNo', kind: 'single', votes: 'secret' };
      expect((await author.submit(path, fields)).status).toBe(303);
      expect(await show(poll.id)).toMatchObject({ question: { text: 'So?' }, secret: true });
      const late = await author.submit(path, { ...fields, question: 'Late?' });
      expect(late.status).toBe(409);
      expect(late.text).toContain('Late?');
    });
  });

  describe('closing', () => {
    it('freezes the result for ever and tells the author and who voted, once', async () => {
      const poll = await aPoll();
      const voter = await aMember('Voter');
      const client = await TestClient.as(hub, voter);
      await vote(client, poll.id, option(poll, 1));
      const muted = await aMember();
      const silent = await TestClient.as(hub, muted);
      await vote(silent, poll.id, option(poll, 1));
      await hub.database.query(
        `insert into room_levels (room_id, person_id, level) values ($1, $2, 'muted')`,
        [room.id, muted.id],
      );
      await letPass(poll.id);
      await hub.app.get(PollClosing).perform();
      await hub.drain();
      await hub.drain();
      expect((await entries(author)).filter(({ name }) => name === 'poll.closed')).toHaveLength(1);
      for (const person of [asker, voter]) {
        const rows = await hub.database.query<{ name: string }[]>(
          'select name from notifications where person_id = $1 and subject_id = $2',
          [person.id, poll.id],
        );
        expect(rows).toEqual([{ name: 'poll.closed' }]);
      }
      const deaf = await hub.database.query('select from notifications where person_id = $1', [muted.id]);
      expect(deaf).toEqual([]);
      expect((await client.get('/en/notifications')).text).toContain('A poll has closed');
      const refused = await vote(author, poll.id, option(poll, 0));
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([403, 'poll_closed']);
      expect(await show(poll.id)).toMatchObject({
        voters: 2,
        counts: { [option(poll, 1)]: 2 },
        can: { vote: false, edit: false, close: false },
      });
      expect((await client.get(`/en/polls/${poll.id}`)).text).toContain('Voter');
    });

    it('is over at its time, though nothing has looked: for who reads and for who votes', async () => {
      const poll = await aPoll({ closesAt: new Date(Date.now() + 60_000).toISOString() });
      await letPass(poll.id);
      expect((await vote(author, poll.id, option(poll, 0))).body).toMatchObject({ code: 'poll_closed' });
      const other = await aPoll({ closesAt: new Date(Date.now() + 60_000).toISOString() });
      await letPass(other.id);
      const { text } = await author.get(`/en/threads/${thread.id}`);
      expect(text.match(/Closed: /g)).toHaveLength(2);
      expect((await show(other.id)).closedAt).not.toBeNull();
    });

    it('counts every vote that was acknowledged and none that was refused when both race', async () => {
      const clients = await members(12);
      for (let round = 0; round < 3; round += 1) {
        const poll = await aPoll();
        const acts = clients.map((client, place) => () => vote(client, poll.id, option(poll, place % 2)));
        acts.splice(4 + round * 2, 0, () => close(poll.id));
        const answers = await Promise.all(acts.map((act) => act()));
        const votes = answers.filter((_, place) => place !== 4 + round * 2);
        const cast = votes.filter(({ status }) => status === 200).length;
        for (const { status, body } of votes)
          if (status !== 200) expect([status, (body as { code: string }).code]).toEqual([403, 'poll_closed']);
        expect((await show(poll.id)).voters).toBe(cast);
      }
    });

    it('is for the author and who keeps the room, once', async () => {
      const poll = await aPoll();
      const [other] = await members(1);
      expect((await close(poll.id, other)).status).toBe(403);
      const host = await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] });
      const keeper = await TestClient.as(hub, host);
      expect((await keeper.submit(`/en/polls/${poll.id}/close`, {}, `/en/threads/${thread.id}`)).status).toBe(
        303,
      );
      expect((await close(poll.id)).body).toMatchObject({ code: 'poll_closed' });
    });
  });

  describe('moving the closing time', () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

    const move = (id: string, body: object, client = author) =>
      client.send('put', `/api/v1/polls/${id}/closing-time`, body);

    const told = (person: TestPerson) =>
      hub.database.query<{ name: string }[]>(
        'select name from notifications where person_id = $1 order by id',
        [person.id],
      );

    it('is possible after votes, stands in the history, and is told to the author and who voted, once each', async () => {
      const poll = await aPoll();
      const voter = await aMember('Voter');
      const host = await aPerson(hub, {
        name: 'Keeper',
        grants: [{ role: 'host', placeId: room.platformId! }],
      });
      const keeper = await TestClient.as(hub, host);
      await vote(await TestClient.as(hub, voter), poll.id, option(poll, 0));
      const first = inDays(3);
      expect((await move(poll.id, { closesAt: first, baseClosesAt: null })).body).toMatchObject({
        ...{ closesAt: first, voters: 1, edition: 1, can: { reschedule: true, edit: false } },
      });
      const second = inDays(2);
      const moved = await move(poll.id, { closesAt: second, baseClosesAt: first }, keeper);
      expect(moved.status).toBe(200);
      await hub.drain();
      await hub.drain();
      expect(await told(voter)).toEqual([{ name: 'poll.rescheduled' }, { name: 'poll.rescheduled' }]);
      expect(await told(asker)).toEqual([{ name: 'poll.rescheduled' }]);
      expect(await told(host)).toEqual([]);
      const { body } = await new TestClient(hub).get(`/api/v1/polls/${poll.id}/history`);
      expect(body).toMatchObject({
        opened: { by: { id: asker.id, name: 'Asker' } },
        moves: [
          { by: { name: 'Asker' }, from: null, to: first },
          { by: { name: 'Keeper' }, from: first, to: second },
        ],
        closed: null,
      });
      const names = (await entries(author)).map(({ name }) => name);
      expect(names.filter((name) => name === 'poll.rescheduled')).toHaveLength(2);
      await close(poll.id, keeper);
      const page = (await new TestClient(hub).get(`/en/polls/${poll.id}`)).text;
      for (const words of ['Closing time moved', 'Before: Open until somebody closes it', 'Keeper'])
        expect(page).toContain(words);
    });

    it('saves the same time in silence, and of two moves at once refuses the later one with what stands', async () => {
      const poll = await aPoll();
      expect((await move(poll.id, { closesAt: null, baseClosesAt: null })).status).toBe(200);
      const times = [inDays(1), inDays(2), inDays(3)];
      const answers = await Promise.all(
        times.map((closesAt) => move(poll.id, { closesAt, baseClosesAt: null })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
      const { closesAt } = await show(poll.id);
      for (const { status, body } of answers)
        if (status === 409) expect(body).toMatchObject({ code: 'poll_time_moved', theirs: { closesAt } });
      expect((await entries(author)).filter(({ name }) => name === 'poll.rescheduled')).toHaveLength(1);
    });

    it('never overtakes another form: as long as nobody has voted it makes another edition', async () => {
      const poll = await aPoll();
      await move(poll.id, { closesAt: inDays(2), baseClosesAt: null });
      const late = { ...SINGLE, question: 'Late?', baseEdition: poll.edition };
      expect((await author.send('put', `/api/v1/polls/${poll.id}`, late)).status).toBe(409);
    });

    it.each([
      ['what has passed', { closesAt: '2020-01-01T00:00:00Z', baseClosesAt: null }],
      ['more than a year', { closesAt: '2999-01-01T00:00:00Z', baseClosesAt: null }],
      ['nothing', {}],
      ['a word', { closesAt: 'tomorrow', baseClosesAt: null }],
      ['a number without end', { closesAt: 1e308, baseClosesAt: null }],
      ['a character that is none', { closesAt: '2027-01-01T00:00:00Z\u0000', baseClosesAt: null }],
      ['what nobody knows', { closesAt: null, baseClosesAt: null, secret: true }],
    ])('refuses %s', async (_, body) => {
      const poll = await aPoll();
      expect((await move(poll.id, body)).status).toBe(422);
      expect((await show(poll.id)).closesAt).toBeNull();
    });

    it('is for the author and who keeps the room, as long as the poll is open', async () => {
      const poll = await aPoll();
      const [other] = await members(1);
      const body = { closesAt: inDays(1), baseClosesAt: null };
      expect((await move(poll.id, body, other)).status).toBe(403);
      expect((await other!.get(`/en/polls/${poll.id}/closing-time`)).status).toBe(403);
      expect((await move(poll.id, body, new TestClient(hub))).status).toBe(401);
      expect((await move(randomUUID(), body)).status).toBe(404);
      await close(poll.id);
      expect((await move(poll.id, body)).body).toMatchObject({ code: 'poll_closed' });
      const over = await aPoll({ closesAt: inDays(1) });
      await letPass(over.id);
      expect((await move(over.id, body)).body).toMatchObject({ code: 'poll_closed' });
    });

    it('works without a script: keeps what was typed, and says what stands now', async () => {
      const poll = await aPoll();
      await vote(author, poll.id, option(poll, 0));
      const path = `/en/polls/${poll.id}/closing-time`;
      expect((await author.get(`/en/threads/${thread.id}`)).text).toContain(`${path}"`);
      const past = await author.submit(path, { was: '', closesOn: '2020-01-01', closesTime: '09:15' });
      expect([past.status, past.text.includes('value="09:15"')]).toEqual([422, true]);
      expect(past.text).toContain('Choose a time in the future.');
      const closesOn = inDays(4).slice(0, 10);
      expect((await author.submit(path, { was: '', closesOn, closesTime: '' })).status).toBe(303);
      const { closesAt } = await show(poll.id);
      expect(closesAt).toBe(`${closesOn}T17:00:00.000Z`);
      const late = await author.submit(path, { was: '', closesOn, closesTime: '11:11' });
      expect(late.status).toBe(409);
      expect(late.text).toContain('value="11:11"');
      expect(late.text).toContain(`name="was" value="${closesAt}"`);
      expect(late.text).toContain('Open until: ');
      const open = await author.submit(path, { was: closesAt!, closesOn: '', closesTime: '' });
      expect([open.status, (await show(poll.id)).closesAt]).toEqual([303, null]);
    });
  });

  describe('reminding', () => {
    /** Asked so long ago, and closing so soon. Hours. */
    const aPollClosing = async (ago: number, left: number) => {
      const poll = await aPoll();
      await hub.database.query(
        `update polls set created_at = clock_timestamp() - $2 * interval '1 hour',
           closes_at = clock_timestamp() + $3 * interval '1 hour' where id = $1`,
        [poll.id, ago, left],
      );
      return poll;
    };

    const follow = (person: TestPerson, level: string) =>
      hub.database.query('insert into room_levels (room_id, person_id, level) values ($1, $2, $3)', [
        ...[room.id, person.id, level],
      ]);

    const remind = async () => {
      await hub.app.get(PollReminding).remindAll();
      const rows = await hub.database.query<{ id: string }[]>(
        `select person_id as id from notifications where name = 'poll.closing'
           and subject_id in (select id from polls where room_id = $1)`,
        [room.id],
      );
      return rows.map(({ id }) => id).toSorted();
    };

    it('tells who follows and has not voted, once, a day before; not who muted, voted, may not vote or lost the room', async () => {
      const poll = await aPollClosing(72, 12);
      const [follower, close, voter, muted, normal] = await Promise.all(
        ['following', 'every_post', 'following', 'muted', 'normal'].map(async (level) => {
          const person = await aMember();
          await follow(person, level);
          return person;
        }),
      );
      const reader = await aPerson(hub);
      await follow(reader, 'following');
      await vote(await TestClient.as(hub, voter!), poll.id, option(poll, 0));
      expect(muted && normal).toBeTruthy();
      const told = [follower!.id, close!.id].toSorted();
      expect(await remind()).toEqual(told);
      expect(await remind()).toEqual(told);
      const inbox = (await (await TestClient.as(hub, follower!)).get('/it/notifications')).text;
      expect(inbox).toContain('Una votazione sta per chiudersi');
      expect(inbox).toContain('Which day?');
    });

    it('is silent about polls that are far from closing, were open for a short time only, or are closed', async () => {
      await follow(await aMember(), 'following');
      await aPollClosing(72, 30);
      await aPollClosing(6, 12);
      const over = await aPollClosing(72, 12);
      await close(over.id);
      await aPoll();
      expect(await remind()).toEqual([]);
    });

    it('is silent where nobody can vote any more, and reminds anew when the time is moved far away', async () => {
      const person = await aMember();
      await follow(person, 'following');
      const gone = await aPollClosing(72, 12);
      await author.send('put', `/api/v1/posts/${gone.postId}/withdrawal`);
      expect(await remind()).toEqual([]);
      const poll = await aPollClosing(72, 12);
      expect(await remind()).toEqual([person.id]);
      const { closesAt } = await show(poll.id);
      const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
      const body = { closesAt: later, baseClosesAt: closesAt };
      expect((await author.send('put', `/api/v1/polls/${poll.id}/closing-time`, body)).status).toBe(200);
      expect(await remind()).toEqual([person.id]);
      await hub.database.query(
        `update polls set closes_at = clock_timestamp() + interval '3 hours' where id = $1`,
        [poll.id],
      );
      expect(await remind()).toEqual([person.id, person.id]);
    });
  });

  describe('of a room', () => {
    const list = async (query = '', client = author) =>
      (await client.get(`/api/v1/rooms/${room.id}/polls${query}`)).body as {
        polls: PollView[];
        next: number | null;
      };

    it('are listed together: open ones first, by when they close; then the newest', async () => {
      const page = () => new TestClient(hub).get(`/sl/rooms/${room.slug}`);
      expect((await page()).text).not.toContain(`/sl/rooms/${room.slug}/polls`);
      const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
      const [first, later, soon] = [
        await aPoll({ question: 'Closed?' }),
        await aPoll({ question: 'Later?' }),
        await aPoll({ question: 'Soon?', closesAt: inHours(2) }),
      ];
      const middle = await aPoll({ question: 'Middle?', closesAt: inHours(9) });
      await vote(author, soon.id, option(soon, 0));
      await close(first.id);
      const gone = await aPoll({ question: 'Withdrawn?' });
      await author.send('put', `/api/v1/posts/${gone.postId}/withdrawal`);
      const ids = ({ polls }: { polls: PollView[] }) => polls.map(({ id }) => id);
      expect(ids(await list())).toEqual([soon.id, middle.id, later.id, first.id]);
      expect(ids(await list('?state=open'))).toEqual([soon.id, middle.id, later.id]);
      expect(ids(await list('?state=closed'))).toEqual([first.id]);
      const pages = await list('?limit=3');
      expect([pages.polls.length, pages.next]).toEqual([3, 3]);
      expect(ids(await list(`?limit=3&after=${pages.next}`))).toEqual([first.id]);
      expect((await page()).text).toContain('3 odprta glasovanja');
      const { text } = await author.get(`/en/rooms/${room.slug}/polls?state=open`);
      expect(text).toContain('You have voted');
      expect(text.match(/Your vote is missing/g)).toHaveLength(2);
      expect(text).not.toContain('Closed?');
      expect((await author.get(`/en/rooms/${room.slug}/polls?state=none&after=x`)).status).toBe(200);
      expect((await author.get(`/api/v1/rooms/${room.id}/polls?state=none`)).status).toBe(422);
    });

    it('are known to nobody who may not read the room', async () => {
      await aPoll();
      await hub.database.query(`update rooms set visibility = 'private' where id = $1`, [room.id]);
      const stranger = await TestClient.as(hub, await aPerson(hub));
      for (const client of [stranger, new TestClient(hub)]) {
        expect((await client.get(`/api/v1/rooms/${room.id}/polls`)).status).toBe(404);
        expect((await client.get(`/en/rooms/${room.slug}/polls`)).status).toBe(404);
      }
    });
  });

  describe('secret polls', () => {
    const secret = { secret: true, kind: 'multiple', options: ['a', 'b'] };

    it('tell nobody, by no door, who chose what, and not even how many while one could watch the counts', async () => {
      const poll = await aPoll(secret);
      const clients = await members(4);
      for (const [place, client] of clients.entries()) {
        await vote(client, poll.id, option(poll, place % 2));
        expect(await show(poll.id)).toMatchObject({ voters: place + 1, counts: null, own: null });
      }
      const everything = [
        (await author.get(`/api/v1/polls/${poll.id}/votes`)).text,
        (await author.get(`/en/polls/${poll.id}`)).text,
      ];
      for (const text of everything) expect(text).not.toMatch(/Person [0-9a-f]{4}/);
      const told = (await entries(author)).filter(({ name }) => name === 'poll.voted');
      expect(told.map(({ actorId }) => actorId)).toEqual([null, null, null, null]);
      expect(told.map((entry) => entry.poll).filter(Boolean)).toEqual([{ voters: 4, counts: null }]);
      expect((await show(poll.id, clients[0])).own).toEqual({ choices: [option(poll, 0)], reason: null });
      await close(poll.id);
      expect(await show(poll.id, clients[0])).toMatchObject({
        counts: { [option(poll, 0)]: 2, [option(poll, 1)]: 2 },
        own: { choices: [], reason: null },
      });
      const kept = await hub.database.query<{ choices: string[] }[]>(
        'select distinct choices, reason, voted_at from poll_votes where poll_id = $1',
        [poll.id],
      );
      expect(kept).toEqual([{ choices: [], reason: null, voted_at: new Date(0) }]);
    });

    it('tell nothing at all of fewer than three voters, and keep nothing that would', async () => {
      const poll = await aPoll(secret);
      const clients = await members(2);
      for (const client of clients) await vote(client, poll.id, option(poll, 0));
      await close(poll.id);
      expect(await show(poll.id)).toMatchObject({ voters: 2, counts: null });
      const [row] = await hub.database.query<[{ result: object }]>('select result from polls where id = $1', [
        poll.id,
      ]);
      expect(row.result).toEqual({ voters: 2, counts: null, reasons: [] });
      expect((await author.get(`/en/polls/${poll.id}`)).text).toContain('Too few people have voted');
    });

    it('tell the reasons of a sense check without names, at the end', async () => {
      const { id } = await aPoll({ kind: 'sense_check', options: [], secret: true });
      const clients = await members(3);
      for (const [place, client] of clients.entries())
        await client.send('put', `/api/v1/polls/${id}/vote`, {
          choices: ['block'],
          reason: `Reason ${place}`,
        });
      const reasons = async () =>
        ((await author.get(`/api/v1/polls/${id}/votes`)).body as { reasons: object[] }).reasons;
      expect(await reasons()).toEqual([]);
      await close(id);
      expect(await reasons()).toHaveLength(3);
      expect(await reasons()).toContainEqual({
        choice: 'block',
        text: 'Reason 1',
        locale: 'en',
        person: null,
      });
    });
  });

  describe('in other languages', () => {
    it('asks everybody in her own, and says how far the translation has come', async () => {
      const poll = await aPoll();
      const host = await TestClient.as(
        hub,
        await aPerson(hub, { locale: 'sv', grants: [{ role: 'administrator' }] }),
      );
      await translate(host, { kind: 'poll', id: poll.id, locale: 'sv' }, { question: 'Vilken dag?' });
      await translate(host, { kind: 'poll_option', id: option(poll, 0), locale: 'sv' }, { label: 'Måndag' });
      const { text } = await host.get(`/sv/threads/${thread.id}`);
      expect(text).toContain('Vilken dag?');
      expect(text).toContain('<span lang="sv">Måndag</span>');
      expect(text).toContain('<span lang="en">Friday</span>');
      expect(text).toContain(`/sv/texts/poll/${poll.id}`);
      expect((await entries(author)).map(({ name }) => name)).toEqual([
        ...['post.published', 'poll.translated', 'poll_option.translated'],
      ]);
      await author.send('put', `/api/v1/polls/${poll.id}`, { ...SINGLE, question: 'When?', baseEdition: 1 });
      const seen = (await host.get(`/api/v1/polls/${poll.id}?locale=sv`)).body as PollView;
      expect(seen.question).toMatchObject({ text: 'Vilken dag?', state: 'draft', outdated: true });
      expect(seen.options[0]!.label).toMatchObject({ text: 'Måndag', outdated: false });
    });
  });

  describe('reading', () => {
    it('ends with the post: a withdrawn one shows its poll to nobody', async () => {
      const poll = await aPoll();
      await vote((await members(1))[0]!, poll.id, option(poll, 0));
      await author.send('put', `/api/v1/posts/${poll.postId}/withdrawal`);
      for (const path of ['', '/votes'])
        expect((await author.get(`/api/v1/polls/${poll.id}${path}`)).status).toBe(404);
      for (const path of ['', '/part', '/edit'])
        expect((await author.get(`/en/polls/${poll.id}${path}`)).status).toBe(404);
      expect((await vote(author, poll.id, option(poll, 0))).status).toBe(404);
      expect((await close(poll.id)).status).toBe(404);
      expect((await author.get(`/en/threads/${thread.id}`)).text).not.toContain('Which day?');
      expect((await author.get(`/en/texts/poll/${poll.id}`)).status).toBe(404);
      const told = (await entries(author)).filter(({ name }) => name === 'poll.voted');
      expect(told.map((entry) => entry.poll)).toEqual([undefined]);
    });

    it('hides a poll of a private room from who may not read the room', async () => {
      room = await aRoom(hub, { visibility: 'private' });
      const guest = await aPerson(hub, { grants: [{ role: 'guest', placeId: room.id }] });
      thread = await aThread(hub, room, guest);
      const inside = await TestClient.as(hub, guest);
      const { body } = await ask(SINGLE, inside);
      const { pollId } = body as { pollId: string };
      expect((await show(pollId, inside)).can.vote).toBe(true);
      expect((await author.get(`/api/v1/polls/${pollId}`)).status).toBe(404);
      expect((await author.get(`/en/polls/${pollId}/part`)).status).toBe(404);
    });

    it('stands on the traceable path, so that whoever cites it leads to its result', async () => {
      const poll = await aPoll();
      const path = await author.get(`/en/path/poll/${poll.id}`);
      expect(path.status).toBe(200);
      expect(path.text).toContain(`/en/polls/${poll.id}`);
    });

    it('gives the part of a page that a script renews, and nothing around it', async () => {
      const poll = await aPoll();
      for (const client of [author, new TestClient(hub), new TestClient(hub)]) {
        const { text } = await client.get(`/it/polls/${poll.id}/part`);
        expect(text).toMatch(/^<div class="poll" role="group"[^]*<\/div>$/);
        expect(text.includes('name="choices"')).toBe(client === author);
      }
    });

    it('follows its post into another room', async () => {
      const poll = await aPoll();
      const other = await aRoom(hub, { visibility: 'private' });
      await hub.database.transaction(async (tx) => {
        await tx.query('set constraints all deferred');
        await tx.query(
          `insert into threads (id, room_id, title, locale, opened_by) values ($1, $2, 'T', 'en', $3)`,
          [...[(thread = { id: randomUUID() }).id, other.id, asker.id]],
        );
        await tx.query('update posts set room_id = $2, thread_id = $3 where id = $1', [
          ...[poll.postId, other.id, thread.id],
        ]);
      });
      expect((await author.get(`/api/v1/polls/${poll.id}`)).status).toBe(404);
      const options = await hub.database.query('select from poll_options where room_id = $1', [other.id]);
      expect(options).toHaveLength(2);
    });
  });

  describe('who may read', () => {
    const grants = (): Record<string, Grant[]> => ({
      stranger: [],
      member: [{ role: 'member', placeId: room.platformId!, detail: null }],
      host: [{ role: 'host', placeId: room.platformId!, detail: null }],
      organiser: [{ role: 'organiser', placeId: room.partnershipId!, detail: null }],
      guest: [{ role: 'guest', placeId: room.id, detail: null }],
      administrator: [{ role: 'administrator', placeId: null, detail: null }],
    });

    it.each(['public', 'members', 'private'] as const)(
      'says the same in SQL of polls in %s rooms',
      async (visibility) => {
        await hub.database.query('update rooms set visibility = $2 where id = $1', [room.id, visibility]);
        const shown = await aPollBy(asker);
        const gone = await aPollBy(asker);
        await hub.database.query('update posts set withdrawn_at = now() where poll_id = $1', [gone]);
        const actors = [Actor.visitor, Actor.system, ...Object.values(grants()).map(anActor)];
        for (const actor of actors) {
          const { where, parameters } = pollPolicy.readable(actor, 'room');
          const inSql = await hub.database
            .createQueryBuilder()
            .select('poll.id', 'id')
            .from('polls', 'poll')
            .innerJoin('posts', 'post', 'post.room_id = poll.room_id and post.id = poll.post_id')
            .innerJoin('rooms', 'room', 'room.id = poll.room_id')
            .where('poll.room_id = :place', { place: room.id })
            .andWhere(where, parameters)
            .getRawMany<{ id: string }>();
          const polls = await Promise.all([shown, gone].map((id) => pollById(hub.database, null, id)));
          const allowed = polls.filter((poll) => pollPolicy.may(actor, 'read', poll!));
          expect(inSql.map(({ id }) => id).toSorted()).toEqual(allowed.map((poll) => poll!.id).toSorted());
        }
      },
    );

    const anActor = (held: Grant[]) => Actor.person({ ...somebody, id: randomUUID() }, held);

    async function aPollBy(person: TestPerson): Promise<string> {
      const id = randomUUID();
      const post = randomUUID();
      await hub.database.query(
        `insert into posts (id, room_id, thread_id, number, seq, author_id, client_id, body, html, locale, poll_id)
         select $1, $2, $3, coalesce(max(number), 0) + 1, coalesce(max(number), 0) + 1, $4, $1, 'x', 'x', 'en', $5
         from posts where room_id = $2`,
        [post, room.id, thread.id, person.id, id],
      );
      await hub.database.query(
        `insert into polls (room_id, id, post_id, kind, question, locale, secret)
         values ($1, $2, $3, 'single', 'q', 'en', false)`,
        [room.id, id, post],
      );
      return id;
    }
  });
});
