import { isUtf8 } from 'node:buffer';
import { Refusal } from '../errors/refusal';

/** Broken UTF-8 is refused: read anyway, it would be kept as something that nobody wrote. */
export function readable(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Refusal(400, 'errors:malformed');
}

/** The same for a form, whose characters are written as percentages. */
export function readableForm(request: unknown, response: unknown, body: Buffer): void {
  readable(request, response, body);
  try {
    decodeURIComponent(body.toString());
  } catch {
    throw new Refusal(400, 'errors:malformed');
  }
}
