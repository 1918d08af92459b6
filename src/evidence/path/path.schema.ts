import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';
import { evidenceView } from '../evidence.schema';
import { EVIDENCE_STANDINGS, RELATIONS } from '../relation';

const station = z
  .object({
    key: z.string().meta({ description: 'Names the station within this path' }),
    kind: z.string().nullable().meta({ description: 'Kind of text, file or source; null when it is hidden' }),
    id: z.guid().nullable().meta({ description: 'Its id; null when the reader may not see it' }),
    path: z.string().nullable().meta({ description: 'Where it is read on this hub, without the language' }),
    title: renderedText.nullable().meta({ description: 'How it is called; null when it is hidden' }),
    country: z
      .string()
      .nullable()
      .meta({ description: 'Of an answer or a practice: ISO 3166-1 alpha-2 of its country' }),
    at: z.iso.datetime().nullable().meta({ description: 'When it was written, UTC' }),
    revision: z.int().nullable().meta({ description: 'What it says now' }),
    withdrawn: z.boolean().meta({ description: 'It is not there to be read any more' }),
    address: z.string().nullable().meta({ description: 'Of a source: where it stands on the web' }),
  })
  .meta({ id: 'PathStation' });

const link = z
  .object({
    statement: z.string().meta({ description: 'Key of the station that rests on the other' }),
    ground: z.string().meta({ description: 'Key of the station that it rests on' }),
    relation: z.enum(RELATIONS).meta({ description: 'How the statement comes from its ground' }),
    standing: z.enum(EVIDENCE_STANDINGS).meta({ description: 'Whether the ground stands as it was cited' }),
    standingSince: z.iso.datetime().meta({ description: 'Since when it stands so, UTC' }),
    revision: z.int().nullable().meta({ description: 'What the ground said when it was cited' }),
    quote: evidenceView.shape.quote,
  })
  .meta({ id: 'PathLink' });

export const pathView = z
  .object({
    root: z.string().meta({ description: 'Key of the station that was asked for' }),
    stations: z
      .array(station)
      .meta({ description: 'Everything on the path, as far as the reader may see it' }),
    below: z.array(link).meta({ description: 'What it rests on, from near to far' }),
    above: z.array(link).meta({ description: 'Where it went, from near to far' }),
    cut: z.boolean().meta({ description: 'The path goes on beyond this' }),
  })
  .meta({ id: 'EvidencePath' });
export type PathView = z.output<typeof pathView>;
export type Station = PathView['stations'][number];
export type PathLink = PathView['below'][number];
