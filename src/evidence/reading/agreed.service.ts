import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { RenderedText } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import { GroundsInWords } from '../grounds-in-words.service';
import { type Ground, Grounds } from '../grounds.service';
import type { Subject } from '../relation';

/** What people agreed on, to stand in another text: a conclusion, an answer, a recommendation. */
export interface AgreedThing extends Subject {
  /** The question of an answer; otherwise what was agreed. */
  title: RenderedText;
  /** What an answer says; `null` where the title says it. */
  text: RenderedText | null;
  /** As it was written first. */
  original: { text: string; locale: Locale };
  path: string;
}

/** Kinds of what is agreed on, as they are included in chapters. */
export const AGREED_KINDS = ['conclusion', 'answer', 'recommendation'] as const;
export type AgreedKind = (typeof AGREED_KINDS)[number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads what people agreed on, whoever keeps it, as far as a reader may see it. */
@Injectable()
export class Agreed {
  constructor(
    private readonly database: DataSource,
    private readonly grounds: Grounds,
    private readonly inWords: GroundsInWords,
  ) {}

  /** By id; what is gone, or may not be seen, is not among them. */
  async of(
    actor: Actor,
    wanted: readonly Subject[],
    locales: readonly Locale[],
  ): Promise<Map<string, AgreedThing>> {
    const found: Ground[] = [];
    for (const kind of AGREED_KINDS) {
      const ids = wanted.filter((each) => each.kind === kind && UUID.test(each.id)).map(({ id }) => id);
      found.push(...(await this.grounds.among(this.database, actor, kind, ids)).values());
    }
    const shown = found.filter((ground) => ground.shown);
    const words = await this.inWords.of(this.database, shown, locales);
    return new Map(
      shown.map((ground) => {
        const [title, text] = [words.title(ground), words.said(ground)];
        const original = { text: words.originalOf(ground), locale: ground.locale };
        return [ground.id, { kind: ground.kind, id: ground.id, title, text, original, path: ground.path! }];
      }),
    );
  }
}
