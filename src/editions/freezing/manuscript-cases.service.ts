import { Injectable } from '@nestjs/common';
import { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { PracticeDocuments } from '../../practices/documents/practice-documents.service';
import type { Manuscript } from './manuscript';

/** Good practices that stand in a book, as they were frozen. */
@Injectable()
export class ManuscriptCases {
  constructor(private readonly documents: PracticeDocuments) {}

  /** A book is read by everybody: only published cases of its own partnership stand in it. */
  async of(slugs: readonly string[], partnershipId: string, locale: Locale): Promise<Manuscript['cases']> {
    const found = await this.documents.of(Actor.visitor, slugs, locale);
    return new Map(
      [...found]
        .filter(([, document]) => document.partnershipId === partnershipId)
        .map(([slug, document]) => [slug, { ...document, blocks: document.body.blocks }]),
    );
  }
}
