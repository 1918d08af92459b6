import { WebSocketGateway, WebSocketServer, type OnGatewayInit } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import { Config } from '../config/config';

type Listener = (scopeId: string) => void;

/** What can be known of a socket, also of one at another process. */
interface Seated {
  data: unknown;
  rooms: Set<string>;
}

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

  /** Within a second nobody hears through a session or token that has ended. */
  closeCredential(id: string): void {
    this.server.in(`credential:${id}`).disconnectSockets(true);
  }

  /** The person's clients come back by themselves and are asked again who may what. */
  closePerson(id: string): void {
    this.server.in(`person:${id}`).disconnectSockets(true);
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

  private async here(rooms: string[]): Promise<Seated[]> {
    const { adapter, sockets } = this.server.of('/');
    const ids = await adapter.sockets(new Set(rooms));
    return [...ids].flatMap((id) => sockets.get(id) ?? []);
  }

  private hear(scopeId: string): void {
    for (const listener of this.listeners) listener(scopeId);
  }
}
