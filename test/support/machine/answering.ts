import type { ServerResponse } from 'node:http';
import { Stub, type Manner, type Told } from './stub';

function refuse(response: ServerResponse, status: number, message: string): undefined {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: message, message }));
}

/** LibreTranslate 1.6: POST /translate with `q`, `source`, `target`, `format`, `api_key`. */
export const libreTranslate = (key?: string): Stub =>
  new Stub({
    wire: 'html',
    read({ method, path, body }, response) {
      if (path === '/elsewhere') return void response.writeHead(200).end('{"translatedText":["elsewhere"]}');
      if (method !== 'POST' || path !== '/translate') {
        refuse(response, 404, 'Not found');
        return;
      }
      const asked = JSON.parse(body) as {
        q: string[];
        source: string;
        target: string;
        format: string;
        api_key?: string;
      };
      if (key && asked.api_key !== key) {
        refuse(response, 403, 'Invalid API key');
        return;
      }
      const known = ['sv', 'sl', 'it', 'en'];
      if (!known.includes(asked.source) || !known.includes(asked.target) || asked.format !== 'html') {
        refuse(response, 400, `${asked.target} is not supported`);
        return;
      }
      return { texts: asked.q, to: asked.target };
    },
    answer: (texts) => JSON.stringify({ translatedText: texts }),
  } satisfies Manner);

interface Asked {
  text: string[];
  source_lang?: string;
  target_lang: string;
  tag_handling?: string;
  glossary_id?: string;
}

interface Glossary {
  glossary_id: string;
  source_lang: string;
  target_lang: string;
  entries: string;
}

/** DeepL's API, version 2: /v2/translate and /v2/glossaries. */
export class DeepLStub extends Stub {
  readonly glossaries = new Map<string, Glossary>();
  private made = 0;

  constructor(private readonly key = 'key') {
    super({
      wire: 'xml',
      read: (told, response) => this.read(told, response),
      answer: (texts) =>
        JSON.stringify({ translations: texts.map((text) => ({ detected_source_language: 'SL', text })) }),
    });
  }

  private read({ method, path, headers, body }: Told, response: ServerResponse) {
    if (headers.authorization !== `DeepL-Auth-Key ${this.key}`) {
      refuse(response, 403, 'Wrong key');
      return;
    }
    if (path.startsWith('/v2/glossaries')) {
      this.keepGlossary(method, path, body, response);
      return;
    }
    if (method !== 'POST' || path !== '/v2/translate') {
      refuse(response, 404, 'Not found');
      return;
    }
    const asked = JSON.parse(body) as Asked;
    if (asked.tag_handling !== 'xml' || asked.text.length > 50) {
      refuse(response, 400, 'Bad request');
      return;
    }
    if (!/^(SV|SL|IT|EN)$/.test(asked.source_lang ?? '') || !/^(SV|SL|IT|EN-GB)$/.test(asked.target_lang)) {
      refuse(response, 400, "Value for 'target_lang' not supported.");
      return;
    }
    const glossary = asked.glossary_id;
    if (glossary && !this.glossaries.has(glossary)) {
      refuse(response, 404, 'Glossary not found');
      return;
    }
    return { texts: asked.text, to: asked.target_lang.slice(0, 2).toLowerCase() };
  }

  private keepGlossary(method: string, path: string, body: string, response: ServerResponse): undefined {
    if (method === 'DELETE') {
      this.glossaries.delete(path.split('/').at(-1)!);
      return void response.writeHead(204).end();
    }
    const asked = JSON.parse(body) as Omit<Glossary, 'glossary_id'>;
    const glossary_id = `glossary-${++this.made}`;
    this.glossaries.set(glossary_id, { ...asked, glossary_id });
    return void response
      .writeHead(201, { 'content-type': 'application/json' })
      .end(JSON.stringify({ glossary_id }));
  }
}
