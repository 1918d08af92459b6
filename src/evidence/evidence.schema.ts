import { z } from 'zod';
import { renderedText } from '../core/http/rendered.schema';
import { voteResult } from './result-kind';
import { EVIDENCE_STANDINGS, RELATIONS } from './relation';

const id = z.guid();

/** One thing that a statement rests on, as a reader sees it. */
export const evidenceView = z
  .object({
    id: id.meta({ description: 'Id of the link between the statement and its ground' }),
    relation: z.enum(RELATIONS).meta({ description: 'How the statement comes from its ground' }),
    kind: z.string().meta({ description: 'Kind of the ground: a kind of text, file or source' }),
    standing: z
      .enum(EVIDENCE_STANDINGS)
      .meta({ description: 'Whether the ground still stands as it was cited' }),
    standingSince: z.iso.datetime().meta({ description: 'Since when it stands so, UTC' }),
    citedAt: z.iso.datetime().meta({ description: 'When it was cited, UTC' }),
    hidden: z.boolean().meta({ description: 'The reader may not see the ground: only that there is one' }),
    quote: z
      .object({
        text: z.string().meta({ description: 'The words that were quoted, as they were said' }),
        locale: z.string().meta({ description: 'Language of the quotation, BCP 47' }),
        rendering: renderedText
          .nullable()
          .meta({ description: 'The passage in the language of the reader, if it has been translated' }),
      })
      .nullable()
      .meta({ description: 'The passage; null when the whole was cited or the ground was withdrawn' }),
    revision: z.int().nullable().meta({ description: 'What the ground said when it was cited' }),
    ground: z
      .object({
        id: id.meta({ description: 'Id of the ground' }),
        path: z
          .string()
          .nullable()
          .meta({ description: 'Where it is read on this hub, without the language' }),
        title: renderedText.meta({ description: 'How it is called' }),
        revision: z.int().nullable().meta({ description: 'What it says now' }),
        at: z.iso.datetime().nullable().meta({ description: 'When it was written, UTC' }),
        author: z
          .object({
            name: z.string().meta({ description: 'Who said it' }),
            organisation: z
              .object({
                name: z.string().meta({ description: 'For which organisation' }),
                locale: z.string().meta({ description: 'Language of that name, BCP 47' }),
                slug: z.string().meta({ description: 'In the address of the organisation' }),
              })
              .nullable()
              .meta({ description: 'The organisation that the author spoke for' }),
          })
          .nullable()
          .meta({ description: 'Who said it in a room; null for texts of nobody in particular' }),
        source: z
          .object({
            publisher: z.string().nullable().meta({ description: 'Who published it' }),
            address: z.string().nullable().meta({ description: 'Where it stands on the web' }),
            published: z.string().nullable().meta({ description: 'When it was published, ISO 8601' }),
            readOn: z.string().meta({ description: 'When it was read, YYYY-MM-DD' }),
            deadSince: z
              .string()
              .nullable()
              .meta({ description: 'Since when its address has led nowhere, YYYY-MM-DD' }),
          })
          .nullable()
          .meta({ description: 'What is known of a source outside the hub' }),
        vote: voteResult
          .nullable()
          .meta({ description: 'What came of the poll that it is or holds; null when there is none' }),
      })
      .nullable()
      .meta({ description: 'What the statement rests on; null when the reader may not see it' }),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = z.output<typeof evidenceView>;
export type EvidenceGround = NonNullable<EvidenceView['ground']>;
