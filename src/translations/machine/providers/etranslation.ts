import { digestAnswer } from './digest';
import { ask, assertSuccess, type Answer } from './http';
import {
  ProviderFailure,
  type Batch,
  type CallingProvider,
  type Callback,
  type ReturnAddress,
} from './provider';

const ADDRESS = 'https://webgate.ec.europa.eu/etranslation/si/translate';
const QUOTA_EXCEEDED = -11_200;

interface Account {
  /** What the Commission calls the application; also the name for signing in. */
  application: string;
  password: string;
}

/**
 * The European Commission's eTranslation, REST interface of version 1: a request is taken with a number, and the
 * translated document is sent to our address later (docs/decisions/011).
 */
export class ETranslation implements CallingProvider {
  readonly name = 'etranslation';
  readonly asynchronous = true;
  readonly wire = 'html';
  /** As a document: more than a text may have; 20 MB are theirs. */
  readonly limits = { texts: 200, characters: 100_000 };

  constructor(
    private readonly url: string = ADDRESS,
    private readonly account: Account,
    private readonly patience: number,
    private readonly domain: string,
  ) {}

  async submit({ from, to, texts }: Batch, { url, reference }: ReturnAddress): Promise<string> {
    const content = Buffer.from(documentOf(texts)).toString('base64');
    const { application } = this.account;
    const body = JSON.stringify({
      callerInformation: { application, username: 'polylog' },
      externalReference: reference,
      sourceLanguage: from.toUpperCase(),
      targetLanguages: [to.toUpperCase()],
      domain: this.domain,
      documentToTranslateBase64: { content, format: 'html', fileName: 'polylog.html' },
      destinations: { httpDestinations: [url] },
      requesterCallback: url,
      errorCallback: url,
    });
    const answered = await this.signedIn(body);
    assertSuccess(answered);
    const number = /^\s*"?(-?\d{1,18})"?\s*$/.exec(answered.text)?.[1];
    if (number === undefined) throw new ProviderFailure('failing', 'answer is not a number');
    if (Number(number) > 0) return number;
    throw new ProviderFailure(Number(number) === QUOTA_EXCEEDED ? 'quota' : 'refused', number);
  }

  /** The server asks for proof first; the same request is sent again with it. */
  private async signedIn(body: string): Promise<Answer> {
    const first = await this.post(body);
    const challenge = first.headers.get('www-authenticate');
    if (first.status !== 401 || !challenge) return first;
    const { pathname, search } = new URL(this.url);
    const { application: user, password } = this.account;
    const proof = digestAnswer(challenge, { method: 'POST', uri: pathname + search, user, password });
    return proof === undefined ? first : this.post(body, { authorization: proof });
  }

  private post(body: string, headers: Record<string, string> = {}): Promise<Answer> {
    return ask(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      patience: this.patience,
      limit: 10_000,
    });
  }
}

const documentOf = (texts: readonly string[]): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title></title></head><body>\n${texts.join('\n')}\n</body></html>\n`;

/**
 * What stands in a call to our address: parameters in the address or in a form, the document as the body, plain or
 * in Base64; version 2 sends JSON instead.
 */
export function readCallback(query: URLSearchParams, contentType: string, body: string): Callback {
  const given = /json/i.test(contentType) ? jsonParameters(body) : formParameters(contentType, body);
  const parameter = (...names: string[]) =>
    names
      .map((name) => given?.get(name) ?? query.get(name) ?? undefined)
      .find((value) => value !== undefined);
  const error = parameter('error-code', 'errorCode', 'error-message', 'errorMessage');
  const answer = parameter('translated-text', 'translatedText', 'result') ?? (given ? undefined : body);
  return {
    reference: parameter('external-reference', 'externalReference'),
    error,
    answer: error === undefined && answer ? plainOf(answer) : undefined,
  };
}

/** A form, unless it is a document that is only called one. */
function formParameters(contentType: string, body: string): URLSearchParams | undefined {
  if (!/x-www-form-urlencoded/i.test(contentType)) return undefined;
  return /^[\w-]{1,40}=[^=]/.test(body) ? new URLSearchParams(body) : undefined;
}

function jsonParameters(body: string): Map<string, string> | undefined {
  try {
    const entries = Object.entries(JSON.parse(body) as Record<string, unknown>);
    return new Map(
      entries.filter(([, value]) => value != null).map(([name, value]) => [name, String(value)]),
    );
  } catch {
    return undefined;
  }
}

function plainOf(answer: string): string {
  const text = answer.trim();
  const encoded = text.length > 0 && /^[A-Za-z\d+/\s]+={0,2}\s*$/.test(text);
  return encoded ? Buffer.from(text, 'base64').toString('utf8') : text;
}
