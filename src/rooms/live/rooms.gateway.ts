import { UseInterceptors } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { Public, SignedIn } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { parse } from '../../core/http/parse';
import { LOCALES } from '../../core/i18n/locales';
import type { SocketData } from '../../core/realtime/socket.adapter';
import { SocketAnswers } from '../../core/realtime/socket-answers.interceptor';
import { SocketPace } from '../../core/realtime/socket-pace';
import { Delivery, channel } from './delivery.service';
import { ENTRIES_LIMIT } from './entry.schema';
import { Contributions } from '../newcomers/contributions.service';
import { PresenceBoard } from './presence.service';
import { ReadingPositions } from '../threads/reading-positions.service';
import { RoomFeed } from './room-feed.service';
import { roomPolicy } from '../room.policy';
import { joining, leaving, reading, sending, typing } from './room-sockets.schema';
import { Rooms } from '../rooms.service';
import { Threads } from '../threads/threads.service';

/** So far behind, the newest page is faster than the gap. */
const FAR_BEHIND = 5 * ENTRIES_LIMIT;

const actorOf = (socket: Socket) => (socket.data as SocketData).actor;

/** The room protocol on sockets (docs/realtime.md): the same verbs as by HTTP, and news as they happen. */
@WebSocketGateway()
@UseInterceptors(SocketAnswers)
export class RoomsGateway implements OnGatewayConnection {
  private readonly sends: SocketPace;
  private readonly joins: SocketPace;

  constructor(
    config: Config,
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly contributions: Contributions,
    private readonly feed: RoomFeed,
    private readonly delivery: Delivery,
    private readonly presence: PresenceBoard,
    private readonly positions: ReadingPositions,
  ) {
    this.sends = new SocketPace(config.rateLimits ? 40 : Infinity, 10_000);
    this.joins = new SocketPace(config.rateLimits ? 120 : Infinity, 10_000);
  }

  handleConnection(socket: Socket): void {
    socket.on('disconnecting', () => {
      for (const name of socket.rooms) {
        const [kind, roomId] = name.split(':');
        if (kind === 'room' && roomId) this.presence.changed(roomId);
      }
    });
  }

  /** Joins first and reads then, so that nothing falls between (DESIGN §6.4). */
  @SubscribeMessage('room:join')
  @Public()
  async join(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown) {
    this.joins.step(socket);
    const { room: id, epoch, last, locale } = parse(joining, message);
    const room = await this.rooms.find(actorOf(socket), id);
    await socket.join(channel(room.id, locale));
    await this.delivery.follow(room.id);
    this.presence.changed(room.id);
    const page = await this.feed.after(room.id, last, ENTRIES_LIMIT, [locale]);
    const strange = epoch != null && epoch !== page.epoch;
    if (strange || last > page.lastSeq || page.lastSeq - last > FAR_BEHIND) {
      return { reset: true, epoch: page.epoch, lastSeq: page.lastSeq };
    }
    return page;
  }

  @SubscribeMessage('room:leave')
  @Public()
  async leave(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown) {
    const { room } = parse(leaving, message);
    for (const locale of LOCALES) await socket.leave(channel(room, locale));
    this.presence.changed(room);
    return { left: true };
  }

  /** Seen by the others in the room for a moment; never stored. */
  @SubscribeMessage('room:typing')
  @SignedIn()
  async typing(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown) {
    this.joins.step(socket);
    const { room, thread } = parse(typing, message);
    const { person } = actorOf(socket);
    const channels = LOCALES.map((locale) => channel(room, locale));
    const inside = channels.some((name) => socket.rooms.has(name));
    if (!inside || !roomPolicy.may(actorOf(socket), 'reply', await this.rooms.find(actorOf(socket), room)))
      return {};
    socket
      .to(channels)
      .volatile.emit('room:typing', { room, thread, person: { id: person!.id, name: person!.name } });
    return {};
  }

  @SubscribeMessage('post:send')
  @SignedIn()
  async send(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown) {
    this.sends.step(socket);
    const { thread: id, ...input } = parse(sending, message);
    const said = await this.contributions.reply(actorOf(socket), id, input);
    if ('held' in said) return said;
    const { post } = said;
    return { id: post.id, seq: post.seq, number: post.number };
  }

  @SubscribeMessage('thread:read')
  @SignedIn()
  async read(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown) {
    this.joins.step(socket);
    const { thread: id, number } = parse(reading, message);
    const actor = actorOf(socket);
    await this.positions.advance(actor, await this.threads.place(actor, id), number);
    return {};
  }
}
