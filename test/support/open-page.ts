import type { Socket } from 'socket.io-client';
import { Feed, type Position } from '../../src/ui/browser/room/feed';
import type { EntryPage, Joined } from '../../src/ui/browser/room/wire';
import type { TestClient } from './client';
import type { TestHub } from './hub';
import { ask, openSocket } from './socket';

/** Too much changes with these: what is shown is loaded anew (docs/realtime.md). */
const MOVES = ['thread.moved', 'thread.split', 'thread.merged'];

type Shown = Record<string, unknown>;

interface Contents {
  posts: Map<string, Shown>;
  threads: Map<string, Shown>;
}

/** A page that shows a whole room, with the code that runs in browsers, at one process of the hub or another. */
export class OpenPage {
  /** Refused: this reader sees the room no more. */
  shut = false;
  online = false;
  private contents: Contents = { posts: new Map(), threads: new Map() };
  private socket?: Socket;
  private readonly feed = new Feed(
    { epoch: '', last: 0 },
    {
      apply: ({ name, post, thread }) => {
        if (MOVES.includes(name)) return this.feed.anew();
        if (post) this.contents.posts.set(post.id, { ...post });
        if (!thread) return;
        const { original: _, ...shown } = thread;
        this.contents.threads.set(thread.id, shown);
      },
      read: (after) => this.read<EntryPage>(`/api/v1/rooms/${this.room}/entries?after=${after}&limit=200`),
      startOver: async () => {
        const { position, ...contents } = await this.load();
        this.contents = contents;
        return position;
      },
    },
  );

  constructor(
    private readonly room: string,
    /** The same person at each process. */
    private readonly at: { hub: TestHub; client?: TestClient }[],
    private turn = 0,
  ) {}

  get position(): Position {
    return this.feed.position;
  }

  /** Sits down, at the other process than before, with what it knows already. */
  async goOnline(): Promise<void> {
    this.online = true;
    this.turn += 1;
    const { hub, client } = this.at[this.turn % this.at.length]!;
    const socket = await openSocket(hub, client);
    this.socket = socket;
    socket.on('room:entries', (page: EntryPage) => this.feed.receive(page));
    socket.on('disconnect', () => {
      if (this.online && socket === this.socket) this.goOnline().catch(() => this.goOffline());
    });
    const asked = { room: this.room, epoch: this.position.epoch || null, last: this.position.last };
    const answer = await ask<Joined>(socket, 'room:join', asked).catch(() => undefined);
    if (!answer || !socket.connected) return; // closed meanwhile, and on its way back already
    this.shut = 'code' in answer;
    if ('code' in answer) {
      this.goOffline();
      return;
    }
    if ('reset' in answer) return this.feed.reset();
    this.feed.receive(answer);
    if (this.position.last < answer.lastSeq) await this.feed.catchUp();
  }

  goOffline(): void {
    this.online = false;
    this.socket?.close();
  }

  /** What it shows, in comparable order. */
  get shown(): object {
    return ordered(this.contents);
  }

  /** What a page shows that is opened just now. */
  async fresh(): Promise<object> {
    return ordered(await this.load());
  }

  private async load(): Promise<Contents & { position: Position }> {
    const first = `/api/v1/rooms/${this.room}/entries?after=0&limit=1`;
    const { epoch, lastSeq } = await this.read<EntryPage>(first);
    const { threads } = await this.read<{ threads: Shown[] }>(`/api/v1/rooms/${this.room}/threads?limit=100`);
    const posts = new Map<string, Shown>();
    for (const { id } of threads) {
      const page = await this.read<{ posts: Shown[] }>(
        `/api/v1/threads/${String(id)}/posts?after=0&limit=100`,
      );
      for (const post of page.posts) posts.set(String(post['id']), post);
    }
    const views = threads.map(
      ({ id, title, closed, pinned, resolvedAt, themes, postCount }): [string, Shown] => {
        const { text, locale } = title as Shown;
        return [
          String(id),
          { id, title: text, locale, closed, pinned, resolved: resolvedAt !== null, themes, postCount },
        ];
      },
    );
    return { posts, threads: new Map(views), position: { epoch, last: lastSeq } };
  }

  private async read<Answer>(path: string): Promise<Answer> {
    const { hub, client } = this.at[this.turn % this.at.length]!;
    const answer = await fetch(`${hub.url}${path}&locale=en`, {
      headers: client ? { Cookie: client.cookie } : {},
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as Answer;
  }
}

const ordered = ({ posts, threads }: Contents): object => ({
  posts: [...posts.values()].sort(
    (one, other) =>
      Number(one['seq']) - Number(other['seq']) || String(one['id']).localeCompare(String(other['id'])),
  ),
  threads: [...threads.values()].sort((one, other) => String(one['id']).localeCompare(String(other['id']))),
});
