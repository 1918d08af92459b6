import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Wire } from '../../../src/translations/machine/marked/wire';
import { dice } from '../dice';
import { WITH_TEXTS, honestly, spoilt, type Mischief } from './mischief';

export interface Told {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What one request for a translation is, and what its answer looks like, in the words of one provider. */
export interface Manner {
  wire: Wire;
  /** `undefined`: it is about something else, and has been answered. */
  read(told: Told, response: ServerResponse): { texts: string[]; to: string } | undefined;
  answer(texts: string[], told: Told): string;
}

interface Behaviour {
  mischief?: Mischief;
  /** One of so many requests is spoilt; 1: all. */
  oneOf?: number;
  seed?: number;
  /** Milliseconds of a delay. */
  delay?: number;
  retryAfter?: string;
}

/** A provider on this machine that speaks the protocol and misbehaves as it is told. */
export class Stub {
  readonly told: Told[] = [];
  /** Every text that was sent, also with requests that were refused. */
  readonly texts: string[] = [];
  url = '';
  behaviour: Behaviour = {};
  protected readonly server: Server;
  private roll = dice(1);
  private before = '';

  constructor(readonly manner: Manner) {
    this.server = createServer((request, response) => {
      void this.hear(request, response).catch(() => response.destroy());
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  behave(behaviour: Behaviour): void {
    this.behaviour = behaviour;
    this.roll = dice(behaviour.seed ?? 1);
    for (let warm = 0; warm < 5; warm += 1) this.roll(10);
  }

  forget(): void {
    this.told.length = 0;
    this.texts.length = 0;
  }

  /** Spoils a translation if it is the turn of this one. */
  protected spoil(texts: string[], to: string): { texts: string[]; how: Mischief } {
    const { mischief = 'none', oneOf = 1 } = this.behaviour;
    const how = this.roll(oneOf) === 0 ? mischief : 'none';
    const { wire } = this.manner;
    const translated = texts.map((text) => {
      const [, begin, inner, end] = /^(<[^>]*>)(.*)(<\/[^>]*>)$/s.exec(text)!;
      const said = honestly(inner!, to);
      return (
        begin! +
        ((WITH_TEXTS as readonly string[]).includes(how) ? spoilt(said, how, wire, this.roll) : said) +
        end!
      );
    });
    return {
      texts: how === 'reorder' ? translated.reverse() : how === 'count' ? translated.slice(1) : translated,
      how,
    };
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const told = {
      method: request.method!,
      path: request.url!,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    this.told.push(told);
    const asked = this.manner.read(told, response);
    if (!asked) return;
    this.texts.push(...asked.texts);
    await this.respond(asked, told, response);
  }

  protected async respond(
    asked: { texts: string[]; to: string },
    told: Told,
    response: ServerResponse,
  ): Promise<void> {
    const { texts, how } = this.spoil(asked.texts, asked.to);
    const answer = this.manner.answer(texts, told);
    const json = { 'content-type': 'application/json' };
    const { delay = 30, retryAfter = '0' } = this.behaviour;
    if (how === 'drop') return void response.destroy();
    if (how === 'delay') await sleep(delay, undefined, { ref: false });
    if (how === '429')
      return void response.writeHead(429, { 'retry-after': retryAfter }).end('{"message":"Too many"}');
    if (how === '456') return void response.writeHead(456).end('{"message":"Quota exceeded"}');
    if (how === '500') return void response.writeHead(500).end('oops');
    if (how === 'html')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
    if (how === 'half') return void response.writeHead(200, json).end(answer.slice(0, answer.length / 2));
    if (how === 'gigantic') return void response.writeHead(200, json).end(answer + ' '.repeat(5_000_000));
    if (how === 'redirect') return void response.writeHead(302, { location: `${this.url}/elsewhere` }).end();
    const sent = how === 'repeat' && this.before ? this.before : answer;
    this.before = answer;
    response.writeHead(200, json).end(sent);
  }
}
