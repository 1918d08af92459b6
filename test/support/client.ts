import { createHmac } from 'node:crypto';
import supertest, { type Response } from 'supertest';
import { sessionSecret } from '../../src/core/config/secrets';
import { aSession, type TestPerson } from '../factories/people';
import { assertDescribed } from './contract';
import type { TestHub } from './hub';

type Fields = Record<string, string | number | undefined>;

/** Somebody at a browser: keeps her cookies, follows the forms she was given. */
export class TestClient {
  readonly agent;
  /** What a socket sends as its Cookie header. */
  cookie = '';

  constructor(private readonly hub: TestHub) {
    this.agent = supertest.agent(hub.url);
  }

  /** Signed in, without going through the sign-in page. */
  static async as(hub: TestHub, person: TestPerson): Promise<TestClient> {
    const client = new TestClient(hub);
    const sid = await aSession(hub, person.id);
    const signature = createHmac('sha256', sessionSecret(hub.config))
      .update(sid)
      .digest('base64')
      .replace(/=+$/, '');
    client.cookie = `polylog=${encodeURIComponent(`s:${sid}.${signature}`)}`;
    client.agent.jar.setCookie(`${client.cookie}; Path=/`, '127.0.0.1', '/');
    return client;
  }

  /** Redirects are answers, not followed. Data must be as the OpenAPI document says. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const answer = await this.agent.get(path).set(headers).redirects(0);
    await assertDescribed(this.hub, 'get', path, answer);
    return answer;
  }

  /** Sends a form as a browser would, with the token of the page it stands on. */
  async submit(path: string, fields: Fields, from = path): Promise<Response> {
    const token = /name="_token" value="([^"]*)"/.exec((await this.get(from)).text)?.[1];
    return this.agent
      .post(path)
      .type('form')
      .redirects(0)
      .send({ ...fields, ...(token && { _token: token }) });
  }

  /** Sends a form with a file, with the token that the pages of this session carry. */
  async upload(
    path: string,
    content: Buffer,
    name: string,
    fields: Record<string, string> = {},
  ): Promise<Response> {
    const form = this.agent
      .post(path)
      .redirects(0)
      .field('_token', await this.token());
    for (const [field, value] of Object.entries(fields)) form.field(field, value);
    const answer = await form.attach('file', content, name);
    await assertDescribed(this.hub, 'post', path, answer);
    return answer;
  }

  private async token(): Promise<string> {
    const { text } = await this.agent.get('/en/about').redirects(0);
    return /name="_token" value="([^"]*)"/.exec(text)?.[1] ?? '';
  }

  async send(
    method: 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const answer = await this.agent[method](path).set(headers).send(body);
    await assertDescribed(this.hub, method, path, answer);
    return answer;
  }
}
