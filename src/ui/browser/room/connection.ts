import { io } from 'socket.io-client';
import { countLive } from '../notices/unread';
import { data } from './data';
import type { Feed } from './feed';
import type { Entry, Joined, Presence, ReadElsewhere } from './wire';

/** Without sockets, or when reading failed, the entries are asked for this often. Milliseconds. */
const WITHOUT_SOCKETS = 15_000;
const PATIENCE = 10_000;

interface Listeners {
  presence: (presence: Presence) => void;
  typing: (person: { id: string; name: string }, thread: string) => void;
  /** She has read something on another device, or here. */
  read: (what: ReadElsewhere) => void;
  /** Joined, for the first time or again. */
  joined: () => void;
  lost: () => void;
  /** The room is shut for this reader. */
  refused: (message: string) => void;
}

/** The socket of a page in its room: joins first and reads then, again after every loss. */
export class Connection {
  private readonly socket = io({ transports: ['websocket'], reconnectionDelayMax: 8000 });

  constructor(
    private readonly feed: Feed,
    private readonly listeners: Listeners,
  ) {
    const { socket } = this;
    socket.on('connect', () => void this.join());
    socket.on('disconnect', (reason) => {
      listeners.lost();
      // Closed by the hub on purpose: who may what has changed. The answer to joining again tells.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500 + Math.random() * 1500);
    });
    socket.on('connect_error', () => {
      listeners.lost();
      // The hub could not look who we are; the library takes that for a no and would leave it at that.
      if (!socket.active) setTimeout(() => socket.connect(), 2000 + Math.random() * 3000);
    });
    // This process of the hub is about to end; another one has a seat.
    socket.on('move', () => socket.disconnect().connect());
    socket.on('room:entries', (page: { room: string; epoch: string; entries: Entry[] }) => {
      if (page.room === data.room) feed.receive(page);
    });
    socket.on('room:presence', (presence: Presence & { room: string }) => {
      if (presence.room === data.room) listeners.presence(presence);
    });
    socket.on('room:typing', (heard: { thread: string; person: { id: string; name: string } }) =>
      listeners.typing(heard.person, heard.thread),
    );
    socket.on('reading', (what?: ReadElsewhere) => listeners.read(what ?? {}));
    countLive(socket);
    setInterval(() => {
      if ((!socket.connected || feed.behind) && navigator.onLine) void feed.catchUp();
    }, WITHOUT_SOCKETS);
  }

  /** Says something that is not worth keeping; false without a connection. */
  tell(name: 'room:typing' | 'thread:read', message: object): boolean {
    if (this.socket.connected) this.socket.volatile.emit(name, message);
    return this.socket.connected;
  }

  private async join(): Promise<void> {
    const asked = { room: data.room, ...this.feed.position, locale: data.locale };
    try {
      const answer = (await this.socket.timeout(PATIENCE).emitWithAck('room:join', asked)) as Joined;
      if ('code' in answer) {
        this.refused(answer);
        return;
      }
      if ('reset' in answer) await this.feed.reset();
      else {
        this.feed.receive(answer);
        if (this.feed.position.last < answer.lastSeq) await this.feed.catchUp();
      }
      this.listeners.joined();
    } catch {
      this.socket.disconnect().connect();
    }
  }

  private refused({ status, message }: { status: number; message: string }): void {
    if (status === 429 || status >= 500) {
      setTimeout(() => void this.join(), 5000);
      return;
    }
    this.socket.disconnect();
    this.listeners.refused(message);
  }
}
