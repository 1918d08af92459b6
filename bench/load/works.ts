import { fire, type Shots, type Watched } from './fire';
import type { Ground } from './ground';
import type { Options } from './options';
import { authors, writers, type Person } from './people';
import { fullPages, longThread, openPosts, openThreads, reactionsOf, rooms, type Place } from './places';
import { aPost } from './readers';
import { countStatements } from './statements';
import { CLIENT_ID, type Shot, type Volley } from './volley';

/** How many ask for pages at once, how many write all over the rooms, and how many write into one. */
const READERS = 32;
const WRITERS = 8;
const CROWD = 32;
/** How many posts the same people react to. */
const POSTS = 20;

/** As a proxy says it. */
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
    return this.work({ shots: await this.pages(), least: 4000 });
  }

  /** The same at an address that nobody has asked for before: nothing can have been kept of it. */
  async threadFresh(): Promise<Worked> {
    const shots = (await this.pages()).map((shot) => ({ ...shot, path: `${shot.path}?fresh=${CLIENT_ID}` }));
    return this.work({ shots, least: 4000 });
  }

  async threadSignedIn(): Promise<Worked> {
    const people = await authors(this.ground);
    const pages = await this.pages();
    const shots = pages.map((shot, index) => with_(shot, people[index % people.length]!.cookie));
    return this.work({ shots, least: 4000 });
  }

  /** Everybody at the end of the longest thread. */
  async longThread(): Promise<Worked> {
    return this.work({ shots: [get(`/en/threads/${await longThread(this.ground)}`)], least: 4000 });
  }

  async list(): Promise<Worked> {
    const all = await rooms(this.ground);
    const shots = all.map(({ slug, name }) => get(`/en/rooms/${slug}`, [name, '</html>']));
    return this.work({ shots, least: 1500 });
  }

  async listSignedIn(): Promise<Worked> {
    const [all, people] = [await rooms(this.ground), await authors(this.ground)];
    const shots = people.map(({ cookie }, index) => {
      const { slug, name } = all[index % all.length]!;
      return with_(get(`/en/rooms/${slug}`, [name, '</html>']), cookie);
    });
    return this.work({ shots, least: 1500 });
  }

  async json(): Promise<Worked> {
    const threads = await fullPages(this.ground);
    const shots = threads.map(({ id, marks }) => get(`/api/v1/threads/${id}/posts?limit=20`, marks));
    return this.work({ shots, least: 4000 });
  }

  /** Replies by different people, all over the rooms. */
  async reply(): Promise<Worked> {
    const shots = replies(await openThreads(this.ground), await writers(this.ground));
    return this.work({ shots, connections: WRITERS, status: 201, least: 500 });
  }

  /** Everybody writes into one room. */
  async room(): Promise<Worked> {
    const shots = replies(await openThreads(this.ground, 'seed-room-3'), await writers(this.ground));
    return this.work({ shots, connections: CROWD, status: 201, least: 500 });
  }

  /** Everybody reacts to twenty posts of one room. @throws Error when one was lost, or counted twice */
  async reaction(): Promise<Worked> {
    const posts = await openPosts(this.ground, 'seed-room-3', POSTS);
    const people = await writers(this.ground);
    const shots = posts.flatMap((post) => people.map((person) => thanks(post, person)));
    const worked = await this.work({ shots, connections: CROWD, least: 30 });
    const { stand, told } = await reactionsOf(this.ground, posts);
    if (stand !== told) throw new Error(`${stand} reactions stand, of ${told} that were told of`);
    return worked;
  }

  private async pages(): Promise<Shot[]> {
    const threads = await fullPages(this.ground);
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

/** As browsers ask. */
const get = (path: string, contains: string[] = []): Shot => ({
  ...{ method: 'GET', path, contains },
  headers: { 'Accept-Encoding': 'gzip, deflate, br' },
});

const with_ = (shot: Shot, headers: Record<string, string>): Shot => ({
  ...shot,
  headers: { ...shot.headers, ...headers },
});

const replies = (places: Place[], people: Person[]): Shot[] =>
  people.map(({ bearer }, index) => ({
    method: 'POST',
    path: `/api/v1/threads/${places[index % places.length]!.thread}/posts`,
    headers: bearer,
    body: JSON.stringify(aPost(CLIENT_ID, index)),
    contains: ['"publishedAt"'],
  }));

const thanks = (post: string, { bearer }: Person): Shot => ({
  ...{ method: 'PUT', path: `/api/v1/posts/${post}/reactions/thanks`, headers: bearer },
  contains: ['"mine":["thanks"]'],
});
