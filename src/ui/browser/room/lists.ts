import { Connection } from './connection';
import { data } from './data';
import { Feed } from './feed';
import { slot } from './slots';
import { Status } from './status';
import { Table } from './table';
import { readEntries, readPage } from './wire';

/** News are gathered this long before the list is drawn anew, not by everybody at once. Milliseconds. */
const PAUSE = 400;
const SPREAD = 1200;

/** Reactions and votes come often, and no list shows them. */
const changesLists = (entry: string): boolean => !/^(reaction|poll)\./.test(entry);

/** A room's list of threads: drawn anew by the hub when something happens in the room. */
export function liveRoom(): void {
  const status = new Status();
  const table = new Table();
  let waiting = false;
  const renew = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(
      () => {
        waiting = false;
        void swap('threads');
      },
      PAUSE + Math.random() * SPREAD,
    );
  };
  const feed = new Feed(
    { epoch: data.epoch, last: data.last },
    {
      apply: ({ name }) => changesLists(name) && renew(),
      read: (after) => readEntries(data.room, after, data.locale),
      startOver: async () => {
        const { epoch, lastSeq } = await readEntries(data.room, 0, data.locale);
        renew();
        return { epoch, last: lastSeq };
      },
    },
  );
  new Connection(feed, {
    presence: (presence) => table.show(presence),
    typing: () => undefined,
    read: ({ room }) => {
      if (room === undefined || room === data.room) renew();
    },
    joined: () => status.joined(),
    lost: () => status.lost(),
    refused: (message) => status.gone(message),
  });
}

/** The list of all rooms: brought up to date on coming back to it, since sitting at every table is not meant. */
export function livingRooms(): void {
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void swap('page');
  });
}

/** Takes parts of this page from the hub again. Whoever has the focus keeps it. */
export async function swap(...names: string[]): Promise<void> {
  const page = await readPage(location.href).catch(() => undefined);
  if (page) for (const name of names) swapOne(name, page);
}

function swapOne(name: string, page: Document): void {
  const [old, fresh] = [slot(name), slot(name, page)];
  if (!old || !fresh) return;
  const focused = old.contains(document.activeElement)
    ? document.activeElement?.getAttribute('href')
    : undefined;
  old.replaceChildren(...fresh.childNodes);
  if (focused)
    old.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
