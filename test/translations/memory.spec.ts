import { Actor } from '../../src/core/access/actor';
import { TranslationMemory } from '../../src/translations/memory/translation-memory.service';
import { Translations } from '../../src/translations/translations.service';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';

describe('The memory of translations', () => {
  let hub: TestHub;
  let room: TestRoom;
  let author: TestClient;
  let thread: { id: string };

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  const enter = async (visibility: 'public' | 'private') => {
    room = await aRoom(hub, { visibility });
    const grants = [
      { role: 'member' as const, placeId: room.platformId! },
      { role: 'guest' as const, placeId: room.id },
    ];
    const member = await aPerson(hub, { grants });
    author = await TestClient.as(hub, member);
    thread = await aThread(hub, room, member, { locale: 'sl' });
  };

  const translated = async (body: string, text: string): Promise<string> => {
    const message = something(body, { locale: 'sl' });
    const { body: post } = await author.send('post', `/api/v1/threads/${thread.id}/posts`, message);
    const of = { kind: 'post', id: post.id as string, locale: 'sv' };
    const { segments } = await hub.app.get(Translations).workshop(Actor.system, of);
    const changes = segments.map(({ id, version }) => ({ id, version, text, status: 'draft' as const }));
    await hub.app.get(Translations).save(Actor.system, of, changes);
    await hub.drain();
    return of.id;
  };

  const offered = async (source: string, place: string | null = null) =>
    (await hub.app.get(TranslationMemory).lookup(source, 'sl', 'sv', place)).map(({ target, likeness }) => [
      target,
      likeness === 100,
    ]);

  it('offers what was translated before, and what is like it', async () => {
    await enter('public');
    await translated(
      'Zadruge sodelujejo z občinami v regiji.',
      'Kooperativ samverkar med kommuner i regionen.',
    );
    expect(await offered('Zadruge sodelujejo z občinami v regiji.')).toEqual([
      ['Kooperativ samverkar med kommuner i regionen.', true],
    ]);
    expect(await offered('Zadruge sodelujejo z občinami v regijah.')).toEqual([
      ['Kooperativ samverkar med kommuner i regionen.', false],
    ]);
    expect(await offered('Nekaj čisto drugega.')).toEqual([]);
  });

  it('keeps what comes from a private room inside it', async () => {
    await enter('private');
    await translated('Zaupna ponudba za tri sklope.', 'Förtroligt anbud för tre delar.');
    expect(await offered('Zaupna ponudba za tri sklope.')).toEqual([]);
    expect(await offered('Zaupna ponudba za tri sklope.', room.id)).toHaveLength(1);
  });

  it('forgets what its author has withdrawn, unless somebody else has said the same', async () => {
    await enter('public');
    const id = await translated('To raje umaknem.', 'Detta drar jag hellre tillbaka.');
    await translated('To ostane.', 'Detta blir kvar.');
    const again = await translated('To ostane.', 'Detta blir kvar.');
    for (const post of [id, again])
      expect((await author.send('put', `/api/v1/posts/${post}/withdrawal`)).status).toBe(200);
    await hub.drain();
    expect(await offered('To raje umaknem.')).toEqual([]);
    expect(await offered('To ostane.')).toEqual([['Detta blir kvar.', true]]);
  });
});
