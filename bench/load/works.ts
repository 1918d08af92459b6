import { fire, type Shots, type Watched } from './fire';
import type { Ground } from './ground';
import type { Options } from './options';
import { countStatements } from './statements';
import { CLIENT_ID, type Shot, type Volley } from './volley';
import { seedTexts } from '../seed/texts';

/** How many ask for pages at once, and how many write. */
const READERS = 32;
const WRITERS = 8;

/** As a proxy says it: the peer, too, was measured behind none. */
const PROXY = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.1' };

type Aim = Pick<Volley, 'shots' | 'least'> & Partial<Volley>;

export type Worked = Shots & { statements?: number | undefined };

/** The kinds of work that the hub does over HTTP, each over many threads at random. */
export class Works {
  constructor(
    private readonly ground: Ground,
    private readonly hub: Watched & { port: number },
    private readonly options: Options,
  ) {}

  /** A page of 20 posts. */
  async thread(): Promise<Worked> {
    return this.work({ shots: await this.pages(), least: 20_000 });
  }

  async threadSignedIn(): Promise<Worked> {
    const readers = await this.ground.readers();
    const pages = await this.pages();
    const shots = pages.map((shot, index) => with_(shot, readers[index % readers.length]!.cookie));
    return this.work({ shots, least: 20_000 });
  }

  /** Everybody at the end of the longest thread. */
  async longThread(): Promise<Worked> {
    const { id } = await this.ground.longThread();
    return this.work({ shots: [get(`/en/threads/${id}`)], least: 20_000 });
  }

  async list(): Promise<Worked> {
    const rooms = await this.ground.rooms();
    const shots = rooms.map(({ slug, name }) => get(`/en/rooms/${slug}`, [name, '</html>']));
    return this.work({ shots, least: 10_000 });
  }

  async listSignedIn(): Promise<Worked> {
    const [rooms, readers] = [await this.ground.rooms(), await this.ground.readers()];
    const shots = readers.map(({ cookie }, index) =>
      with_(get(`/en/rooms/${rooms[index % rooms.length]!.slug}`, ['</html>']), cookie),
    );
    return this.work({ shots, least: 10_000 });
  }

  async json(): Promise<Worked> {
    const threads = await this.ground.threads();
    const shots = threads.map(({ id, marks }) => get(`/api/v1/threads/${id}/posts?limit=20`, marks));
    return this.work({ shots, least: 20_000 });
  }

  /** Replies by different people, all over the rooms. */
  async reply(): Promise<Worked> {
    const shots = replies(await this.ground.openThreads(), await this.ground.writers());
    return this.work({ shots, connections: WRITERS, status: 201, least: 500 });
  }

  private async pages(): Promise<Shot[]> {
    const threads = await this.ground.threads();
    return threads.map(({ id, marks }) => get(`/en/threads/${id}`, marks));
  }

  private async work(aim: Aim): Promise<Worked> {
    const { seconds, warm } = this.options;
    const shots = aim.shots.map((shot) => with_(shot, PROXY));
    const { port } = this.hub;
    const volley = { port, connections: READERS, status: 200, warm, seconds, ...aim, shots };
    const worked = await fire(volley, this.hub);
    return { ...worked, statements: await countStatements(this.ground, port, shots) };
  }
}

const get = (path: string, contains: string[] = []): Shot => ({ method: 'GET', path, contains });

const with_ = (shot: Shot, headers: Record<string, string>): Shot => ({
  ...shot,
  headers: { ...shot.headers, ...headers },
});

function replies(threads: { id: string }[], writers: { bearer: Record<string, string> }[]): Shot[] {
  const texts = seedTexts();
  return writers.map(({ bearer }, index) => {
    const { body, locale } = texts[index % texts.length]!;
    return {
      method: 'POST',
      path: `/api/v1/threads/${threads[index % threads.length]!.id}/posts`,
      headers: bearer,
      body: JSON.stringify({ body, locale, clientId: CLIENT_ID }),
      contains: ['"publishedAt"'],
    };
  });
}
