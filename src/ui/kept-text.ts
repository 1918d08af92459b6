const SECRET = /password|_token|token/i;

/** What a refused form had in it, longest first, so that nobody loses what she wrote to an error page. */
export function keptText(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body as Record<string, unknown>)
    .filter(([name, value]) => typeof value === 'string' && value.length > 10 && !SECRET.test(name))
    .filter(([, value]) => !/^[0-9a-f-]{36}$/i.test(value as string))
    .map(([, value]) => value as string)
    .sort((a, b) => b.length - a.length);
}
