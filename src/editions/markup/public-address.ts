/**
 * Where a link of a book leads for who has nothing but the book: addresses of the hub become whole ones.
 * @returns `null` for what leads nowhere
 */
export function publicAddress(address: string, base: string): string | null {
  try {
    const { href, protocol } = new URL(address, base);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
