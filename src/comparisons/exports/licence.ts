/** Where a licence of Creative Commons is written, and that of the others nowhere that we know of. */
export function licenceAddress(licence: string): string | undefined {
  const [, kind, version] = /^CC (BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?) (\d\.\d)$/.exec(licence) ?? [];
  if (kind) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  return licence === 'CC0 1.0' ? 'https://creativecommons.org/publicdomain/zero/1.0/' : undefined;
}
