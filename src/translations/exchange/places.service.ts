import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import type { Text } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { translationPolicy } from '../translation.policy';
import { PLACES, type Scope } from './scope';

/** A place whose texts can go out together, by its name in its own language. */
export interface ExchangePlace {
  place: (typeof PLACES)[number];
  id: string;
  title: string;
  locale: Locale;
  path: string;
}

/** The places that have names of their own: partnerships, platforms and rooms are texts too. */
@Injectable()
export class ExchangePlaces {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
  ) {}

  /** Those whose texts the actor may translate into one of the languages. */
  async all(actor: Actor, languages: readonly Locale[]): Promise<ExchangePlace[]> {
    const found: ExchangePlace[] = [];
    for (const place of PLACES) {
      const kind = this.kinds.of(place);
      const texts = kind ? await this.kinds.read(kind, this.database, actor, 'true', []) : [];
      const may = (text: Text, locale: Locale) => translationPolicy.may(actor, 'translate', { text, locale });
      for (const text of texts)
        if (text.shown && languages.some((locale) => may({ ...text, locale: '' }, locale)))
          found.push({ place, ...nameOf(text) });
    }
    return found;
  }

  /** What it is called. @throws NotFound when the actor may not read it */
  async name(actor: Actor, scope: Scope): Promise<Omit<ExchangePlace, 'place'>> {
    const kind = scope.place === 'text' ? scope.kind : scope.place;
    return nameOf(await this.kinds.find(actor, kind, scope.id));
  }
}

const nameOf = ({ id, title, locale, path }: Text) => ({ id, title, locale, path });
