/** What the first bytes of a file say that it is. */
export type Signature = 'jpg' | 'png' | 'gif' | 'webp' | 'avif' | 'pdf' | 'zip' | 'svg' | undefined;

/** As many as must be read. */
export const HEAD = 4096;

const starts = (head: Buffer, signature: string, at = 0): boolean =>
  head.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));

/** A name proves nothing, and neither does what a browser says of a file: only its content does. */
export function signatureOf(head: Buffer): Signature {
  if (starts(head, '\xff\xd8\xff')) return 'jpg';
  if (starts(head, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(head, 'GIF87a') || starts(head, 'GIF89a')) return 'gif';
  if (starts(head, 'RIFF') && starts(head, 'WEBP', 8)) return 'webp';
  if (starts(head, 'ftypavif', 4) || starts(head, 'ftypavis', 4)) return 'avif';
  if (starts(head, '%PDF-')) return 'pdf';
  if (starts(head, 'PK\x03\x04')) return 'zip';
  return isDrawing(head) ? 'svg' : undefined;
}

/** Drawings are programs for browsers: they are told apart only so that the refusal can say what to do. */
const isDrawing = (head: Buffer): boolean =>
  /^\s*(<\?xml[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(
    head.toString('utf8').replace(/^\ufeff/, ''),
  );
