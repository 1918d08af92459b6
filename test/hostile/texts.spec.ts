import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { line, prose, webAddress } from '../../src/core/http/text.schema';
import { HOSTILE, isFoul, kept, keptLine } from '../support/hostile';

const FOLDER = join(__dirname, '../../src');

type Shape = Record<string, z.ZodType>;

/** The fields of a strict object, also of one that is prepared before or changed after. */
function shapeOf(schema: unknown): Shape | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  if (schema instanceof z.ZodObject)
    return schema.def.catchall instanceof z.ZodNever ? schema.shape : undefined;
  if (schema instanceof z.ZodPipe) return shapeOf(schema.def.in) ?? shapeOf(schema.def.out);
  return undefined;
}

interface Field {
  name: string;
  schema: z.ZodType;
}

/** Every field of everything that a door reads: forms, bodies, queries, messages. Those that share a schema are one. */
function fieldsOfAllDoors(): Field[] {
  const known = new Set<z.ZodType>();
  return everyField().filter(
    ({ name, schema }) => NOT_KEPT.test(name) || (!known.has(schema) && known.add(schema)),
  );
}

function everyField(): Field[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  const modules = files.filter((file) => file.endsWith('.schema.ts'));
  return modules.flatMap((file) =>
    Object.entries(jest.requireActual<Record<string, unknown>>(join(FOLDER, file))).flatMap(
      ([name, schema]) =>
        Object.entries(shapeOf(schema) ?? {}).map(([field, type]) => ({
          name: `${file} ${name}.${field}`,
          schema: type,
        })),
    ),
  );
}

/** These are compared or hashed, never kept as text or shown. */
const NOT_KEPT = /\.(password|currentPassword|next|seen|after)$/;
const isAmount = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

describe('Hostile text', () => {
  const fields = fieldsOfAllDoors();

  it('is refused by a field, or kept as it was written, composed: every text, every field', () => {
    expect(fields.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    const texts = HOSTILE.map((text) => ({
      text,
      whole: isFoul(text) ? [] : [kept(text), keptLine(text), text.trim()],
    }));
    for (const { name, schema } of fields)
      for (const { text, whole } of texts) {
        const { success, data } = schema.safeParse(text);
        if (!success || typeof data !== 'string' || NOT_KEPT.test(name) || isAmount(data)) continue;
        if (!whole.includes(data))
          wrong.push(`${name}: ${JSON.stringify(text.slice(0, 60))} → ${JSON.stringify(data.slice(0, 60))}`);
      }
    expect(wrong).toEqual([]);
  });

  it('is refused by a field that asks for a number, a choice, a list or a thing', () => {
    const strangers: unknown[] = [
      null,
      true,
      1e308,
      -1,
      NaN,
      {},
      [],
      [[]],
      { length: 1 },
      { toString: null },
      Symbol('x'),
      7n,
    ];
    for (const { schema } of fields)
      for (const stranger of strangers) expect(typeof schema.safeParse(stranger).success).toBe('boolean');
  });

  it('is measured as it is kept, not as a browser or a keyboard sends it', () => {
    expect(prose(5).safeParse('a\r\nb\r\nc').data).toBe('a\nb\nc');
    expect(line(3).safeParse('e\u0301e\u0301e\u0301').data).toBe('ééé');
    expect(line(3).safeParse('  a   b ').data).toBe('a b');
    expect(line(5).safeParse('\u0958'.repeat(3)).success).toBe(false);
    expect(z.union([z.literal(''), prose(5)]).safeParse('123456').error?.issues[0]?.code).toBe('too_big');
  });

  it('with marks without end cannot keep the hub busy, and letters with many marks stay', () => {
    const before = process.cpuUsage();
    expect(prose(20_000).safeParse(`a${'\u0301\u0316'.repeat(128_000)}`).success).toBe(false);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
    expect(line(100).safeParse('Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢').success).toBe(true);
  });

  it('is no web address, whatever it begins with', () => {
    for (const bad of [
      'https://a.b/\u0000',
      'https://a.b/\ud800',
      'javascript:1//https://a.b',
      '//a.b',
      ' data:,x',
    ])
      expect(webAddress.safeParse(bad).success).toBe(false);
  });
});
