import { Logger } from '@nestjs/common';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { aPerson } from '../factories/people';
import { aRoom, aThread, something } from '../factories/rooms';
import { TestClient } from '../support/client';
import { deep } from '../support/hostile';
import { startHub, type TestHub } from '../support/hub';

interface Answer {
  status: number;
  text: string;
  headers: IncomingMessage['headers'];
}

const JPEG_WITH_SCRIPT = Buffer.concat([
  Buffer.from('ffd8ffe1', 'hex'),
  Buffer.from('\u0000\u0040Exif\0\0<script>hacked()</script>\u0000'),
  Buffer.from('ffd9', 'hex'),
]);
const FILES: Record<string, Buffer> = {
  'image/svg+xml': Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" onload="hacked()"><script>hacked()</script></svg>',
  ),
  'image/jpeg': JPEG_WITH_SCRIPT,
  'image/gif': Buffer.from('GIF89a/*\u0000\u0000*/=1;hacked()//'),
  'application/pdf': Buffer.from('%PDF-1.7\n<script>hacked()</script>\n%%EOF'),
  'application/zip': Buffer.from('PK\u0003\u0004<html><script>hacked()</script>'),
  'text/html': Buffer.from('<script>hacked()</script>'),
  'application/xml': Buffer.from(
    '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b SYSTEM "file:///etc/passwd">]><x>&b;</x>',
  ),
  'application/octet-stream': Buffer.from([0, 255, 254, 0xed, 0xa0, 0x80]),
  'text/plain': Buffer.from('body=hacked()'),
};

