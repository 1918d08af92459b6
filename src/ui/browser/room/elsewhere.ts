import { io } from 'socket.io-client';
import { countLive } from '../notices/unread';
import { swap } from './lists';

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
}
