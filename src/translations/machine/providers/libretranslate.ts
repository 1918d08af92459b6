import { z } from 'zod';
import { ask, assertSuccess, jsonOf } from './http';
import { ProviderFailure, type AnsweringProvider, type Batch } from './provider';

const answer = z.object({ translatedText: z.array(z.string()) });

/** A LibreTranslate server, one's own or somebody else's: POST /translate. */
export class LibreTranslate implements AnsweringProvider {
  readonly name = 'libretranslate';
  readonly asynchronous = false;
  readonly wire = 'html';
  readonly limits = { texts: 20, characters: 10_000 };

  constructor(
    private readonly url: string,
    private readonly key: string | undefined,
    private readonly patience: number,
  ) {}

  async translate({ from, to, texts }: Batch): Promise<string> {
    const body = JSON.stringify({
      q: texts,
      source: from,
      target: to,
      format: 'html',
      ...(this.key && { api_key: this.key }),
    });
    const answered = await ask(`${this.url}/translate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      patience: this.patience,
      limit: 100_000 + 10 * Buffer.byteLength(body),
    });
    assertSuccess(answered);
    const read = answer.safeParse(jsonOf(answered));
    if (!read.success) throw new ProviderFailure('failing', 'answer has another shape');
    return read.data.translatedText.join('\n');
  }
}
