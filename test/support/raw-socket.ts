import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TestHub } from './hub';

interface Frame {
  final?: boolean;
  masked?: boolean;
  /** The three bits that are reserved. */
  reserved?: number;
  /** What the header says, whatever follows. */
  length?: number;
}

export const TEXT = 1;
export const BINARY = 2;
const CLOSE = 8;

/** A WebSocket of somebody who writes its frames by hand, and wrongly. */
export class RawSocket {
  /** Text frames from the hub. */
  readonly heard: string[] = [];
  readonly closed: Promise<void>;
  open = true;
  private rest: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly stream: Duplex,
    head: Buffer,
  ) {
    this.closed = new Promise((resolve) => {
      stream.on('close', () => {
        this.open = false;
        resolve();
      });
    });
    stream.on('data', (chunk: Buffer) => this.hear(chunk));
    stream.on('error', () => undefined);
    stream.on('end', () => stream.end());
    if (head.length > 0) this.hear(head);
  }

  /** The answer to the handshake: a socket, or a status. */
  static open(
    hub: TestHub,
    { path = '/socket.io/?EIO=4&transport=websocket', headers = {} } = {},
  ): Promise<RawSocket | number> {
    return new Promise((resolve, reject) => {
      const asked = request(hub.url + path, {
        headers: {
          ...{ Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
          ...{ 'Sec-WebSocket-Key': randomBytes(16).toString('base64'), ...headers },
        },
      });
      asked.on('upgrade', (_answer, stream, head) => resolve(new RawSocket(stream, head)));
      asked.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      asked.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' ? resolve(400) : reject(error),
      );
      asked.end();
    });
  }

  /** In the hub's namespace, as somebody. */
  static async joined(hub: TestHub, cookie = ''): Promise<RawSocket> {
    const socket = await RawSocket.open(hub, { headers: { Cookie: cookie } });
    if (typeof socket === 'number') throw new Error(`The handshake was answered with ${socket}`);
    socket.say('40');
    await socket.until((text) => text.startsWith('40'));
    return socket;
  }

  say(text: string | Buffer, opcode = TEXT, frame: Frame = {}): this {
    const payload = Buffer.isBuffer(text) ? text : Buffer.from(text);
    const { final = true, masked = true, reserved = 0, length = payload.length } = frame;
    const first = (final ? 0x80 : 0) | (reserved << 4) | opcode;
    const size = Buffer.alloc(length < 126 ? 1 : length < 65_536 ? 3 : 9);
    if (length < 126) size[0] = length;
    else if (length < 65_536) size.writeUInt16BE(length, size.writeUInt8(126));
    else size.writeBigUInt64BE(BigInt(length), size.writeUInt8(127));
    if (masked) size[0] = size[0]! | 0x80;
    const key = randomBytes(4);
    const body = masked ? Buffer.from(payload.map((byte, index) => byte ^ key[index % 4]!)) : payload;
    return this.write(Buffer.concat([Buffer.from([first]), size, masked ? key : Buffer.alloc(0), body]));
  }

  write(bytes: Buffer): this {
    if (this.open) this.stream.write(bytes);
    return this;
  }

  end(): void {
    this.stream.destroy();
  }

  /** Waits for a frame that the hub sends. @throws when the socket closes before */
  async until(look: (text: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.heard.find(look);
      if (found !== undefined) return found;
      if (!this.open) throw new Error(`Closed after ${this.heard.length} frames`);
      await new Promise<void>((resolve) => {
        this.stream.once('data', () => setImmediate(resolve));
        this.stream.once('close', resolve);
      });
    }
  }

  private hear(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= 2) {
      const short = this.rest[1]! & 0x7f;
      const start = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (this.rest.length < start) return;
      const length =
        short < 126
          ? short
          : short === 126
            ? this.rest.readUInt16BE(2)
            : Number(this.rest.readBigUInt64BE(2));
      if (this.rest.length < start + length) return;
      const opcode = this.rest[0]! & 0x0f;
      if (opcode === TEXT) this.heard.push(this.rest.subarray(start, start + length).toString());
      if (opcode === CLOSE) this.stream.end();
      this.rest = this.rest.subarray(start + length);
    }
  }
}
