import type { Response } from 'supertest';
import type { TestClient } from './client';

interface Of {
  kind: string;
  id: string;
  locale: string;
}

interface Segment {
  id: string;
  string: string;
  version: number;
}

/** Where programs translate a text. */
export const translationPath = ({ kind, id, locale }: Of): string =>
  `/api/v1/texts/${kind}/${id}/translations/${locale}`;

/** Translates strings of a text that are one block each, as a draft; on top of what was seen before, if it is given. */
export async function translate(
  client: TestClient,
  of: Of,
  strings: Record<string, string>,
  seen?: Response,
): Promise<Response> {
  const { body } = seen ?? (await client.get(translationPath(of)));
  const segments = (body as { segments: Segment[] }).segments
    .filter(({ string }) => string in strings)
    .map(({ id, version, string }) => ({ id, version, text: strings[string], status: 'draft' }));
  return client.send('put', translationPath(of), { segments });
}
