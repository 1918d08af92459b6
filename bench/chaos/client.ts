import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { EntryPage, Joined, Refused } from '../../src/ui/browser/room/wire';
import type { Ledger } from './ledger';
import type { Credentials, Place } from './scene';
import { CarefulSeat, PlainSeat, type Seat } from './seat';

interface Unsent {
  clientId: string;
  place: Place;
  body: string;
}

type Acknowledged = { id: string } | Refused;

const PATIENCE = 10_000;
/** Of a hundred posts so many go to both processes at once, and so many again after their acknowledgement. */
const BOTH_AT_ONCE = 5;
const ONCE_MORE = 3;

const chance = (percent: number): boolean => Math.random() * 100 < percent;

/** Somebody with an outbox and an open socket, who goes to the other process whenever hers is gone. */
export class Client {
  readonly seats: Seat[];
  connections = 0;
  private readonly outbox = new Map<string, Unsent>();
  private socket?: Socket;
  private stopped = false;

  constructor(
    private at: number,
    private readonly addresses: string[],
    private readonly credentials: Credentials,
    places: Place[],
    private readonly ledger: Ledger,
    private readonly plain: boolean,
  ) {
    const arrived = (clientId: string) => this.outbox.delete(clientId);
    const read = (room: string, after: number) =>
      this.ask<EntryPage>(this.address, `/api/v1/rooms/${room}/entries?after=${after}&limit=200&locale=en`);
    this.seats = places.map((place) =>
      plain ? new PlainSeat(place, ledger, arrived) : new CarefulSeat(place, ledger, arrived, read),
    );
  }

  get waiting(): number {
    return this.outbox.size;
  }

  open(): void {
    void this.stayConnected();
    if (!this.plain) void this.work();
  }

  close(): void {
    this.stopped = true;
    this.socket?.disconnect();
  }

  write(): void {
    const { place } = this.seats[Math.floor(Math.random() * this.seats.length)]!;
    const clientId = randomUUID();
    const body = `This is *one* of the posts, and it says **${clientId}** so that it can be told from all others.`;
    this.ledger.written.set(clientId, Date.now());
    const unsent = { clientId, place, body };
    if (this.plain) void this.sendBySocket(unsent).catch(() => undefined);
    else this.outbox.set(clientId, unsent);
  }

  private get address(): string {
    return this.addresses[this.at % this.addresses.length]!;
  }

  private async stayConnected(): Promise<void> {
    for (let pause = 100; !this.stopped; pause = Math.min(1600, pause * 2)) {
      const socket = this.connect();
      // Asked for at once: a socket may be closed in the very moment in which it is connected.
      const ended = new Promise((resolve) => socket.once('disconnect', resolve));
      const connected = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('connect_error', () => resolve(false));
        socket.once('disconnect', () => resolve(false)); // killed between the handshake and its answer
      });
      if (connected) {
        pause = 50;
        this.connections += 1;
        await Promise.all([ended, this.joinAll(socket)]);
      }
      socket.disconnect();
      this.at += 1;
      await sleep(pause * (0.5 + Math.random()));
    }
  }

  private connect(): Socket {
    const { token, headers } = this.credentials;
    const socket = io(this.address, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: PATIENCE,
      ...(token ? { auth: { token } } : { extraHeaders: headers }),
    });
    socket.on('room:entries', (page: EntryPage & { room: string }) => {
      this.seats.find(({ place }) => place.room === page.room)?.receive(page);
    });
    socket.on('move', () => socket.disconnect());
    this.socket = socket;
    return socket;
  }

  private async joinAll(socket: Socket): Promise<void> {
    const sitDown = async (seat: Seat) => {
      while (socket.connected && !(await this.join(socket, seat))) await sleep(500);
    };
    await Promise.all(this.seats.map(sitDown));
  }

  /** @returns false when the hub could not answer just now */
  private async join(socket: Socket, seat: Seat): Promise<boolean> {
    try {
      const asked = { room: seat.place.room, ...seat.position, locale: 'en' };
      const answer = (await socket.timeout(PATIENCE).emitWithAck('room:join', asked)) as Joined;
      if ('code' in answer) return this.refused(answer);
      await seat.joined(answer);
      return true;
    } catch {
      return false;
    }
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const [next] = this.outbox.values();
      for (const seat of this.seats) seat.lookAgain();
      if (!next || !(await this.attempt(next))) await sleep(next ? 300 : 50);
    }
  }

  /** @returns false when there was no answer: it stays in the outbox and is sent again, as the same post */
  private async attempt(unsent: Unsent): Promise<boolean> {
    try {
      const sends = [this.socket?.connected ? this.sendBySocket(unsent) : this.sendByHttp(unsent, 0)];
      if (chance(BOTH_AT_ONCE)) sends.push(this.sendByHttp(unsent, 0), this.sendByHttp(unsent, 1));
      this.ledger.repeats += sends.length - 1;
      for (const send of sends.slice(1)) send.catch(() => undefined);
      if (await sends[0]!) this.outbox.delete(unsent.clientId);
      if (chance(ONCE_MORE)) {
        this.ledger.repeats += 1;
        void this.sendByHttp(unsent, 1).catch(() => undefined);
      }
      return true;
    } catch {
      this.ledger.repeats += 1;
      return false;
    }
  }

  private async sendBySocket({ place, clientId, body }: Unsent): Promise<boolean> {
    if (!this.socket?.connected) throw new Error('offline');
    const message = { thread: place.thread, body, locale: 'en', clientId };
    const answer = (await this.socket.timeout(PATIENCE).emitWithAck('post:send', message)) as Acknowledged;
    if ('code' in answer) {
      if (!this.refused(answer)) throw new Error(answer.code);
      return true;
    }
    this.ledger.acknowledge(clientId, answer.id);
    return true;
  }

  /** @param away 0: to the process that the client is at, 1: to the next one */
  private async sendByHttp({ place, clientId, body }: Unsent, away: number): Promise<boolean> {
    const address = this.addresses[(this.at + away) % this.addresses.length]!;
    const path = `/api/v1/threads/${place.thread}/posts`;
    const { id } = await this.ask<{ id: string }>(address, path, { body, locale: 'en', clientId });
    this.ledger.acknowledge(clientId, id);
    return true;
  }

  private async ask<Answer>(address: string, path: string, body?: object): Promise<Answer> {
    const impatience = new AbortController(); // AbortSignal.timeout may be swept away before its time
    const timer = setTimeout(() => impatience.abort(), PATIENCE);
    try {
      const answer = await fetch(`${address}${path}`, {
        headers: { ...this.credentials.headers, ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        signal: impatience.signal,
      });
      if (!answer.ok) {
        this.refused({ status: answer.status, code: path.replace(/[0-9a-f-]{36}/, ':id'), message: '' });
        throw new Error(String(answer.status));
      }
      return (await answer.json()) as Answer;
    } finally {
      clearTimeout(timer);
    }
  }

  /** For who wants to know why somebody is late. */
  get standing(): string {
    const where = this.socket?.connected ? `connected to ${this.address}` : 'not connected';
    const seats = this.seats.map(({ position, standing }) => `at ${position.last}${standing}`);
    return `${where}, ${this.waiting} unsent, ${seats.join(', ')}`;
  }

  /** Nobody here does what may be refused: only 503 is an honest answer. @returns true when asking again is no use */
  private refused({ status, code }: Refused): boolean {
    if (status !== 503) this.ledger.refuse(`${status} ${code}`);
    return status < 500;
  }
}
