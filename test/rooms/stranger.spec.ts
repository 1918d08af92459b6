import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { Sockets } from '../../src/core/realtime/sockets.gateway';
import { drain } from '../../src/drain';
import { aPerson, type TestPerson } from '../factories/people';
import { aRoom, aThread, type TestRoom } from '../factories/rooms';
import { TestClient } from '../support/client';
import { dice } from '../support/dice';
import { startHub, type TestHub } from '../support/hub';
import { Line } from '../support/line';
import { until } from '../support/until';

interface Entry {
  seq: number;
  post?: { id: string; number: number; clientId: string; body: string };
}
interface Page {
  epoch: string;
  lastSeq: number;
  entries: Entry[];
}
type Answer = (Page & { reset?: true }) | { status: number; code: string };

/**
 * Written by somebody who has read docs/realtime.md and nothing else: no code of the hub in it.
 * The numbers are those of its rules.
 */
class Stranger {
  readonly posts = new Map<string, NonNullable<Entry['post']>>();
  readonly outbox = new Map<string, string>();
  resets = 0;
  private epoch: string | null = null;
  private last = 0;
  private missing = false;
  private anew = false;
  private socket?: Socket;
  private stopped = false;

  constructor(
    private readonly addresses: string[],
    private readonly token: string,
    private readonly room: string,
    private readonly thread: string,
  ) {
    void this.stayConnected();
    void this.read();
    void this.send();
  }

  get words(): string[] {
    return [...this.posts.values()].sort((one, other) => one.number - other.number).map(({ body }) => body);
  }

  write(body: string): void {
    this.outbox.set(randomUUID(), body);
  }

  stop(): void {
    this.stopped = true;
    this.socket?.close();
  }

  /** Rules 1, 5 and 6. */
  private async stayConnected(): Promise<void> {
    for (let pause = 50; !this.stopped; pause = Math.min(500, pause * 2)) {
      this.addresses.push(this.addresses.shift()!);
      const socket = io(this.addresses[0], {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth: { token: this.token } },
      });
      this.socket = socket;
      const closed = new Promise((resolve) => {
        socket.once('disconnect', resolve).once('connect_error', resolve);
      });
      socket.on('room:entries', (page: Page & { room: string }) => this.take(page));
      socket.on('move', () => socket.disconnect());
      socket.once('connect', () => {
        pause = 50;
        void this.join(socket);
      });
      await closed;
      socket.close();
      await sleep(pause * (0.5 + Math.random()));
    }
  }

  private async join(socket: Socket): Promise<void> {
    while (socket.connected) {
      const asked = { room: this.room, epoch: this.epoch, last: this.last, locale: 'en' };
      const answer = await this.ask<Answer>(socket, 'room:join', asked);
      if (answer && 'reset' in answer) this.anew = true;
      else if (answer && 'entries' in answer) this.take(answer);
      if (answer && 'epoch' in answer) return;
      await sleep(200);
    }
  }

  /** Rule 2, for whatever brings entries. */
  private take({ epoch, lastSeq, entries }: Partial<Page>): void {
    this.epoch ??= epoch!;
    if (epoch !== this.epoch || (lastSeq ?? this.last) < this.last) {
      this.anew = true;
      return;
    }
    for (const { seq, post } of entries!) {
      if (seq > this.last + 1) this.missing = true;
      if (seq !== this.last + 1) continue;
      this.last = seq;
      if (post) this.show(post);
    }
    if ((lastSeq ?? 0) > this.last) this.missing = true;
  }

  private show(post: NonNullable<Entry['post']>): void {
    this.posts.set(post.id, post);
    this.outbox.delete(post.clientId);
  }

  /** One reading at a time, again and again: rules 2 and 3. */
  private async read(): Promise<void> {
    while (!this.stopped) {
      await sleep(50);
      if (this.anew) await this.startOver();
      if (!this.missing) continue;
      this.missing = false;
      const page = await this.get<Page>(`/api/v1/rooms/${this.room}/entries?after=${this.last}&limit=7`);
      if (page) this.take(page);
      else this.missing = true;
    }
  }

  private async startOver(): Promise<void> {
    const now = await this.get<Page>(`/api/v1/rooms/${this.room}/entries?after=0&limit=1`);
    const page =
      now &&
      (await this.get<{ posts: NonNullable<Entry['post']>[] }>(
        `/api/v1/threads/${this.thread}/posts?after=0&limit=100`,
      ));
    if (!now || !page) return;
    this.resets += 1;
    this.posts.clear();
    for (const post of page.posts) this.show(post);
    [this.epoch, this.last, this.missing, this.anew] = [now.epoch, now.lastSeq, true, false];
  }

  /** Rule 4. */
  private async send(): Promise<void> {
    while (!this.stopped) {
      await sleep(20);
      const [next] = this.outbox;
      if (!next || !this.socket?.connected) continue;
      const [clientId, body] = next;
      const post = { thread: this.thread, body, locale: 'en', clientId };
      const answer = await this.ask<{ id?: string }>(this.socket, 'post:send', post);
      if (answer?.id) this.outbox.delete(clientId);
    }
  }

  private async ask<Told>(socket: Socket, verb: string, message: object): Promise<Told | undefined> {
    return (socket.timeout(3000).emitWithAck(verb, message) as Promise<Told>).catch(() => undefined);
  }

  private async get<Told>(path: string): Promise<Told | undefined> {
    const headers = { Authorization: `Bearer ${this.token}` };
    const answer = await fetch(`${this.addresses[0]}${path}`, { headers }).catch(() => undefined);
    return answer?.ok ? ((await answer.json().catch(() => undefined)) as Told | undefined) : undefined;
  }
}

