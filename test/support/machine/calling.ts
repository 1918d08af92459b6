import { createHash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stub, type Told } from './stub';

interface Request {
  externalReference: string;
  sourceLanguage: string;
  targetLanguages: string[];
  documentToTranslateBase64: { content: string };
  destinations: { httpDestinations: string[] };
  errorCallback: string;
}

interface Call {
  url: string;
  contentType: string;
  body: string;
}

/** How calls come: as the service makes them, and as the net delivers them. */
export interface Delivery {
  /** How often each comes. */
  times?: number;
  shuffled?: boolean;
  /** They are kept until `deliver` is called. */
  held?: boolean;
  form?: 'document' | 'base64' | 'form' | 'json';
  /** Says that it could not. */
  error?: string;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** eTranslation, REST version 1: takes a document after a digest authentication and calls back with its translation. */
export class ETranslationStub extends Stub {
  delivery: Delivery = {};
  readonly waiting: Call[] = [];
  private readonly nonces = new Set<string>();
  private taken = 1000;

  constructor(
    private readonly application = 'Polylog_test',
    private readonly password = 'secret',
  ) {
    super({
      wire: 'html',
      read: (told, response) => this.read(told, response),
      answer: () => String(++this.taken),
    });
  }

  /** Makes the calls that wait. @returns what they were answered */
  async deliver(): Promise<number[]> {
    const { times = 1, shuffled } = this.delivery;
    const calls = Array.from({ length: times }, () => this.waiting).flat();
    this.waiting.length = 0;
    if (shuffled) calls.sort(() => (randomBytes(1)[0]! % 2 ? 1 : -1));
    const statuses: number[] = [];
    for (const { url, contentType, body } of calls) {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': contentType }, body });
      statuses.push(answer.status);
    }
    return statuses;
  }

  protected override async respond(
    asked: { texts: string[]; to: string },
    told: Told,
    response: ServerResponse,
  ): Promise<void> {
    const { mischief } = this.behaviour;
    const plain =
      !mischief || !['429', '456', '500', 'html', 'half', 'gigantic', 'redirect'].includes(mischief);
    const request = JSON.parse(told.body) as Request;
    const { texts, how } = this.spoil(asked.texts, asked.to);
    if (!plain) return super.respond(asked, told, response);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(this.manner.answer(texts, told));
    if (how === 'drop') return;
    this.waiting.push(this.call(request, texts, asked.to));
    if (how === 'delay') await sleep(this.behaviour.delay ?? 30, undefined, { ref: false });
    if (!this.delivery.held) await this.deliver();
  }

  private call(request: Request, texts: string[], to: string): Call {
    const parameters = new URLSearchParams({
      'request-id': String(this.taken),
      'target-language': to.toUpperCase(),
      'external-reference': request.externalReference,
    });
    if (this.delivery.error) {
      parameters.set('error-code', '-12345');
      parameters.set('error-message', this.delivery.error);
      return {
        url: request.errorCallback,
        contentType: 'application/x-www-form-urlencoded',
        body: parameters.toString(),
      };
    }
    const page = `<!DOCTYPE html>\n<html lang="${to}"><head><title></title></head><body>${texts.join('\n')}</body></html>`;
    const url = request.destinations.httpDestinations[0]!;
    const base64 = Buffer.from(page).toString('base64');
    switch (this.delivery.form) {
      case 'form':
        parameters.set('translated-text', page);
        return { url, contentType: 'application/x-www-form-urlencoded', body: parameters.toString() };
      case 'json':
        return {
          url,
          contentType: 'application/json',
          body: JSON.stringify({
            requestId: this.taken,
            externalReference: request.externalReference,
            result: base64,
          }),
        };
      case 'base64':
        return {
          url: `${url}?${parameters}`,
          contentType: 'application/x-www-form-urlencoded',
          body: base64,
        };
      default:
        return { url: `${url}?${parameters}`, contentType: 'text/html', body: page };
    }
  }

  private read(told: Told, response: ServerResponse) {
    if (!this.isProven(told)) {
      this.challenge(response);
      return;
    }
    const request = JSON.parse(told.body) as Request;
    if (!request.externalReference || !/^[A-Z]{2}$/.test(request.targetLanguages[0] ?? ''))
      return void response.writeHead(200).end('-20001');
    const page = Buffer.from(request.documentToTranslateBase64.content, 'base64').toString();
    const texts = [...page.matchAll(/<p id="[^"]*">.*?<\/p>/gs)].map(([text]) => text);
    return { texts, to: request.targetLanguages[0]!.toLowerCase() };
  }

  private challenge(response: ServerResponse): undefined {
    const nonce = randomBytes(8).toString('hex');
    this.nonces.add(nonce);
    const header = `Digest realm="eTranslation", qop="auth", nonce="${nonce}", opaque="o", algorithm=MD5`;
    return void response.writeHead(401, { 'www-authenticate': header }).end();
  }

  private isProven({ method, path, headers }: Told): boolean {
    const given = headers.authorization ?? '';
    const value = (name: string) => new RegExp(`\\b${name}="?([^",]*)"?`).exec(given)?.[1] ?? '';
    if (!this.nonces.has(value('nonce')) || value('uri') !== path) return false;
    const secret = md5(`${this.application}:eTranslation:${this.password}`);
    const act = md5(`${method}:${path}`);
    const expected = md5(`${secret}:${value('nonce')}:${value('nc')}:${value('cnonce')}:auth:${act}`);
    return value('username') === this.application && value('response') === expected;
  }
}
