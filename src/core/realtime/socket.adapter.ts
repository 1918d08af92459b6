import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Namespace, Server, ServerOptions, Socket } from 'socket.io';
import { Actor } from '../access/actor';
import type { ActorSource } from '../access/actor-source';
import type { Config } from '../config/config';
import { isOwn } from '../http/origin.middleware';
import { NeighbourAdapter, Neighbours } from './neighbours';

/** A frame carries one post of 20,000 characters at most. */
const FRAME_LIMIT = 128 * 1024;

/** What the hub knows of a socket; typed here once. */
export interface SocketData {
  actor: Actor;
}

/** WebSocket only, authorised like a page: own origin, session cookie or bearer token (DESIGN §6.5). */
export class SocketAdapter extends IoAdapter {
  private neighbours?: Neighbours;
  /** What a socket proved itself with, as long as it is open. */
  private readonly tokens = new WeakMap<Socket, string>();

  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
    private readonly sessions: RequestHandler[],
    private readonly actors: ActorSource,
  ) {
    super(app);
  }

  /** Several processes tell each other of news. */
  async connect(): Promise<void> {
    if (this.config.redisUrl) this.neighbours = await Neighbours.at(this.config.redisUrl);
  }

  /** Only the sockets: the HTTP server under them closes by itself. */
  override async close(server: Server): Promise<void> {
    server.local.disconnectSockets(true);
    server.engine.close();
  }

  override async dispose(): Promise<void> {
    this.neighbours?.close();
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      maxHttpBufferSize: FRAME_LIMIT,
      serveClient: false,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      allowRequest: (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) => {
        const { origin, host } = request.headers;
        decide(null, origin === undefined || isOwn(origin, host, new URL(this.config.baseUrl).host));
      },
      ...(this.neighbours && { adapter: this.adapter(this.neighbours) }),
    } as unknown as ServerOptions);
    for (const handler of this.sessions) server.engine.use(onHandshake(handler));
    server.use(oneSeat());
    server.use((socket, next) => {
      this.identify(socket).then(
        () => next(),
        (error: Error) => next(error),
      );
    });
    server.on('connection', (socket) => this.askAgain(socket));
    return server;
  }

  /**
   * Powers can be taken while a socket is on its way in, when nobody can close it yet. Now it can be closed: so it
   * is asked once more who speaks, and nothing that it says is heard before that is known.
   */
  private askAgain(socket: Socket): void {
    const { actor } = socket.data as SocketData;
    if (!actor.person) return;
    const token = this.tokens.get(socket);
    const { sessionID } = socket.request as IncomingMessage & { sessionID?: string };
    const asked = token
      ? this.actors.byToken(token)
      : this.actors.bySession(actor.person.id, sessionID ?? '');
    const settled = asked
      .then((now) => {
        if (now) (socket.data as SocketData).actor = now;
        else socket.disconnect(true);
      })
      .catch(() => socket.disconnect(true));
    socket.use((_message, next) => void settled.then(() => next()));
  }

  private adapter(neighbours: Neighbours) {
    return function (namespace: Namespace) {
      return new NeighbourAdapter(namespace, neighbours);
    };
  }

  /** Every socket waits in the rooms of its session and its person, where it can be closed at once. */
  private async identify(socket: Socket): Promise<void> {
    const request = socket.request as IncomingMessage & { actor?: Actor };
    const token = (socket.handshake.auth as { token?: unknown }).token;
    const byToken = typeof token === 'string' ? await this.actors.byToken(token) : undefined;
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const proof = typeof token === 'string' ? token : bearer;
    if (proof) this.tokens.set(socket, proof);
    forgetSecrets(socket);
    if (typeof token === 'string' && !byToken) throw new Error('sign_in_required');
    const actor = byToken ?? request.actor ?? Actor.visitor;
    (socket.data as SocketData).actor = actor;
    if (actor.person) await socket.join(`person:${actor.person.id}`);
    if (actor.credential) await socket.join(`credential:${actor.credential.id}`);
  }
}

/** Other processes are told of a socket's handshake, through Redis: who came by it is known, how she proved it is not. */
function forgetSecrets({ handshake }: Socket): void {
  delete handshake.headers.cookie;
  delete handshake.headers.authorization;
  delete (handshake.auth as { token?: unknown }).token;
}

/** A connection is one socket, however often it asks to be let in while nobody has answered yet. */
function oneSeat() {
  const seated = new WeakSet();
  return ({ conn }: Socket, next: (error?: Error) => void): void => {
    next(seated.has(conn) ? new Error('already_connected') : undefined);
    seated.add(conn);
  };
}

/** Sessions are read at the handshake only, not on every frame. */
function onHandshake(handler: RequestHandler) {
  return (
    request: IncomingMessage & { _query?: { sid?: string } },
    response: ServerResponse,
    next: (error?: unknown) => void,
  ) => {
    if (request._query?.sid !== undefined) next();
    else void handler(request as never, response as never, next);
  };
}
