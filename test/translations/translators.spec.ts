import { Actors } from '../../src/accounts/actors.service';
import { Actor, type Role } from '../../src/core/access/actor';
import { translatorPolicy } from '../../src/translations/people/translator.policy';
import { aPartnership } from '../factories/partnerships';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';
import { openSocket } from '../support/socket';
import { until } from '../support/until';

const API = '/api/v1/translators';
const PAGE = '/en/translations/people';

describe('Translators', () => {
  let hub: TestHub;
  let placeId: string;
  let organiser: TestClient;
  let tove: TestPerson;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    await hub.database.query(`delete from grants where role = 'translator'`);
    placeId = (await aPartnership(hub)).id;
    organiser = await holding('organiser', placeId);
    tove = await aPerson(hub, { name: 'Tove Översättare', locale: 'sv' });
  });

  async function holding(role: Role, place: string | null = null, detail?: string): Promise<TestClient> {
    const grant = { role, placeId: place, ...(detail && { detail }) };
    return TestClient.as(hub, await aPerson(hub, { grants: [grant] }));
  }

  const appoint = (client: TestClient, locale = 'sv', email = tove.email) =>
    client.send('post', API, { email, locale });

  const list = async (client: TestClient) =>
    (await client.get(API)).body.items as { name: string; email: string | null; locale: string }[];

  it('are appointed by address, told by mail in their own language, and may then translate', async () => {
    const room = await aRoom(hub);
    const text = `/api/v1/texts/room/${room.id}/translations/it`;
    const client = await TestClient.as(hub, tove);
    expect((await client.get(text)).body.can.translate).toBe(false);
    const fields = { email: tove.email.toUpperCase(), locale: 'it' };
    const answer = await organiser.submit(PAGE, fields);
    expect([answer.status, answer.headers['location']]).toEqual([303, expect.stringContaining(PAGE)]);
    expect((await client.get(text)).body.can.translate).toBe(true);
    expect((await client.get(text.replace(/it$/, 'sl'))).body.can.translate).toBe(false);
    const [mail] = await mailsTo(hub, tove.email);
    expect(mail!.subject).toBe('Du är nu översättare: italienska');
    expect(mail!.text).toContain('/sv/translations?language=it');
  });

  it('stand under their language, also when nobody does', async () => {
    await appoint(organiser);
    const { text } = await organiser.get(PAGE);
    const under = (locale: string) => text.split(`id="into-${locale}"`)[1]!.split('</section>')[0]!;
    expect(under('sv')).toContain('Tove Översättare');
    expect(under('sv')).toContain(tove.email);
    expect(under('sl')).toContain('Nobody yet.');
    expect(text).toContain('Remove: Tove Översättare (Swedish)');
  });

  it('lose one language and keep the other, and what they have done', async () => {
    for (const locale of ['sv', 'it']) expect((await appoint(organiser, locale)).status).toBe(201);
    const removed = await organiser.submit(`${PAGE}/${tove.id}/sv/remove`, {}, PAGE);
    expect(removed.status).toBe(303);
    expect((await list(organiser)).map(({ locale }) => locale)).toEqual(['it']);
    expect((await organiser.send('delete', `${API}/${tove.id}/sv`)).status).toBe(404);
    expect((await organiser.send('delete', `${API}/${tove.id}/it`)).status).toBe(204);
    expect(await list(organiser)).toEqual([]);
    const rows = await hub.database.query(
      `select name, data from journal where subject_id = $1 and name like 'translator.%' order by id`,
      [tove.id],
    );
    expect(rows).toEqual([
      { name: 'translator.appointed', data: { locale: 'sv' } },
      { name: 'translator.appointed', data: { locale: 'it' } },
      { name: 'translator.removed', data: { locale: 'sv' } },
      { name: 'translator.removed', data: { locale: 'it' } },
    ]);
  });

  it('must have a confirmed account, and are not appointed twice, not even at once', async () => {
    const unconfirmed = await aPerson(hub, { confirmed: false });
    for (const email of ['nobody@example.org', unconfirmed.email]) {
      const answer = await organiser.submit(PAGE, { email, locale: 'sv' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Nobody with a confirmed account has this address.');
      expect(answer.text).toContain(`value="${email}"`);
    }
    const answers = await Promise.all([appoint(organiser), appoint(organiser)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('are appointed by organisers and administrators, and by nobody else', async () => {
    expect((await appoint(await holding('administrator'))).status).toBe(201);
    const colleague = await holding('translator', null, 'sv');
    for (const client of [
      await holding('editor', placeId),
      await holding('host', placeId),
      await holding('member', placeId),
      colleague,
    ]) {
      expect((await appoint(client, 'sl')).status).toBe(403);
      expect((await client.send('delete', `${API}/${tove.id}/sv`)).status).toBe(403);
    }
    expect((await appoint(new TestClient(hub), 'sl')).status).toBe(401);
    expect((await new TestClient(hub).get(PAGE)).status).toBe(401);
    expect((await (await holding('member', placeId)).get(PAGE)).status).toBe(403);
    const page = (await colleague.get(PAGE)).text;
    expect(page).toContain('Tove Översättare');
    expect(page).not.toContain('name="email"');
  });

  it('keep their addresses from all but those who appoint', async () => {
    await appoint(organiser);
    const colleague = await holding('translator', null, 'it');
    expect((await colleague.get(PAGE)).text).not.toContain(tove.email);
    expect((await list(colleague)).map(({ email }) => email)).toEqual([null, null]);
    expect((await list(organiser))[0]!.email).toBe(tove.email);
  });

  it('are asked again by open sockets what they may, as soon as they lose the language', async () => {
    await appoint(organiser);
    const socket = await openSocket(hub, await TestClient.as(hub, tove));
    let closed = false;
    socket.on('disconnect', () => (closed = true));
    await organiser.send('delete', `${API}/${tove.id}/sv`);
    await until(() => closed);
    socket.close();
  });

  it('are readable in SQL exactly where the policy says so, for every role', async () => {
    await appoint(organiser);
    const roles: Role[] = ['administrator', 'organiser', 'editor', 'host', 'member', 'translator', 'guest'];
    const people = await Promise.all(
      roles.map((role) => {
        const own = { administrator: null, translator: null }[role as string];
        const grant = { role, placeId: own === undefined ? placeId : own };
        return aPerson(hub, { grants: [{ ...grant, ...(role === 'translator' && { detail: 'sl' }) }] });
      }),
    );
    const actors = await Promise.all(people.map(({ id }) => hub.app.get(Actors).ofPerson(id)));
    for (const actor of [Actor.visitor, Actor.system, ...actors.map((each) => each!)]) {
      const { where } = translatorPolicy.readable(actor, 'held');
      const rows = await hub.database.query(
        `select 1 from grants held where role = 'translator' and detail = 'sv' and ${where}`,
      );
      expect(rows.length > 0).toBe(translatorPolicy.may(actor, 'read', undefined));
    }
  });

  it('answer clearly to strange input at both doors', async () => {
    for (const input of [
      { email: 'no address', locale: 'sv' },
      { email: tove.email, locale: 'xx' },
      { email: tove.email },
      { email: `${tove.email}\u0000`, locale: 'sv' },
      { email: tove.email, locale: 'sv', role: 'administrator' },
    ]) {
      expect((await organiser.send('post', API, input)).status).toBe(422);
      expect((await organiser.submit(PAGE, input)).status).toBe(422);
    }
    for (const path of [`${API}/x/sv`, `${API}/${tove.id}/xx`, `${API}/${tove.id}/sv`])
      expect((await organiser.send('delete', path)).status).toBe(404);
    expect((await organiser.submit(`${PAGE}/x/sv/remove`, {}, PAGE)).status).toBe(404);
  });
});
