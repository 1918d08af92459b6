/**
 * Asks over HTTP as fast as it is answered, on connections that stay open. It shares two cores with the hub that it
 * measures, so it does as little as it can: requests are made beforehand, and answers are hardly parsed.
 */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { CLIENT_ID, LOOK_AT, type Hits, type Shot, type Volley } from './volley';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

interface Ready {
  parts: Buffer[];
  contains: Buffer[];
}

class Generator {
  private readonly ready: Ready[];
  private readonly times: number[] = [];
  private readonly failures = new Map<string, number>();
  private measuring = false;
  private stopped = false;
  private bytes = 0;
  private answers = 0;
  private looked = 0;
  private whole = 0;

  constructor(private readonly volley: Volley) {
    this.ready = volley.shots.map((shot) => prepare(shot, volley.port));
  }

  async run(tell: (what: 'measuring' | 'measured') => void): Promise<Hits> {
    for (let count = 0; count < this.volley.connections; count += 1) new Line(this);
    await pause(this.volley.warm);
    this.measuring = true;
    const since = performance.now();
    tell('measuring');
    await pause(this.volley.seconds);
    this.measuring = false;
    const seconds = (performance.now() - since) / 1000;
    tell('measured');
    this.stopped = true;
    const times = Float64Array.from(this.times).sort();
    const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
    const count = times.length;
    return {
      ...{ count, seconds, perSecond: count / seconds, p50: share(0.5), p99: share(0.99) },
      ...{
        bytes: Math.round(this.bytes / count),
        whole: Math.round(this.whole / this.looked),
        looked: this.looked,
      },
      failures: Object.fromEntries(this.failures),
    };
  }

  get port(): number {
    return this.volley.port;
  }

  next(): Ready | undefined {
    return this.stopped ? undefined : this.ready[Math.floor(Math.random() * this.ready.length)]!;
  }

  answered({ contains }: Ready, answer: Buffer, bodyAt: number, time: number): void {
    const status = Number(answer.toString('latin1', 9, 12));
    const length = answer.length - bodyAt;
    if (status !== this.volley.status) return this.fail(`status ${status}`);
    if (length < this.volley.least) return this.fail(`only ${length} bytes`);
    if (this.answers++ % LOOK_AT === 0) {
      this.looked += 1;
      const zipped = answer.toString('latin1', 0, bodyAt).includes('\r\nContent-Encoding: gzip');
      const body = zipped ? gunzipSync(answer.subarray(bodyAt)) : answer.subarray(bodyAt);
      this.whole += body.length;
      const missing = contains.find((text) => !body.includes(text));
      if (missing) return this.fail(`without “${missing.toString()}”`);
    }
    if (!this.measuring) return;
    this.times.push(time);
    this.bytes += length;
  }

  fail(why: string): void {
    this.failures.set(why, (this.failures.get(why) ?? 0) + 1);
  }
}

/** One connection with one request at a time. */
class Line {
  private readonly socket: Socket;
  private chunks: Buffer[] = [];
  private length = 0;
  private awaited?: number;
  private bodyAt = 0;
  private asked!: Ready;
  private since = 0;

  constructor(private readonly generator: Generator) {
    this.socket = connect(generator.port, '127.0.0.1', () => this.ask());
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk: Buffer) => this.hear(chunk));
    this.socket.on('error', (error) => generator.fail(error.message));
    this.socket.on('close', () => generator.next() && generator.fail('the connection was closed'));
  }

  private ask(): void {
    const next = this.generator.next();
    if (!next) {
      this.socket.destroy();
      return;
    }
    this.asked = next;
    this.chunks = [];
    this.length = 0;
    this.awaited = undefined;
    this.bodyAt = 0;
    this.since = performance.now();
    const [head, tail] = next.parts;
    this.socket.write(tail ? Buffer.concat([head!, Buffer.from(randomUUID()), tail]) : head!);
  }

  private hear(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    if (this.bodyAt === 0) this.readHead();
    if (this.bodyAt === 0) return;
    const complete =
      this.awaited === undefined ? chunk.subarray(-7).equals(LAST_CHUNK) : this.length >= this.awaited;
    if (!complete) return;
    const time = performance.now() - this.since;
    const answer = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks, this.length);
    this.generator.answered(this.asked, answer, this.bodyAt, time);
    this.ask();
  }

  private readHead(): void {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks, this.length)];
    const end = this.chunks[0]!.indexOf(END_OF_HEAD);
    if (end < 0) return;
    this.bodyAt = end + END_OF_HEAD.length;
    const [, length] = /\r\ncontent-length: (\d+)/i.exec(this.chunks[0]!.toString('latin1', 0, end)) ?? [];
    if (length !== undefined) this.awaited = this.bodyAt + Number(length);
  }
}

function prepare({ method, path, headers, body, contains }: Shot, port: number): Ready {
  const length = body && Buffer.byteLength(body.replace(CLIENT_ID, randomUUID()));
  const all = {
    Host: `127.0.0.1:${port}`,
    ...(body && { 'Content-Type': 'application/json', 'Content-Length': String(length) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const whole = `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
  return {
    parts: whole.split(CLIENT_ID).map((part) => Buffer.from(part)),
    contains: (contains ?? []).map((text) => Buffer.from(text)),
  };
}

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });

process.once('message', (volley: Volley) => {
  const tell = (message: unknown) => process.send!(message);
  void new Generator(volley).run(tell).then((hits) => {
    tell(hits);
    process.disconnect();
  });
});
