import { z } from 'zod';
import { renderedText } from '../core/http/rendered.schema';
import { baseRevision, line, locale, prose } from '../core/http/text.schema';
import { weight } from '../core/http/weight.schema';
import { LOCALES } from '../core/i18n/locales';
import { CONSENTS } from './file.entity';

/** Characters that say what an image shows. */
export const ALT_LIMIT = 1000;

const nothing = <Value extends string>(value: Value | '' | undefined): Exclude<Value, ''> | null =>
  (value || null) as Exclude<Value, ''> | null;

const facts = {
  alt: prose(ALT_LIMIT, 0)
    .transform((value) => value.trim() || null)
    .meta({ description: 'What the image shows, for who does not see it' }),
  credit: line(200, 0).transform(nothing).meta({ description: 'Who made it' }),
  licence: line(100, 0).transform(nothing).meta({ description: 'For example CC BY 4.0' }),
  consent: z
    .enum(['', ...CONSENTS])
    .transform(nothing)
    .meta({ description: 'Whether the people shown agree; nobody: nobody can be recognised' }),
};

/** What may be said of a file while it is brought. */
export const newFileFacts = z.strictObject({
  alt: facts.alt.optional(),
  credit: facts.credit.optional(),
  licence: facts.licence.optional(),
  consent: facts.consent.optional(),
  locale: locale.optional().meta({ description: 'Language of alt; absent: that of the request' }),
});

export type NewFileFacts = z.output<typeof newFileFacts>;

export const editedFileFacts = z.strictObject({ ...facts, locale, baseRevision, weight });

export type EditedFileFacts = z.output<typeof editedFileFacts>;

/** The same as forms send it. */
export const editedFileForm = z
  .strictObject({ ...facts, locale, revision: baseRevision, weight })
  .transform(({ revision, ...rest }): EditedFileFacts => ({ ...rest, baseRevision: revision }));

export const fileView = z
  .object({
    id: z.guid(),
    name: z.string().meta({ description: 'With its ending' }),
    type: z.string().meta({ description: 'Media type, found by looking into the file' }),
    size: z.number().int().meta({ description: 'Bytes' }),
    width: z.number().int().nullable().meta({ description: 'Pixels; null for documents' }),
    height: z.number().int().nullable(),
    widths: z
      .array(z.number().int())
      .meta({ description: 'Smaller widths of an image, for `?width=`, from the least' }),
    address: z.string().meta({ description: 'Where the file itself is' }),
    alt: renderedText.nullable().meta({ description: 'What the image shows; null when nobody has said' }),
    credit: z.string().nullable(),
    licence: z.string().nullable(),
    consent: z.enum(CONSENTS).nullable(),
    revision: z.number().int(),
    locale: z.enum(LOCALES).meta({ description: 'Language in which alt was written' }),
    uploadedAt: z.iso.datetime(),
  })
  .meta({ id: 'File' });

export type FileView = z.infer<typeof fileView>;

export const ownFileView = fileView
  .extend({
    can: z.object({ edit: z.boolean(), remove: z.boolean() }),
    used: z.boolean().meta({ description: 'Some text uses it; what none uses is removed after some days' }),
  })
  .meta({ id: 'OwnFile' });

export type OwnFileView = z.infer<typeof ownFileView>;

export const ownFiles = z.object({
  files: z.array(ownFileView).meta({ description: 'The newest first' }),
  page: z.number().int(),
  pages: z.number().int(),
});

export type OwnFiles = z.infer<typeof ownFiles>;

export const filesQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  locale: locale.optional().meta({ description: 'Language of the answer' }),
});

/** Which size of an image; the next larger one is taken. */
export const contentQuery = z.strictObject({
  width: z.coerce.number().int().min(1).max(10_000).optional(),
});
