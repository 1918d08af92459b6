import { WebSocketGateway, WebSocketServer, type OnGatewayInit } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import { Config } from '../config/config';

type Listener = (scopeId: string) => void;

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

  private hear(scopeId: string): void {
    for (const listener of this.listeners) listener(scopeId);
  }
}
