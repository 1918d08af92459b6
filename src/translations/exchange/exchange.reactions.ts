import { Injectable } from '@nestjs/common';
import { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Entry } from '../../core/journal/entry';
import { Later } from '../../core/journal/reactions';
import { Translations } from '../translations.service';
import { BroughtFiles } from './brought-files.service';

/** What follows an import. */
@Injectable()
export class ExchangeReactions {
  constructor(
    private readonly files: BroughtFiles,
    private readonly translations: Translations,
  ) {}

  /** Readers are shown what is complete, text by text, so that no room waits for an import to end. */
  @Later('import.performed')
  async show({ subject: { id } }: Entry): Promise<void> {
    for (const of of await this.files.performed(id)) {
      try {
        await this.translations.follow(Actor.system, of);
      } catch (error) {
        if (!(error instanceof NotFound)) throw error; // withdrawn meanwhile
      }
    }
    await this.files.forget(id);
  }
}
