import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** As much of a Redis as the hub asks of one, and mortal at any word. */
export class TestRedis {
  /** Whoever says this word loses her connection before the answer. */
  deadly = '';
  private readonly server = createServer((socket) => this.accept(socket));
  private readonly connections = new Map<Socket, Set<string>>();
  private port = 0;

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis();
    await redis.revive();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** How many connections are open. */
  get connected(): number {
    return this.connections.size;
  }

  async revive(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async die(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.connections.keys()) socket.destroy();
    await closed;
  }

  /** The text goes to all who listen, as if another process had said it. */
  say(channel: string, text: string): number {
    const listeners = this.listeners(channel);
    for (const socket of listeners) socket.write(list(bulk('message'), bulk(channel), bulk(text)));
    return listeners.length;
  }

  private accept(socket: Socket): void {
    this.connections.set(socket, new Set());
    socket.on('close', () => this.connections.delete(socket));
    socket.on('error', () => undefined);
    let rest = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      rest += chunk;
      for (let parsed = parse(rest); parsed; parsed = parse(rest)) {
        rest = rest.slice(parsed.length);
        this.answer(socket, parsed.words);
      }
    });
  }

  private answer(socket: Socket, [said, ...rest]: string[]): void {
    const word = said!.toUpperCase();
    if (word === this.deadly) return void socket.destroy();
    switch (word) {
      case 'SUBSCRIBE':
        for (const channel of rest) {
          this.connections.get(socket)?.add(channel);
          socket.write(list(bulk('subscribe'), bulk(channel), ':1\r\n'));
        }
        return;
      case 'PUBLISH':
        return void socket.write(`:${this.say(rest[0]!, rest[1]!)}\r\n`);
      case 'PUBSUB':
        return void socket.write(list(bulk(rest[1]!), `:${this.listeners(rest[1]!).length}\r\n`));
      default:
        socket.write('+OK\r\n');
    }
  }

  private listeners(channel: string): Socket[] {
    return [...this.connections].filter(([, heard]) => heard.has(channel)).map(([socket]) => socket);
  }
}

const bulk = (text: string): string => `$${text.length}\r\n${text}\r\n`;
const list = (...items: string[]): string => `*${items.length}\r\n${items.join('')}`;

/** One command; undefined while it has not come as a whole. */
function parse(text: string): { words: string[]; length: number } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (!head) return undefined;
  const words: string[] = [];
  let at = head[0].length;
  while (words.length < Number(head[1])) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at, at + 20));
    if (!size) return undefined;
    const start = at + size[0].length;
    at = start + Number(size[1]) + 2;
    if (text.length < at) return undefined;
    words.push(text.slice(start, at - 2));
  }
  return { words, length: at };
}
