import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import { Translations } from '../../translations/translations.service';
import type { TranslatedRoom } from '../room.schema';
import { Rooms } from '../rooms.service';

/** Name and description of a room in another language, whole as programs send them. */
@Injectable()
export class RoomTranslations {
  constructor(
    private readonly rooms: Rooms,
    private readonly translations: Translations,
    private readonly transactions: Transactions,
  ) {}

  async save(actor: Actor, roomId: string, input: TranslatedRoom): Promise<void> {
    const { id, locale: own } = await this.rooms.find(actor, roomId);
    const { locale, baseRevision: revision, ...strings } = input;
    if (locale === own) throw Invalid.field('locale', 'errors:field.choice');
    const seen = revision === undefined ? {} : { revision };
    await this.transactions.run((tx) =>
      this.translations.replace(tx, actor, { kind: 'room', id, locale }, strings, seen),
    );
  }
}
