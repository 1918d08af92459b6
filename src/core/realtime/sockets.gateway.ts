import { WebSocketGateway, WebSocketServer, type OnGatewayInit } from '@nestjs/websockets';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server, Socket } from 'socket.io';
import type { Actor } from '../access/actor';
import { Config } from '../config/config';

type Listener = (scopeId: string) => void;

/** What can be known of a socket, also of one at another process. */
interface Seated {
  data: unknown;
  rooms: Set<string>;
}

/** Who sits at a socket of this process, and what she came in with. */
export interface OpenSocket {
  actor: Actor;
  /** What stands in her cookie: never to leave the process. */
  session: string | undefined;
  close(): void;
}

/** Sockets move in steps of so many milliseconds. */
const STEP = 50;
/** So many milliseconds a client has for going by itself. */
const GRACE = 500;

/** So long the other processes are waited for. Milliseconds. */
const PATIENCE = 500;

/**
 * The hub's sockets as a whole: pokes between processes and closing doors.
 * A poke names only the scope that has something new; readers pull it from the database (DESIGN §6.3).
 */
@WebSocketGateway()
export class Sockets implements OnGatewayInit {
  @WebSocketServer() readonly server!: Server;
  private readonly listeners: Listener[] = [];
  /** How many verbs of a socket are being performed. */
  private readonly busy = new Map<string, number>();

  constructor(private readonly config: Config) {}

  afterInit(server: Server): void {
    server.on('poke', (scopeId: string) => this.hear(scopeId));
  }

  onPoke(listener: Listener): void {
    this.listeners.push(listener);
  }

  poke(scopeId: string): void {
    this.hear(scopeId);
    if (this.config.redisUrl) this.server.serverSideEmit('poke', scopeId);
  }

  /**
   * There is something new for these people; what, they ask for by themselves. May be lost.
   * @param where it is, for who shows just that: ids and numbers
   */
  tell(personIds: readonly string[], name: string, where?: Record<string, string | number>): void {
    if (personIds.length === 0) return;
    const windows = this.server.to(personIds.map((id) => `person:${id}`)).volatile;
    if (where) windows.emit(name, where);
    else windows.emit(name);
  }

  /** Within a second nobody hears through a session or token that has ended. */
  closeCredential(id: string): void {
    this.server.in(`credential:${id}`).disconnectSockets(true);
  }

  /** The person's clients come back by themselves and are asked again who may what. */
  closePerson(id: string): void {
    this.server.in(`person:${id}`).disconnectSockets(true);
  }

  /** Those of this process. */
  get open(): OpenSocket[] {
    return this.sockets.map((socket) => ({
      actor: (socket.data as { actor: Actor }).actor,
      session: (socket.request as { sessionID?: string }).sessionID,
      close: () => socket.disconnect(true),
    }));
  }

  /** Those who sit in one of the rooms, at every process; while Redis is away, at this one. */
  async inside(rooms: string[]): Promise<Seated[]> {
    if (!this.config.redisUrl) return this.here(rooms);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Seated[]>((resolve) => {
      timer = setTimeout(() => resolve(this.here(rooms)), PATIENCE);
    });
    const everywhere = this.server
      .in(rooms)
      .timeout(PATIENCE)
      .fetchSockets()
      .catch(() => this.here(rooms));
    return Promise.race([everywhere, late]).finally(() => clearTimeout(timer));
  }

  /** A verb begins, for one socket. @returns what to call when it has been answered */
  begin({ id }: Socket): () => void {
    this.busy.set(id, (this.busy.get(id) ?? 0) + 1);
    return () => {
      const left = this.busy.get(id)! - 1;
      if (left > 0) this.busy.set(id, left);
      else this.busy.delete(id);
    };
  }

  /** No verb waits for its answer. */
  get quiet(): boolean {
    return this.busy.size === 0;
  }

  /**
   * Tells the sockets of this process to go elsewhere, spread over so many milliseconds, and shuts behind
   * those that do not go by themselves once they have their answers.
   */
  async move(milliseconds: number): Promise<void> {
    const told = new Map<Socket, number>();
    const end = Date.now() + milliseconds;
    for (let left = milliseconds; left > 0 || this.sockets.length > told.size; left = end - Date.now()) {
      const waiting = this.sockets.filter((socket) => !told.has(socket));
      const share = left > STEP ? Math.ceil((waiting.length * STEP) / left) : waiting.length;
      for (const socket of waiting.slice(0, share)) {
        socket.emit('move');
        told.set(socket, Date.now());
      }
      this.shut(told, GRACE);
      await sleep(Math.max(0, Math.min(STEP, left)));
    }
    while (told.size > 0 && Date.now() < end + 2 * GRACE) {
      this.shut(told, milliseconds > 0 ? GRACE : 0);
      await sleep(10);
    }
  }

  private shut(told: Map<Socket, number>, grace: number): void {
    for (const [socket, since] of told) {
      if (socket.connected && Date.now() - since >= grace && !this.busy.has(socket.id))
        socket.disconnect(true);
      if (!socket.connected) told.delete(socket);
    }
  }

  private get sockets(): Socket[] {
    return [...this.server.of('/').sockets.values()];
  }

  private async here(rooms: string[]): Promise<Seated[]> {
    const { adapter, sockets } = this.server.of('/');
    const ids = await adapter.sockets(new Set(rooms));
    return [...ids].flatMap((id) => sockets.get(id) ?? []);
  }

  private hear(scopeId: string): void {
    for (const listener of this.listeners) listener(scopeId);
  }
}
