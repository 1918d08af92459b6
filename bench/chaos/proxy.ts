import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** The processes are asked whether they are ready this often. Milliseconds. */
const ASK = 250;
/** Whoever says nothing of this kind has not taken the request, so that another one can. */
const NOT_TAKEN = new Set(['ECONNREFUSED']);

/** What stands before several web processes: takes turns, leaves out who is not ready, tries the next one. */
export class Proxy {
  /** Requests that came back without an answer, or with a failure of the hub. */
  failures: string[] = [];
  requests = 0;
  private readonly server = createServer((request, response) => this.pass(request, response));
  private readonly agent = new Agent({ keepAlive: true });
  private readonly ready = new Map<string, boolean>();
  private readonly open = new Set<Duplex>();
  private turn = 0;
  private timer?: NodeJS.Timeout;

  constructor(private readonly upstreams: string[]) {}

  async start(port: number): Promise<string> {
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.server.on('connection', (socket: Socket) => this.keep(socket));
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    const ask = () => void Promise.all(this.upstreams.map((upstream) => this.ask(upstream)));
    ask();
    this.timer = setInterval(ask, ASK);
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    clearInterval(this.timer);
    this.server.close();
    this.agent.destroy();
    for (const socket of this.open) socket.destroy();
  }

  private keep(socket: Duplex): void {
    this.open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.open.delete(socket));
  }

  private async ask(upstream: string): Promise<void> {
    const answer = await fetch(`${upstream}/health/ready`, { signal: AbortSignal.timeout(1000) }).catch(
      () => undefined,
    );
    this.ready.set(upstream, answer?.ok ?? false);
  }

  /** Those that are ready first, in turns; then the others, since asking may lag behind. */
  private choices(): URL[] {
    this.turn += 1;
    const { length } = this.upstreams;
    const turned = this.upstreams.map((_, index) => this.upstreams[(index + this.turn) % length]!);
    const rank = (upstream: string) => (this.ready.get(upstream) ? 0 : 1);
    return turned.sort((one, other) => rank(one) - rank(other)).map((upstream) => new URL(upstream));
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    this.requests += 1;
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => this.forward(incoming, Buffer.concat(parts), outgoing, this.choices()));
  }

  private forward(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, choices: URL[]): void {
    const [choice, ...rest] = choices;
    const { method, url, headers } = incoming;
    const what = `${method} ${url}`;
    const fail = (why: string) => {
      this.failures.push(`${what}: ${why}`);
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    };
    if (!choice) return fail('nobody there');
    const { hostname, port } = choice;
    const passed = request({ hostname, port, path: url, method, headers, agent: this.agent }, (answer) => {
      const status = answer.statusCode ?? 502;
      if (status >= 500) this.failures.push(`${what}: ${status}`);
      const { connection: _, ...answered } = answer.headers;
      outgoing.writeHead(status, answered);
      answer.on('error', () => fail('cut in the middle'));
      answer.pipe(outgoing);
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      // A connection kept alive may be shut just as it is used again: nobody has seen the request.
      const again = NOT_TAKEN.has(error.code ?? '') || (passed.reusedSocket && error.code === 'ECONNRESET');
      if (again) this.forward(incoming, body, outgoing, rest.length > 0 ? rest : [choice]);
      else fail(error.message);
    });
    passed.end(body);
  }

  private upgrade(incoming: IncomingMessage, client: Duplex, head: Buffer, choices = this.choices()): void {
    const [choice, ...rest] = choices;
    this.keep(client);
    if (!choice) return void client.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n');
    const { hostname, port } = choice;
    const passed = request({ hostname, port, path: incoming.url, headers: incoming.headers });
    const next = () => this.upgrade(incoming, client, head, rest);
    passed.on('upgrade', (answer, upstream, first) => {
      this.keep(upstream);
      client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines(answer)}\r\n\r\n`);
      client.write(first);
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
      client.on('close', () => upstream.destroy());
      upstream.on('close', () => client.destroy());
    });
    passed.on('response', (answer) => {
      answer.resume();
      next();
    });
    passed.on('error', next);
    passed.end();
  }
}

const lines = ({ rawHeaders }: IncomingMessage): string =>
  rawHeaders
    .flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []))
    .join('\r\n');
