import { ProviderFailure } from './provider';

export interface Question {
  method?: 'GET' | 'POST' | 'DELETE';
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds until the whole answer must be there. */
  patience: number;
  /** Bytes of answer at most. */
  limit: number;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

const LONGEST_WAIT = 24 * 60 * 60_000;

/** Asks a provider. Never follows it elsewhere: what we send is for this address only. @throws ProviderFailure */
export async function ask(url: string, { patience, limit, ...question }: Question): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...question,
      headers: { 'user-agent': 'Polylog', accept: 'application/json', ...question.headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, headers: response.headers, text: await bodyOf(response, limit) };
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    const { name, cause } = error as Error & { cause?: { code?: string } };
    throw new ProviderFailure(
      'failing',
      name === 'TimeoutError' ? 'timeout' : (cause?.code ?? 'unreachable'),
    );
  }
}

async function bodyOf(response: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw new ProviderFailure('failing', 'answer too large');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ProviderFailure('failing', 'answer is not UTF-8');
  }
}

/** @throws ProviderFailure for every answer that is not a success */
export function assertSuccess({ status, headers }: Answer): void {
  if (status >= 200 && status < 300) return;
  const wait = retryAfter(headers);
  if (status === 429 || (status === 503 && wait !== undefined))
    throw new ProviderFailure('busy', `${status}`, wait);
  if (status === 456) throw new ProviderFailure('quota', '456');
  if (status === 401 || status === 403) throw new ProviderFailure('shut', `${status}`);
  if (status === 400 || status === 413 || status === 414 || status === 422)
    throw new ProviderFailure('refused', `${status}`);
  throw new ProviderFailure('failing', `${status}`, wait);
}

/** `Retry-After`, in seconds or as a date. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}

/** @throws ProviderFailure for what is not JSON: a page, half an answer */
export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProviderFailure('failing', 'answer is not JSON');
  }
}
