import { LOCALES } from '../../src/core/i18n/locales';
import type { Ground } from './ground';
import { withServer } from './limit';
import { writers } from './people';
import { lastSeq, membersRoom, openThreads, type Place } from './places';
import { aPost, measureDelivery, type Delivered } from './readers';

const READERS = 1000;

/** One post to many live readers: at the hub, and at a bare socket.io server with the same words. */
export class Audiences {
  constructor(
    private readonly ground: Ground,
    private readonly hub: { port: number; web: number },
  ) {}

  /** Visitors in a public room, in all four languages. */
  async visitors(): Promise<Delivered> {
    const [place] = await openThreads(this.ground, 'seed-room-4');
    return this.listen(place!, []);
  }

  /** The same with people who are signed in, in a room that is not public. */
  async members(): Promise<Delivered> {
    const people = await writers(this.ground);
    return this.listen(
      await membersRoom(this.ground),
      people.map(({ cookie }) => cookie),
    );
  }

  /** What the hub sends for one post, sent by a server that does nothing else. */
  async bare(): Promise<Delivered> {
    const message = await this.message();
    return withServer('sockets', (port, pid) =>
      measureDelivery(
        { address: `http://127.0.0.1:${port}`, count: READERS, headers: [], last: 0, locales: [] },
        pid,
        (socket, clientId) =>
          socket.timeout(10_000).emitWithAck('say', { ...message, entries: message.entries(clientId) }),
      ),
    );
  }

  private async listen({ room, thread }: Place, headers: Record<string, string>[]): Promise<Delivered> {
    const [sender] = await writers(this.ground);
    const address = `http://127.0.0.1:${this.hub.port}`;
    const last = await lastSeq(this.ground, room);
    const audience = { address, count: READERS, headers, room, last, locales: [...LOCALES] };
    const send = (clientId: string, turn: number) => ({ thread, ...aPost(clientId, turn) });
    return measureDelivery(
      audience,
      this.hub.web,
      async (socket, clientId, turn) => {
        const answer: object = await socket.timeout(10_000).emitWithAck('post:send', send(clientId, turn));
        if ('code' in answer) throw new Error(`A post was refused: ${JSON.stringify(answer)}`);
      },
      sender!.cookie,
    );
  }

  /** The newest entry of a room, as readers are told of it. */
  private async message() {
    const [place] = await openThreads(this.ground, 'seed-room-4');
    const last = await lastSeq(this.ground, place!.room);
    const path = `/api/v1/rooms/${place!.room}/entries?after=${last - 1}`;
    const answer = await fetch(`http://127.0.0.1:${this.hub.port}${path}`);
    const page = (await answer.json()) as { epoch: string; entries: { post: object }[] };
    const [entry] = page.entries;
    const entries = (clientId: string) => [{ ...entry, post: { ...entry!.post, clientId } }];
    return { room: place!.room, epoch: page.epoch, entries };
  }
}
