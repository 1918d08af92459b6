import { z } from 'zod';
import { baseRevision, line, locale, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { CONFIDENCES, GENDERS, PARTS_OF_SPEECH, STANDINGS } from './term';

const none = z.literal('').transform(() => null);

/** Not said, in a form and in a program. */
const unsaid = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]).default(null);

/** A form writes one on each line, a program sends a list. */
export const sources = z
  .union([
    z.array(line(300)).max(20),
    prose(6000, 0).transform((lines) =>
      lines
        .split('\n')
        .map((each) => each.trim().slice(0, 300))
        .filter(Boolean),
    ),
  ])
  .meta({ description: 'Keys of known sources, or names of documents' });

export const partOfSpeech = unsaid(z.enum(PARTS_OF_SPEECH));

const fields = {
  word: line(200).meta({ description: 'The term as it is looked up' }),
  standing: z.enum(STANDINGS).meta({ description: 'Whether it is to be written' }),
  confidence: z.enum(CONFIDENCES).meta({ description: 'How far it has been checked' }),
  partOfSpeech,
  gender: unsaid(z.enum(GENDERS)),
  note: unsaid(prose(1000)),
  sources: sources.default([]),
};

export const newTerm = z.strictObject({ locale, ...fields });

export const changedTerm = z.strictObject({
  ...fields,
  revision: baseRevision.meta({ description: 'The revision that the change is made to' }),
});

export const removedTerm = z.strictObject({ revision: baseRevision });

export const sourceView = z
  .object({
    key: z.string().meta({ description: 'As the termbase refers to it' }),
    title: z.string().meta({ description: 'Its name' }),
    address: z.string().nullable().meta({ description: 'Where it is found on the web' }),
  })
  .meta({ id: 'GlossarySource' });

export const termView = z
  .object({
    id: z.guid(),
    locale: z.enum(LOCALES).meta({ description: 'Language of the term' }),
    word: z.string().meta({ description: 'The term as it is looked up' }),
    standing: z.enum(STANDINGS).meta({ description: 'Whether it is to be written' }),
    confidence: z.enum(CONFIDENCES).meta({ description: 'How far it has been checked' }),
    partOfSpeech: z.enum(PARTS_OF_SPEECH).nullable().meta({ description: 'Part of speech, if known' }),
    gender: z.enum(GENDERS).nullable().meta({ description: 'Grammatical gender, if known' }),
    note: z.string().nullable().meta({ description: 'On this very word' }),
    sources: z.array(sourceView).meta({ description: 'Where the term was found' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
    can: z.object({ edit: z.boolean() }).meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Term' });

export type NewTerm = z.output<typeof newTerm>;
export type ChangedTerm = z.output<typeof changedTerm>;
export type SourceView = z.infer<typeof sourceView>;
export type TermView = z.infer<typeof termView>;
