import { z } from 'zod';
import type { Locale } from '../../../core/i18n/locales';
import { ask, assertSuccess, jsonOf, type Answer } from './http';
import { ProviderFailure, type AnsweringProvider, type Batch } from './provider';

const answer = z.object({ translations: z.array(z.object({ text: z.string() })) });
const made = z.object({ glossary_id: z.string().max(200) });

/** Languages that DeepL asks to be named by region when it translates into them. */
const INTO: Record<string, string> = { en: 'EN-GB', pt: 'PT-PT' };

/** Which of DeepL's glossaries to use for a pair of languages. */
export type GlossaryOf = (from: Locale, to: Locale) => Promise<string | undefined>;

/** DeepL's API, version 2. */
export class DeepL implements AnsweringProvider {
  readonly name = 'deepl';
  readonly asynchronous = false;
  readonly wire = 'xml';
  /** Fifty texts and 128 KiB are theirs; four bytes a character and the marks stay below. */
  readonly limits = { texts: 40, characters: 25_000 };
  private readonly url: string;

  constructor(
    url: string | undefined,
    private readonly key: string,
    private readonly patience: number,
    private readonly glossary: GlossaryOf = async () => undefined,
  ) {
    const free = key.endsWith(':fx');
    this.url = url ?? (free ? 'https://api-free.deepl.com' : 'https://api.deepl.com');
  }

  async translate({ from, to, texts }: Batch): Promise<string> {
    const glossary = await this.glossary(from, to);
    const answered = await this.post('/v2/translate', {
      text: texts,
      source_lang: from.toUpperCase(),
      target_lang: INTO[to] ?? to.toUpperCase(),
      tag_handling: 'xml',
      outline_detection: false,
      non_splitting_tags: ['x', 'g'],
      preserve_formatting: true,
      ...(glossary && { glossary_id: glossary }),
    });
    const read = answer.safeParse(jsonOf(answered));
    if (!read.success) throw new ProviderFailure('failing', 'answer has another shape');
    return read.data.translations.map(({ text }) => text).join('\n');
  }

  /** @returns DeepL's name for it */
  async createGlossary(name: string, from: Locale, to: Locale, terms: [string, string][]): Promise<string> {
    const answered = await this.post('/v2/glossaries', {
      name,
      source_lang: from,
      target_lang: to,
      entries_format: 'tsv',
      entries: terms.map((pair) => pair.map(cell).join('\t')).join('\n'),
    });
    const read = made.safeParse(jsonOf(answered));
    if (!read.success) throw new ProviderFailure('failing', 'answer has another shape');
    return read.data.glossary_id;
  }

  async deleteGlossary(id: string): Promise<void> {
    await this.request('DELETE', `/v2/glossaries/${encodeURIComponent(id)}`);
  }

  private post(path: string, content: object): Promise<Answer> {
    return this.request('POST', path, JSON.stringify(content));
  }

  private async request(method: 'POST' | 'DELETE', path: string, body = ''): Promise<Answer> {
    const answered = await ask(`${this.url}${path}`, {
      method,
      headers: { authorization: `DeepL-Auth-Key ${this.key}`, 'content-type': 'application/json' },
      ...(body && { body }),
      patience: this.patience,
      limit: 100_000 + 10 * Buffer.byteLength(body),
    });
    assertSuccess(answered);
    return answered;
  }
}

const cell = (term: string): string => term.replace(/\s+/g, ' ').trim();
