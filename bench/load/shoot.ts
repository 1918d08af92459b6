import { randomUUID } from 'node:crypto';
import { CLIENT_ID, type Shot } from './volley';

/** One request, outside of any measurement. */
export async function shoot(port: number, { method, path, headers, body }: Shot): Promise<Response> {
  const answer = await fetch(`http://127.0.0.1:${port}${path.replace(CLIENT_ID, randomUUID())}`, {
    method,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: body.replace(CLIENT_ID, randomUUID()) }),
  });
  await answer.clone().arrayBuffer();
  return answer;
}
