/** What comes from the hub (docs/realtime.md). */
export interface Translation {
  locale: string;
  status: string;
  html: string;
  by: string | null;
  outdated: boolean;
  warned: boolean;
}

export interface PostFile {
  id: string;
  name: string;
  size: number;
  width: number | null;
  height: number | null;
  alt: string | null;
  locale: string;
}

export interface Post {
  id: string;
  threadId: string;
  number: number;
  clientId: string;
  author: {
    id: string;
    name: string;
    organisation: { name: string; locale: string; slug: string } | null;
  };
  locale: string;
  html: string;
  translations: Translation[];
  files: PostFile[];
  replyTo: { id: string; number: number; author: string } | null;
  publishedAt: string;
  editedAt: string | null;
  withdrawnAt: string | null;
  hiddenAt: string | null;
  movedTo: { id: string } | null;
  reactions: Reaction[];
  pollId: string | null;
}

export interface Reaction {
  kind: string;
  count: number;
  people: { id: string; name: string }[];
}

export interface Thread {
  id: string;
  title: string;
  locale: string;
  original: { title: string; locale: string };
  closed: boolean;
  postCount: number;
}

export interface Entry {
  seq: number;
  name: string;
  actorId: string | null;
  threadId: string | null;
  post?: Post;
  thread?: Thread;
  /** With entries of a part of a post. */
  postId?: string;
  /** What was given or taken back. */
  kind?: string;
  reactions?: Reaction[];
  pollId?: string;
  /** With a vote: how the poll stands now. */
  poll?: { voters: number; counts: Record<string, number> | null };
  toThreadId?: string;
  toRoomId?: string;
}

export interface EntryPage {
  epoch: string;
  lastSeq: number;
  entries: Entry[];
}

export interface Refused {
  status: number;
  code: string;
  message: string;
}

export type Joined = EntryPage | { reset: true } | Refused;

/** What was read on another device, or in another window. */
export interface ReadElsewhere {
  room?: string;
  thread?: string;
  number?: number;
}

export interface Presence {
  people: { id: string; name: string }[];
  count: number;
  visitors: number;
}

/** An answer that takes longer is asked for again. Milliseconds. */
const PATIENCE = 20_000;

/** @throws when the hub is out of reach or says no. */
export async function readEntries(room: string, after: number, locale: string): Promise<EntryPage> {
  const answer = await fetch(`/api/v1/rooms/${room}/entries?after=${after}&limit=200&locale=${locale}`, {
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as EntryPage;
}

/** Another page of the hub, to take parts out of. @throws when it does not come. */
export async function readPage(address: string): Promise<Document> {
  const answer = await fetch(address, {
    headers: { Accept: 'text/html' },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
