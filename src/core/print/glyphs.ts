/** Which characters a font can draw: its table `cmap`, in the two forms that matter (4: 16 bits, 12: 32 bits). */
export function charactersOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, found);
    if (format === 12) readGroups(font, at, found);
  }
  return found;
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`A font has no table ${tag}.`);
}

function readSegments(font: Buffer, at: number, found: Set<number>): void {
  const length = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + length, 16 + 2 * length, 16 + 3 * length].map(
    (by) => at + by,
  );
  for (let by = 0; by < length; by += 2) {
    const end = font.readUInt16BE(ends! + by);
    const start = font.readUInt16BE(starts! + by);
    const range = font.readUInt16BE(ranges! + by);
    for (let character = start; character <= end && character < 0xffff; character += 1) {
      const inRange = ranges! + by + range + 2 * (character - start);
      const glyph = range === 0 ? character : font.readUInt16BE(inRange);
      if (glyph !== 0 && ((glyph + font.readUInt16BE(deltas! + by)) & 0xffff) !== 0) found.add(character);
    }
  }
}

function readGroups(font: Buffer, at: number, found: Set<number>): void {
  for (let index = 0; index < font.readUInt32BE(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    const end = font.readUInt32BE(group + 4);
    for (let character = font.readUInt32BE(group); character <= end; character += 1) found.add(character);
  }
}
