import type { Socket } from 'socket.io-client';

/** How much waits for the reader, in the head and the title of every page. */
const mark = document.querySelector<HTMLElement>('[data-waits]');

/** What one window has heard, the others need not ask. */
const windows = mark && 'BroadcastChannel' in window ? new BroadcastChannel('waits') : undefined;

/** Milliseconds; nobody reads faster than that. */
const PAUSE = 3000;
/** A page that hears nothing of news by itself asks so often while it is looked at. Milliseconds. */
const MINUTE = 60_000;
/** News come in flocks. Milliseconds. */
const GATHERED = 300;
let counted = Date.now();

interface Count {
  waits: number;
  words: string;
}

async function countUnread(): Promise<void> {
  if (!mark) return;
  counted = Date.now();
  const answer = await fetch(`/api/v1/notifications/unread?locale=${document.documentElement.lang}`).catch(
    () => undefined,
  );
  if (!answer?.ok) return;
  const count = (await answer.json()) as Count;
  show(count);
  windows?.postMessage(count);
}

/** Where news come by themselves, nobody asks for them every minute; what was missed while the line was down is. */
export function countLive(socket: Pick<Socket, 'on'>): void {
  if (!mark) return;
  mark.dataset['waits'] = 'live';
  let [before, timer] = [false, 0];
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void countUnread(), GATHERED);
  };
  socket.on('notifications', soon);
  socket.on('connect', () => {
    if (before) soon();
    before = true;
  });
}

function show({ waits, words }: Count): void {
  if (!mark) return;
  const shown = waits === 0 ? '' : waits > 99 ? '99+' : String(waits);
  mark.hidden = waits === 0;
  mark.children[0]!.textContent = shown;
  mark.children[1]!.textContent = waits === 0 ? '' : words;
  document.title = (shown && `(${shown}) `) + document.title.replace(/^\(\d+\+?\) /, '');
}

export function countOnReturn(): void {
  if (!mark) return;
  const due = (pause: number) => document.visibilityState === 'visible' && Date.now() - counted > pause;
  document.addEventListener('visibilitychange', () => void (due(PAUSE) && countUnread()));
  window.addEventListener('pageshow', ({ persisted }) => void (persisted && countUnread()));
  setInterval(() => void (mark.dataset['waits'] !== 'live' && due(MINUTE - PAUSE) && countUnread()), MINUTE);
  windows?.addEventListener('message', ({ data }: MessageEvent<Count>) => {
    counted = Date.now();
    show(data);
  });
}
