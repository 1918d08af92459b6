import { loadDemo } from '../../src/demo/load';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';

describe('The pages of the hub itself', () => {
  let hub: TestHub;
  let visitor: TestClient;

  beforeAll(async () => {
    hub = await startHub();
  });
  beforeEach(() => {
    visitor = new TestClient(hub);
  });
  afterAll(() => hub.close());

  it('show an empty hub without empty shelves', async () => {
    const { status, text } = await visitor.get('/en');
    expect(status).toBe(200);
    expect(text).toContain('Nobody has said anything yet.');
    expect(text).not.toContain('Also going on');
    expect(text).not.toContain('id="partnerships"');
  });

  it('show the newest words of a public room to everybody, in their own language, and those of a private one to nobody', async () => {
    const room = await aRoom(hub, { name: 'Javna soba', locale: 'sl' });
    const secret = await aRoom(hub, { visibility: 'private', name: 'Skrivna soba' });
    const author = await aPerson(hub, {
      name: 'Članica',
      grants: [
        { role: 'member', placeId: room.platformId! },
        { role: 'guest', placeId: secret.id },
      ],
    });
    const client = await TestClient.as(hub, author);
    for (const [place, title, body] of [
      [room, 'Odprta nit', 'Vsi smejo **brati** to.'],
      [secret, 'Zaprta nit', 'Tega ne sme brati nihče.'],
    ] as const) {
      const { id } = await aThread(hub, place, author, { title, locale: 'sl' });
      await client.send('post', `/api/v1/threads/${id}/posts`, something(body, { locale: 'sl' }));
    }
    const { text } = await visitor.get('/it');
    expect(text).toContain('<blockquote class="said" lang="sl">Vsi smejo brati to.</blockquote>');
    expect(text).not.toMatch(/Skrivna soba|Zaprta nit|Tega ne sme/);
    expect((await client.get('/it')).text).toContain('Zaprta nit');
  });

  it('forward a message to every administrator in her language, and keep it', async () => {
    const administrator = await aPerson(hub, { locale: 'sv', grants: [{ role: 'administrator' }] });
    const fields = { subject: 'accessibility', email: 'reader@example.org', body: 'Gumb je premajhen.' };
    expect((await visitor.submit('/sl/contact', fields)).status).toBe(303);
    const [{ count }] = await hub.database.query<[{ count: string }]>(
      'select count(*) from contact_messages',
    );
    expect(count).toBe('1');
    await hub.drain();
    const [mail] = await mailsTo(hub, administrator.email);
    expect(mail!.subject).toBe('Meddelande till Polylog: Tillgänglighet');
    expect(mail!.text).toContain('Gumb je premajhen.');
    expect(mail!.text).toContain('reader@example.org');
  });

  it('keep a message that cannot be sent in the form, with what is wrong', async () => {
    const answer = await visitor.submit('/it/contact', {
      subject: 'other',
      email: 'nessuno',
      body: 'Il mio testo <b>',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Il mio testo &lt;b>');
    expect(answer.text).toContain('value="nessuno"');
  });

  it.each(['/about', '/accessibility', '/privacy', '/contact', '/api'])(
    'say %s in four languages, with a heading of its own in each',
    async (path) => {
      const titles = new Set<string>();
      for (const locale of ['sv', 'sl', 'it', 'en']) {
        const { status, text } = await visitor.get(`/${locale}${path}`);
        expect(status).toBe(200);
        expect(text).toContain(`<html lang="${locale}"`);
        for (const other of ['sv', 'sl', 'it', 'en']) expect(text).toContain(`hreflang="${other}"`);
        titles.add(/<h1[^>]*>([^<]+)/.exec(text)![1]!);
      }
      expect(titles.size).toBe(4);
    },
  );

  it('describe every noun of the interface for people', async () => {
    const { text } = await visitor.get('/en/api');
    for (const path of ['/api/v1/rooms', '/api/v1/threads/{id}/posts', '/health/ready'])
      expect(text).toContain(path);
  });

  it('hide the styleguide from the readers of a hub in production', async () => {
    const production = await startHub({ NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(40) });
    expect((await new TestClient(production).get('/en/styleguide')).status).toBe(404);
    await production.close();
  });
});

describe('The home page of the demonstration', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
    await loadDemo(hub.app, () => undefined);
  });
  afterAll(() => hub.close());

  it('leads to the conversation where something was said last, four platforms, five partnerships and 74 organisations', async () => {
    const { text } = await new TestClient(hub).get('/sv');
    expect(text).toContain('Sociala hänsyn i upphandling: vad fungerar i små kommuner?');
    expect(text.match(/class="platform-row"/g)).toHaveLength(4);
    expect(text.match(/class="swatch /g)).toHaveLength(5);
    expect(text).toContain('74 organisationer');
    expect(text).toContain('This project has received funding from the European Union.');
  });

  it('shows the rooms and platforms of COOP on its page, and its working room to its organisers only', async () => {
    const visitor = (await new TestClient(hub).get('/it/partnerships/coop')).text;
    expect(visitor).toContain('Stanza internazionale COOP');
    expect(visitor.match(/class="platform-row"/g)).toHaveLength(3);
    expect(visitor).not.toContain('coop-organisers');
    const [{ id }] = await hub.database.query<[{ id: string }]>(
      `select id from people where email = 'organiser@demo.example'`,
    );
    const organiser = await TestClient.as(hub, { id, email: '', name: '' });
    expect((await organiser.get('/it/partnerships/coop')).text).toContain('/it/rooms/coop-organisers');
  });
});
