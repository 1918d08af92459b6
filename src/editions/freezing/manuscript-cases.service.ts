import { Injectable } from '@nestjs/common';
import type { Locale } from '../../core/i18n/locales';
import type { Manuscript } from './manuscript';

@Injectable()
export class ManuscriptCases {
  async of(_slugs: readonly string[], _partnershipId: string, _locale: Locale): Promise<Manuscript['cases']> {
    return new Map();
  }
}