describe('Hostile requests', () => {
  let hub: TestHub;
  let client: TestClient;
  let thread: string;
  let doors: { method: string; path: string }[];
  let faults: jest.SpyInstance;

  beforeAll(async () => {
    faults = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    hub = await startHub();
    const room = await aRoom(hub);
    const person = await aPerson(hub, { grants: [{ role: 'host', placeId: room.platformId! }] });
    client = await TestClient.as(hub, person);
    thread = (await aThread(hub, room, person)).id;
    const { body: post } = await client.send('post', `/api/v1/threads/${thread}/posts`, something('First'));
    doors = [
      { method: 'POST', path: `/api/v1/threads/${thread}/posts` },
      { method: 'PATCH', path: `/api/v1/posts/${post.id}` },
      { method: 'POST', path: `/api/v1/rooms/${room.id}/threads` },
      { method: 'POST', path: '/api/v1/markdown' },
      { method: 'POST', path: '/api/v1/session' },
      { method: 'POST', path: `/en/threads/${thread}/posts` },
      { method: 'POST', path: `/en/posts/${post.id}/edit` },
      { method: 'POST', path: `/en/rooms/${room.slug}/threads` },
      { method: 'POST', path: '/en/sign-in' },
      { method: 'POST', path: '/en/sign-up' },
      { method: 'POST', path: '/en/settings' },
      { method: 'POST', path: '/en/nowhere' },
    ];
  });
  /** The process lives, answers everybody, and has noted no fault of its own. */
  afterEach(async () => {
    expect((await client.get('/health/ready')).status).toBe(200);
    expect((await client.get(`/en/threads/${thread}`)).status).toBe(200);
    expect(faults.mock.calls.map((said) => String(said).slice(0, 300))).toEqual([]);
  });
  beforeEach(() => faults.mockClear());
  afterAll(async () => {
    await hub.close();
    faults.mockRestore();
  });

  const ask = (
    method: string,
    path: string,
    headers: Record<string, string | string[]> = {},
    body?: Buffer | string,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(hub.url + path, {
        method,
        headers: { Cookie: client.cookie, ...headers },
        agent: false, // a line that was kept may be closed by the hub while we ask on it
      });
      asked.on('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode!,
            text: Buffer.concat(parts).toString(),
            headers: answer.headers,
          }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });

  /** What is answered otherwise than with a refusal that is the sender's fault. */
  async function notRefused(headers: Record<string, string>, body: Buffer | string): Promise<string[]> {
    const answers = await Promise.all(
      doors.map(async ({ method, path }) => ({ path, ...(await ask(method, path, headers, body)) })),
    );
    return answers
      .filter(
        ({ status, text }) =>
          status < 400 || status >= 500 || /<script>hacked|\bSyntaxError\b|node_modules/.test(text),
      )
      .map(({ path, status }) => `${status} ${path} ${JSON.stringify(headers)}`);
  }

  /** What comes back on a connection of one's own, written by hand. */
  const speak = (text: string, { patience = 2000 } = {}): Promise<string> =>
    new Promise((resolve) => {
      const { hostname, port } = new URL(hub.url);
      const line = connect(Number(port), hostname, () => line.write(text, 'latin1'));
      let heard = '';
      const done = () => {
        clearTimeout(timer);
        line.destroy();
        resolve(heard);
      };
      const timer = setTimeout(done, patience);
      line.on('data', (part) => {
        heard += part.toString('latin1');
        if (/\r\n\r\n/.test(heard)) done();
      });
      line.on('error', done);
      line.on('close', done);
    });

  it('with files full of scripts are refused where a text is asked for', async () => {
    const found: string[] = [];
    for (const [type, file] of Object.entries(FILES)) {
      found.push(...(await notRefused({ 'Content-Type': type }, file)));
      found.push(...(await notRefused({ 'Content-Type': 'application/json' }, file)));
      const part = `--x\r\nContent-Disposition: form-data; name="body"; filename="../../x.svg"\r\nContent-Type: ${type}\r\n\r\n`;
      const parts = Buffer.concat([Buffer.from(part), file, Buffer.from('\r\n--x--\r\n')]);
      found.push(...(await notRefused({ 'Content-Type': 'multipart/form-data; boundary=x' }, parts)));
    }
    expect(found).toEqual([]);
  });

  it('of a kind that nobody asked for are refused', async () => {
    const found: string[] = [];
    for (const type of [
      ...['', 'x', 'application/json; charset=utf-7', 'application/json; charset=x', 'text/json', '/', '*/*'],
      ...['application/x-www-form-urlencoded; charset=utf-16', 'multipart/form-data', 'application/json;;;='],
      ...['application/csp-report', 'application/merge-patch+json', 'application/problem+json', '__proto__'],
    ])
      found.push(...(await notRefused({ 'Content-Type': type }, '{"x":1}')));
    expect(found).toEqual([]);
  });

  it('that grow when they are unpacked, or cannot be, are refused', async () => {
    const bomb = Buffer.from(`{"body":"${'x'.repeat(30_000_000)}"}`);
    const json = { 'Content-Type': 'application/json' };
    const small = Buffer.from('{"body":"x"}');
    const packed: [string, Buffer][] = [
      ['gzip', gzipSync(bomb)],
      ['deflate', deflateSync(bomb)],
      ['br', brotliCompressSync(bomb)],
      ['gzip', gzipSync(gzipSync(bomb))],
      ['gzip', gzipSync(bomb).subarray(0, 5000)],
      ['gzip', small],
      ['br', small],
      ['deflate', Buffer.from([0x78, 0x9c, 1, 2, 3])],
      ['gzip, gzip', gzipSync(gzipSync(small))],
      ['zstd', small],
      ['x', small],
    ];
    const found: string[] = [];
    for (const [encoding, body] of packed)
      found.push(...(await notRefused({ ...json, 'Content-Encoding': encoding }, body)));
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Encoding': 'gzip' };
    found.push(...(await notRefused(form, gzipSync(Buffer.from(`body=${'x'.repeat(9_000_000)}`)))));
    expect(found).toEqual([]);
  });

  it('that are as deep, wide or large as can be are refused', async () => {
    const wide = JSON.stringify(
      Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`k${index}`, 1])),
    );
    const bodies = [
      deep('[', ']', 200_000),
      deep('{"a":', '}', 60_000),
      `{"body":${deep('[', ']', 100_000)},"locale":"en"}`,
      `{"body":${deep('{"toString":', '}', 20_000)}}`,
      '{"body":{"toString":null,"valueOf":null},"locale":{"toString":7}}',
      '{"body":["a",["b"],{"toString":1}],"title":[[null]],"locale":[]}',
      '{"__proto__":{"body":"x"},"constructor":{"prototype":{"body":"x"}}}',
      wide,
      `{"body":${'9'.repeat(400_000)}}`,
      `"${'x'.repeat(400_000)}"`,
      `{"body":"${'x'.repeat(700_000)}"}`,
      ...[
        '',
        '{',
        '[',
        'null',
        '7',
        '"x"',
        '[]',
        'NaN',
        '{"a":1,}',
        "{'a':1}",
        '\u0000',
        '{"body":"\u0000"}',
      ],
    ];
    const found: string[] = [];
    for (const body of bodies)
      found.push(...(await notRefused({ 'Content-Type': 'application/json' }, body)));
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const forms = [
      ...[
        '&'.repeat(5000),
        'a=1&'.repeat(300),
        `${'a[b]'.repeat(900)}=1`,
        'body[]=a&body[]=b',
        'body[toString]=x',
      ],
      ...[
        'body=a&body=b',
        '__proto__=x&constructor=y',
        '=',
        '&&&',
        '%',
        '%00=%00',
        'body=%FF',
        'body=%ED%A0%80',
      ],
      ...[`body=${'x'.repeat(700_000)}`, `${'x'.repeat(100_000)}=1`],
    ];
    for (const body of forms) found.push(...(await notRefused(form, body)));
    expect(found).toEqual([]);
  });

  it('in broken UTF-8 are refused, and not kept with the broken part changed', async () => {
    const broken = [
      Buffer.from([0xff, 0xfe]),
      Buffer.from([0xc0, 0x80]),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from([0xf5, 0x80, 0x80, 0x80]),
      Buffer.from([0xe2, 0x82]),
    ];
    for (const bytes of broken) {
      const { body: _, ...rest } = something();
      const [start, end] = JSON.stringify({ ...rest, body: 'SPLIT' }).split('SPLIT');
      const body = Buffer.concat([Buffer.from(start!), bytes, Buffer.from(end!)]);
      const json = await ask(
        'POST',
        `/api/v1/threads/${thread}/posts`,
        { 'Content-Type': 'application/json' },
        body,
      );
      expect({ bytes, status: json.status }).toEqual({ bytes, status: 400 });
      const percent = [...bytes].map((byte) => `%${byte.toString(16)}`).join('');
      for (const text of [percent, bytes.toString('latin1')]) {
        const form = await ask(
          'POST',
          `/en/threads/${thread}/posts`,
          { 'Content-Type': 'application/x-www-form-urlencoded' },
          Buffer.from(`locale=en&clientId=${crypto.randomUUID()}&body=a${text}`, 'latin1'),
        );
        expect({ text, status: form.status }).toEqual({ text, status: 400 });
      }
    }
  });

  it('with headers of every wrong kind are answered or refused, and nothing of them is believed', async () => {
    const headers: Record<string, string>[] = [
      { Cookie: 'polylog=%' },
      { Cookie: 'polylog=s%3A%00.x; polylog=j%3A{"__proto__":1}; =; ;' },
      { Cookie: `x=${'y'.repeat(12_000)}` },
      { 'Accept-Language': '*;q=1e999,sl;q=-1,__proto__,xx-\u00ff' },
      { 'Accept-Language': 'sl,'.repeat(3000) },
      { Accept: 'x'.repeat(8000) },
      { Host: 'example.com"><script>hacked()</script>' },
      { Host: '' },
      { 'X-Forwarded-Host': 'example.com', 'X-Forwarded-Proto': 'javascript', 'X-Forwarded-For': "' or 1=1" },
      { Authorization: 'Bearer ' + 'x'.repeat(8000) },
      { Authorization: 'Bearer \u00ff\u0001'.slice(0, 8) },
      { Authorization: 'Basic Og==' },
      {
        'If-None-Match': '"'.repeat(5000),
        'If-Modified-Since': 'x',
        Range: 'bytes=-1,0-99999999999999999999',
      },
      { 'Sec-Fetch-Site': '\u00ff', Origin: 'x' },
      { Referer: 'javascript:hacked()', 'User-Agent': '<script>hacked()</script>'.repeat(200) },
      { Expect: 'x' },
    ];
    const paths = [
      '/',
      '/en',
      '/en/rooms',
      `/en/threads/${thread}`,
      '/api/v1/rooms',
      '/en/sign-in',
      '/en/settings',
      '/assets/x',
    ];
    const answers = await Promise.all(
      headers.flatMap((each) =>
        paths.map(async (path) => ({ path, each, ...(await ask('GET', path, each)) })),
      ),
    );
    const wrong = answers.filter(
      ({ status, text, headers: { location } }) =>
        status >= 500 || text.includes('<script>hacked') || /example\.com|javascript/.test(location ?? ''),
    );
    expect(wrong.map(({ status, path, each }) => ({ status, path, each }))).toEqual([]);
  });

  it('that are no HTTP, or two in one, are refused', async () => {
    const said = [
      'x\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'GET /\r\n\r\n',
      'GET\0/ HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nX y: 1\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(9000)}\r\n`,
      `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx',
      'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x\r\n\r\n',
      'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n',
      'CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n',
      'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n',
      'BREW /coffee HTTP/1.1\r\nHost: x\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET http://example.com/en HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET //example.com/%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /\\example.com HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /assets/../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /assets/%2e%2e/%2e%2e/package.json HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /assets/..%5c..%5cpackage.json HTTP/1.1\r\nHost: x\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: x\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
    ];
    const heard = await Promise.all(
      said.map(async (text) => ({ text: text.slice(0, 80), answer: await speak(text) })),
    );
    const wrong = heard.filter(({ answer }) =>
      /^HTTP\/1\.1 5|root:|"dependencies"|^Location: (http:)?\/\/example/im.test(answer),
    );
    expect(wrong).toEqual([]);
  });

  it('that never end keep nobody else waiting', async () => {
    const begun =
      'POST /en/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    const slow = [
      `${begun}Content-Length: 500000\r\n\r\nemail=`,
      `${begun}Transfer-Encoding: chunked\r\n\r\n5\r\nemail\r\n`,
      `${begun}Transfer-Encoding: chunked\r\n\r\n5\r\nem`,
      begun,
      'GET /en HTTP/1.1\r\nX',
    ];
    const waiting = Array.from({ length: 100 }, (_, index) =>
      speak(slow[index % slow.length]!, { patience: 600 }),
    );
    expect((await client.get('/en')).status).toBe(200);
    expect((await Promise.all(waiting)).filter((answer) => answer.startsWith('HTTP/1.1 5'))).toEqual([]);
  });
});
