import { z } from 'zod';
import { slug } from '../../core/http/slug.schema';
import { baseRevision, line, locale, prose } from '../../core/http/text.schema';
import { weight } from '../../core/http/weight.schema';
import { HANDBOOK_KINDS } from '../handbook.entity';

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what is not said. */
const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

const fields = {
  title: line(160),
  subtitle: orNone(line(240)),
  summary: orNone(prose(2000)).meta({ description: 'What it is about' }),
  licence: line(80).meta({ description: 'Under which it may be used: CC BY 4.0' }),
  coverFileId: orNone(z.guid()).meta({ description: 'An uploaded picture' }),
};

export const newHandbook = z.strictObject({
  partnership: slug.meta({ description: 'Whose it is' }),
  kind: z.enum(HANDBOOK_KINDS).meta({ description: 'handbook, proceedings, or library of methods' }),
  locale: locale.meta({ description: 'Language that it is written in; stays as it is' }),
  title: fields.title,
  subtitle: fields.subtitle.optional(),
  summary: fields.summary.optional(),
  licence: fields.licence.optional(),
});
export type NewHandbook = z.output<typeof newHandbook>;

export const handbookChanges = z.strictObject({
  ...{ title: fields.title.optional(), subtitle: fields.subtitle.optional() },
  ...{ summary: fields.summary.optional(), licence: fields.licence.optional() },
  coverFileId: fields.coverFileId.optional(),
  revision: baseRevision.meta({ description: 'The revision that was changed' }),
  weight,
});
export type HandbookChanges = z.output<typeof handbookChanges>;

export const made = z.object({
  id: z.guid().meta({ description: 'Its id' }),
  slug: slug.meta({ description: 'Name of its address; stays when the title changes' }),
});

export const saved = z.object({
  revision: z.number().int().meta({ description: 'The revision that stands now' }),
});
