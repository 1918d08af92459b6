import { TestClient } from '../support/client';
import type { TestHub } from '../support/hub';
import type { TestPerson } from './people';
import { anImage } from '../support/documents';

/** An image that somebody has uploaded. */
export async function aFile(
  hub: TestHub,
  uploader: TestPerson,
  facts: Record<string, string> = {},
): Promise<string> {
  const client = await TestClient.as(hub, uploader);
  const answer = await client.upload('/api/v1/files', await anImage('png', 40, 30), 'figure.png', facts);
  return (answer.body as { id: string }).id;
}
