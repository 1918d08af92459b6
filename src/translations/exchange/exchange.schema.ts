import { z } from 'zod';
import { line, locale } from '../../core/http/text.schema';
import { FORMATS } from './formats';
import { readScope } from './scope';
import { readTextId } from './unit';
import { VERDICTS } from './verdict';

const textReference = z
  .string()
  .max(90)
  .transform((written, context) => {
    const found = readTextId(written);
    if (!found) context.addIssue({ code: 'custom', message: 'errors:field.id' });
    return found ?? { kind: '', id: '' };
  })
  .meta({ description: 'One text: its kind, a full stop, its id' });

/** What is to go out; exactly one of the four places. */
export const wanted = z.strictObject({
  room: z.guid().optional().meta({ description: 'Everything in this room' }),
  platform: z.guid().optional().meta({ description: 'Everything of this platform and its rooms' }),
  partnership: z
    .guid()
    .optional()
    .meta({ description: 'Everything of this partnership, its platforms and rooms' }),
  text: textReference.optional(),
  from: locale.meta({ description: 'Language of the originals' }),
  to: locale.meta({ description: 'Language of the translations' }),
  only: z
    .enum(['all', 'open'])
    .default('all')
    .meta({ description: '`open`: only what is missing, outdated or made by a machine' }),
});

/** What a page is asked for; nothing yet when it is opened. */
export const chosen = z.strictObject({
  place: z
    .string()
    .max(100)
    .default('')
    .transform((written) => readScope(written)),
  to: z.union([z.literal('').transform(() => undefined), locale]).optional(),
});

/** Which pair of languages of the memory. */
export const wantedMemory = z.strictObject({
  from: locale.meta({ description: 'Language of the originals' }),
  to: locale.meta({ description: 'Language of the translations' }),
  format: z.enum(['tmx', 'csv']).default('tmx').meta({ description: 'TMX 1.4 or a table' }),
});

export const formatName = z.enum(FORMATS);

export const broughtName = z.strictObject({
  name: line(200, 0).default('').meta({ description: 'Name of the file, for the preview' }),
});

export const performed = z.strictObject({
  seen: z
    .string()
    .max(60)
    .meta({ description: 'The `seen` of the preview: what it showed is done, or nothing' }),
});

const blockView = z.object({
  line: z.number().int().meta({ description: 'Where it stands in the file' }),
  verdict: z.enum(VERDICTS).meta({
    description:
      '`new`, `changed` and `outdated` are imported, `same` and `untranslated` need nothing, all others are refused',
  }),
  about: z.string().meta({ description: 'A text and a segment of it, a pair of languages, or a concept' }),
  lost: z.array(z.string()).meta({ description: 'Addresses, code and fields that the translation has not' }),
});

export const importView = z
  .object({
    id: z.guid(),
    name: z.string().meta({ description: 'Name of the file' }),
    kind: z.enum(['translations', 'memory', 'terms']).meta({ description: 'What the file brings' }),
    from: z.string().nullable().meta({ description: 'Language of the originals' }),
    to: z.string().nullable().meta({ description: 'Language of the translations' }),
    seen: z.string().meta({ description: 'Send it back to have exactly this done' }),
    counts: z
      .record(z.string(), z.number().int())
      .meta({ description: 'How many blocks or entries of each verdict' }),
    blocks: z
      .array(blockView)
      .meta({ description: 'All that would change or is refused, in the order of the file' }),
    problems: z
      .array(z.object({ line: z.number().int(), code: z.string(), what: z.string() }))
      .meta({ description: 'Places of the file that cannot be read' }),
  })
  .meta({ id: 'Import' });

export const importDone = z
  .object({ imported: z.number().int().meta({ description: 'Blocks or entries that were written' }) })
  .meta({ id: 'ImportDone' });

export const importId = z.guid();

export type Chosen = z.output<typeof chosen>;
export type WantedMemory = z.output<typeof wantedMemory>;
export type Wanted = z.output<typeof wanted>;
export type ImportView = z.infer<typeof importView>;
