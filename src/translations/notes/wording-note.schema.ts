import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';
import { SEGMENT_LIMIT } from '../desk/desk.schema';

const NOTE_LIMIT = 1000;

export const newWordingNote = z.strictObject({
  string: z
    .string()
    .regex(/^\w{1,40}$/, 'errors:field.choice')
    .meta({ description: 'Which string of the text: body, title' }),
  position: z.coerce
    .number()
    .int()
    .min(0)
    .max(20_000)
    .meta({ description: 'Which of its paragraphs, from 0' }),
  proposal: prose(SEGMENT_LIMIT, 0)
    .default('')
    .meta({ description: 'A better wording of the paragraph; empty or the same: only reported as wrong' }),
  note: prose(NOTE_LIMIT, 0).default('').meta({ description: 'What is wrong, in a word' }),
});
export type NewWordingNote = z.output<typeof newWordingNote>;

export const newWordingNoteForm = newWordingNote.extend({ language: locale });

export const wordingAnswer = z.strictObject({
  state: z.enum(['accepted', 'declined']),
  answer: prose(NOTE_LIMIT, 0).default('').meta({ description: 'A word for who made the proposal' }),
});
export type WordingAnswer = z.output<typeof wordingAnswer>;

export const wordingNoteView = z
  .object({
    id: z.guid(),
    kind: z.string(),
    ownerId: z.guid().meta({ description: 'Id of the text' }),
    locale: z.string(),
    string: z.string(),
    source: z.string().meta({ description: 'The paragraph of the original' }),
    quoted: z.string().meta({ description: 'What the translation said' }),
    proposal: z.string().nullable().meta({ description: 'A better wording; null: only reported as wrong' }),
    note: z.string().nullable(),
    by: z.string().meta({ description: 'Who made it' }),
    madeAt: z.iso.datetime(),
    state: z.enum(['open', 'accepted', 'declined']),
    answer: z.string().nullable(),
  })
  .meta({ id: 'WordingNote' });

export const wordingNotesView = z.object({ notes: z.array(wordingNoteView) });

export interface WordingNote extends Omit<z.infer<typeof wordingNoteView>, 'madeAt'> {
  madeAt: Date;
  personId: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  seenAt: Date | null;
}

export const toWordingNoteView = (note: WordingNote): z.infer<typeof wordingNoteView> => {
  const { id, kind, ownerId, locale: language, string, source, quoted, proposal, by, state, answer } = note;
  return {
    ...{ id, kind, ownerId, locale: language, string, source, quoted, proposal, note: note.note, by },
    ...{ madeAt: note.madeAt.toISOString(), state, answer },
  };
};
