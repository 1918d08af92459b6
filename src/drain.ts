import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Farewell } from './core/http/farewell.service';
import { Sockets } from './core/realtime/sockets.gateway';

/** What is in flight is waited for at most this long. Milliseconds. */
const PATIENCE = 10_000;

/**
 * Lets everybody go without a loss, in two halves of the time: proxies notice that this process is not ready,
 * and are served meanwhile; then its sockets move elsewhere, each at a moment of its own. What has been begun
 * is finished, however little time there is.
 */
export async function drain(hub: NestExpressApplication, milliseconds: number): Promise<void> {
  const farewell = hub.get(Farewell);
  const sockets = hub.get(Sockets);
  const server = hub.getHttpServer();
  farewell.begin();
  await sleep(milliseconds / 2);
  turnAway(server);
  await sockets.move(milliseconds / 2);
  server.close(); // who comes now finds nobody, and a proxy goes to the next one
  const deadline = Date.now() + PATIENCE;
  while (!(farewell.done && sockets.quiet) && Date.now() < deadline) await sleep(10);
}

/** A proxy takes new sockets to another process. */
function turnAway(server: Server): void {
  server.removeAllListeners('upgrade');
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\n\r\n');
  });
}
