import { Injectable } from '@nestjs/common';
import { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import {
  type PracticeDocument,
  PracticeDocuments,
} from '../../practices/documents/practice-documents.service';
import type { Manuscript } from './manuscript';

/** Good practices that stand in a book, as they were frozen. */
@Injectable()
export class ManuscriptCases {
  constructor(private readonly documents: PracticeDocuments) {}

  /** By slug. A book is read by everybody: only published cases of its own partnership stand in it. */
  async of(slugs: readonly string[], partnershipId: string, locale: Locale): Promise<Manuscript['cases']> {
    const told = await this.documents.of(Actor.visitor, slugs, locale);
    const cases: Manuscript['cases'] = new Map();
    for (const [slug, found] of told)
      if (found.partnershipId === partnershipId)
        cases.set(slug, { told: found, original: await this.original(slug, found) });
    return cases;
  }

  /** For those who do not print what a machine has made: with its labels, all in one language. */
  private async original(slug: string, told: PracticeDocument): Promise<PracticeDocument> {
    if (told.state !== 'machine') return told;
    return (await this.documents.of(Actor.visitor, [slug], told.originalLocale)).get(slug) ?? told;
  }
}
