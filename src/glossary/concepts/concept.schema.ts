import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { weight } from '../../core/http/weight.schema';
import { baseRevision, line, locale, prose } from '../../core/http/text.schema';
import { LOCALES } from '../../core/i18n/locales';
import { countryNoteView } from '../notes/country-note.schema';
import { CONFIDENCES, STANDINGS } from '../terms/term';
import { partOfSpeech, sourceView, sources, termView } from '../terms/term.schema';
import { DOMAINS } from './concept.entity';

export const domain = z.enum(DOMAINS).meta({ description: 'What the concept is about' });

const none = z.literal('').transform(() => null);
/** Forms send '' and programs null for what there is not. */
export const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([none, z.null(), schema]);

const fields = {
  domain,
  locale: locale.meta({ description: 'Language of the definition and the note' }),
  definition: prose(2000).meta({ description: 'What is meant, in one or two sentences' }),
  note: orNone(prose(2000)).meta({ description: 'For those who translate it' }),
  sources,
};

export const newConcept = z.strictObject({
  ...fields,
  note: fields.note.default(null),
  sources: sources.default([]),
  word: line(200).meta({ description: 'The preferred term in the language of the definition' }),
  confidence: z.enum(CONFIDENCES).default('medium'),
  partOfSpeech,
});

export const editedConcept = z.strictObject({
  ...fields,
  revision: baseRevision.meta({ description: 'The revision that the change is made to' }),
  weight,
});

/** An empty field of a filter is no filter. */
const blank = z.literal('').transform(() => undefined);

export const glossaryFilters = z.strictObject({
  q: line(100, 0)
    .transform((words) => words || undefined)
    .optional()
    .meta({ description: 'Words of a term in any language, in any form; marks do not matter' }),
  domain: z.union([blank, domain]).optional(),
  locale: locale.optional().meta({ description: 'Language of the answer and its alphabet' }),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(500).default(200).meta({ description: 'Concepts on a page' }),
});

const named = z.object({
  locale: z.enum(LOCALES).meta({ description: 'Language of the term' }),
  word: z.string().meta({ description: 'The term' }),
  standing: z.enum(STANDINGS).meta({ description: 'Whether it is to be written' }),
  confidence: z.enum(CONFIDENCES).meta({ description: 'How far it has been checked' }),
});

export const listedConcept = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name of its address' }),
    domain: domain,
    headword: named.meta({
      description: 'What it is called in the first language of the reader that has a term',
    }),
    terms: z.array(named).meta({ description: 'All terms, the preferred one of each language first' }),
    definition: renderedText.meta({ description: 'What is meant' }),
  })
  .meta({ id: 'ListedConcept' });

export const glossaryPage = z
  .object({
    items: z
      .array(listedConcept)
      .meta({ description: 'In the order of the alphabet of the language asked for' }),
    total: z.number().int().meta({ description: 'How many match' }),
    page: z.number().int().meta({ description: 'From 1' }),
    pages: z.number().int().meta({ description: 'How many pages there are' }),
  })
  .meta({ id: 'GlossaryPage' });

export const conceptView = z
  .object({
    id: z.guid(),
    slug: z.string().meta({ description: 'Name of its address' }),
    domain,
    headword: named.meta({
      description: 'What it is called in the first language of the reader that has a term',
    }),
    locale: z.enum(LOCALES).meta({ description: 'Language of the definition' }),
    definition: renderedText.meta({ description: 'What is meant' }),
    note: renderedText.nullable().meta({ description: 'For those who translate it' }),
    terms: z.array(termView).meta({ description: 'What it is called, by language, the preferred one first' }),
    countryNotes: z
      .array(countryNoteView)
      .meta({ description: 'What the law of one country means by it, where that differs' }),
    sources: z.array(sourceView).meta({ description: 'Where the concept was found' }),
    threadId: z.guid().nullable().meta({ description: 'The thread in which it is discussed' }),
    withdrawn: z.boolean().meta({ description: 'No longer part of the termbase' }),
    revision: z.number().int().meta({ description: 'Send it back with a change' }),
    can: z
      .object({ edit: z.boolean(), withdraw: z.boolean(), restore: z.boolean() })
      .meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Concept' });

/** What is said where a term stands in a text. */
export const conceptTip = z
  .object({
    word: z
      .string()
      .meta({ description: 'What it is called in the first language of the reader that has a term' }),
    locale: z.enum(LOCALES).meta({ description: 'Language of that word' }),
    unverified: z
      .string()
      .nullable()
      .meta({ description: 'In words, when the word is no more than a proposal' }),
    definition: z.string().meta({ description: 'What is meant' }),
    definitionLocale: z.enum(LOCALES).meta({ description: 'Language of the definition' }),
    state: z
      .string()
      .nullable()
      .meta({ description: 'In words: whether the definition is a translation, and whose' }),
    elsewhere: z
      .array(z.object({ locale: z.enum(LOCALES), word: z.string() }))
      .meta({ description: 'What it is called in the other languages' }),
  })
  .meta({ id: 'ConceptTip' });

export type ConceptTip = z.infer<typeof conceptTip>;
export type NewConcept = z.output<typeof newConcept>;
export type EditedConcept = z.output<typeof editedConcept>;
export type GlossaryFilters = z.output<typeof glossaryFilters>;
export type ListedConcept = z.infer<typeof listedConcept>;
export type GlossaryPage = z.infer<typeof glossaryPage>;
export type ConceptView = z.infer<typeof conceptView>;
