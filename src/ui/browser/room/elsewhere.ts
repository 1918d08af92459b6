import { io } from 'socket.io-client';
import { countLive } from '../notices/unread';
import { swap } from './lists';
import { slot } from './slots';

/** Several posts are read in a row: they are gathered. Milliseconds. */
const PAUSE = 500;

/** What is new, kept up to date while somebody reads or is told of something elsewhere. */
export function livingNews(): void {
  const socket = io({ transports: ['websocket'], reconnectionDelayMax: 8000 });
  let waiting: number | undefined;
  const renew = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void swap('page'), PAUSE);
  };
  socket.on('reading', renew);
  socket.on('notifications', renew);
  countLive(socket);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) renew();
  });
  slot('page')?.addEventListener('keydown', walk);
}

/** j and k go from one row to the next and back, while the focus is in the list and nowhere else (WCAG 2.1.4). */
function walk(pressed: KeyboardEvent): void {
  const step = { j: 1, k: -1 }[pressed.key];
  if (!step || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-slot="page"] .list-row')];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here >= 0 ? rows[here + step] : rows.find(isBelowFocus);
  next?.querySelector('a')?.focus();
}

const isBelowFocus = (row: HTMLElement): boolean =>
  Boolean(document.activeElement!.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
