import { z } from 'zod';
import { line, locale, prose } from '../../core/http/text.schema';
import { DOMAINS } from '../concepts/concept.entity';
import { country } from '../notes/country-note.schema';
import { CONFIDENCES, GENDERS, PARTS_OF_SPEECH, STANDINGS } from '../terms/term';

const sources = z.array(line(300)).max(20);

const termRecord = z.strictObject({
  locale,
  word: line(200),
  standing: z.enum(STANDINGS),
  confidence: z.enum(CONFIDENCES),
  partOfSpeech: z.enum(PARTS_OF_SPEECH).nullable(),
  gender: z.enum(GENDERS).nullable(),
  note: prose(1000).nullable(),
  sources,
});

/** A concept with all that belongs to it as plain data: what files of any format are made of. */
export const conceptRecord = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]{1,80}$/, 'errors:field.format'),
  domain: z.enum(DOMAINS),
  /** Of the definition and the note. */
  locale,
  definition: prose(2000),
  note: prose(2000).nullable(),
  sources,
  terms: z.array(termRecord).max(200),
  countryNotes: z.array(z.strictObject({ country, locale, text: prose(2000) })).max(100),
});

export type ConceptRecord = z.output<typeof conceptRecord>;
export type TermRecord = ConceptRecord['terms'][number];
export type CountryNoteRecord = ConceptRecord['countryNotes'][number];
