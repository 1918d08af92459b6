import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Conflict, Invalid } from '../../core/errors/refusal';
import { segmentsOf } from '../../core/markdown/segments';
import type { Segment } from '../segment';
import type { SegmentChange } from '../segment-changes';
import type { TranslationOf } from '../segment-store';
import { Translations } from '../translations.service';
import type { Workshop } from '../workshop';
import type { WordingNote } from './wording-note.schema';

/** Puts an accepted proposal into the translation. */
@Injectable()
export class AcceptedWordings {
  constructor(private readonly translations: Translations) {}

  /** Where the paragraph is another one by now, or the proposal has other parts, the translator does it herself. */
  async apply(actor: Actor, of: TranslationOf, note: WordingNote): Promise<boolean> {
    if (note.proposal === null) return false;
    const workshop = await this.translations.workshop(actor, of);
    const changes = changesFor(workshop, note.string, note.source, note.proposal);
    if (changes.length === 0) return false;
    try {
      await this.translations.save(actor, of, changes);
      return true;
    } catch (error) {
      if (error instanceof Invalid || error instanceof Conflict) return false;
      throw error;
    }
  }
}

function changesFor(
  { kind, segments, can, separateReview }: Workshop,
  name: string,
  source: string,
  proposal: string,
): SegmentChange[] {
  const form = kind.strings.find((string) => string.name === name)?.form;
  if (!form) return [];
  const sources = segmentsOf(source, form).segments.map(({ text }) => text);
  const texts = segmentsOf(proposal, form).segments.map(({ text }) => text);
  const own = segments.filter((segment) => segment.string === name);
  const start = own.findIndex((_, place) =>
    sources.every((each, next) => own[place + next]?.source === each),
  );
  if (start < 0 || sources.length !== texts.length) return [];
  const status = can.review && !separateReview ? 'reviewed' : 'draft';
  return texts
    .map((text, next) => ({ text, segment: own[start + next]! }))
    .filter(({ text, segment }: { text: string; segment: Segment }) => text !== segment.text)
    .map(({ text, segment: { id, version } }) => ({ id, version, text, status }));
}