describe('A client that a stranger has written after the document', () => {
  let hubs: TestHub[];
  let lines: Line[];
  let addresses: string[];
  let room: TestRoom;
  let member: TestPerson;
  let thread: string;
  let strangers: Stranger[];

  beforeAll(async () => {
    const first = await startHub();
    hubs = [first, await startHub({}, first)];
    const ways = await Promise.all(hubs.map(({ url }) => Line.to(url)));
    lines = ways.map(({ line }) => line);
    addresses = ways.map(({ url }) => new URL(url).origin);
    room = await aRoom(first);
    member = await aPerson(first, { grants: [{ role: 'member', placeId: room.platformId! }] });
    thread = (await aThread(first, room, member)).id;
    const client = await TestClient.as(first, member);
    const made = await client.send('post', '/api/v1/me/tokens', { name: 'stranger', scope: 'write' });
    const { secret } = made.body as { secret: string };
    strangers = [0, 1, 2].map((turn) => {
      const own = turn % 2 === 0 ? [...addresses] : [...addresses].reverse();
      return new Stranger(own, secret, room.id, thread);
    });
  });
  afterAll(async () => {
    for (const stranger of strangers) stranger.stop();
    await Promise.all(lines.map((line) => line.cut()));
    for (const hub of [...hubs].reverse()) await hub.close();
  });

  const stored = async () => {
    const rows = await hubs[0]!.database.query<{ body: string }[]>(
      'select body from posts where thread_id = $1 order by number',
      [thread],
    );
    return rows.map(({ body }) => body);
  };
  const allAgree = async () => {
    const truth = JSON.stringify(await stored());
    return strangers.every(({ words, outbox }) => outbox.size === 0 && JSON.stringify(words) === truth);
  };

  it('loses nothing and shows nothing twice, though lines are cut, doors shut and a process leaves', async () => {
    const roll = dice(7);
    const written: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      for (const [index, stranger] of strangers.entries()) {
        if (roll(2) === 0) continue;
        written.push(`Words ${step} of stranger ${index}`);
        stranger.write(written.at(-1)!);
      }
      const line = lines[roll(2)]!;
      const what = roll(8);
      if (what === 0) {
        await line.cut();
        await sleep(roll(200));
        await line.mend();
      }
      if (what === 1) hubs[roll(2)]!.app.get(Sockets).closePerson(member.id);
      if (step === 40) await drain(hubs[1]!.app, 500);
      await sleep(roll(60));
    }
    await until(allAgree);
    expect([...(await stored())].sort()).toEqual(written.sort());
  });

  it('starts anew after the hub was restored from a backup', async () => {
    const [hub] = hubs as [TestHub];
    const [{ last }] = await hub.database.query<[{ last: number }]>(
      'select last_seq::int as last from rooms where id = $1',
      [room.id],
    );
    await hub.database.query('delete from journal where scope_id = $1 and seq > $2', [room.id, last - 5]);
    await hub.database.query('delete from posts where room_id = $1 and seq > $2', [room.id, last - 5]);
    await hub.database.query('update rooms set last_seq = $2 where id = $1', [room.id, last - 5]);
    await hub.database.query('update hub set epoch = gen_random_uuid()');
    const restored = await startHub({}, hub);
    hubs.push(restored);
    const way = await Line.to(restored.url);
    lines.push(way.line);
    for (const stranger of strangers) stranger['addresses'].splice(0, 2, new URL(way.url).origin);
    await Promise.all(lines.slice(0, 2).map((line) => line.cut()));
    await until(() => strangers.every(({ resets }) => resets > 0));
    strangers[0]!.write('After the backup');
    await until(allAgree);
    expect(strangers[2]!.words.at(-1)).toBe('After the backup');
    await Promise.all(lines.slice(0, 2).map((line) => line.mend()));
  });
});
