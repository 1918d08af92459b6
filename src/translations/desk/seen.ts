import { createHash } from 'node:crypto';
import type { Segment } from '../segment';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Names what a translator had before her: the version of a segment and what it said. */
export const seenOf = ({ version, text }: Pick<Segment, 'version' | 'text'>): string =>
  `${version}.${digest(text ?? '')}`;

export const versionIn = (seen: string): number => Math.max(1, Math.trunc(Number(seen.split('.')[0]) || 1));

/** Whether something else is typed than what stood there; the script of the page names the version only. */
export function isTyped(text: string, seen: string, now: string | null | undefined): boolean {
  const [, known] = seen.split('.');
  return known ? digest(text.trim()) !== known : text.trim() !== (now ?? '');
}
