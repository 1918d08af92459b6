import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server that takes everything, or nothing, and keeps it. */
export interface TestSmtp {
  url: string;
  received: { to: string[]; data: string }[];
  /** While true, every mail is refused for now. */
  refusing: boolean;
  close(): Promise<void>;
}

export async function startSmtp(): Promise<TestSmtp> {
  const server: Server = createServer();
  const smtp: TestSmtp = {
    url: '',
    received: [],
    refusing: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  server.on('connection', (socket) => {
    let to: string[] = [];
    let data: string | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.setEncoding('utf8').on('error', () => undefined);
    say('220 test');
    const command = (line: string): void => {
      if (/^RCPT/i.test(line) && smtp.refusing) return void say('451 not now');
      if (/^RCPT/i.test(line)) to.push(line);
      if (/^DATA/i.test(line)) data = '';
      say(/^DATA/i.test(line) ? '354 go on' : /^QUIT/i.test(line) ? '221 bye' : '250 fine');
    };
    socket.on('data', (chunk: string): void => {
      if (data === undefined) return chunk.split('\r\n').filter(Boolean).forEach(command);
      data += chunk;
      if (!data.endsWith('\r\n.\r\n')) return;
      smtp.received.push({ to, data });
      [to, data] = [[], undefined];
      say('250 taken');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  smtp.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return smtp;
}
