import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { renderMarkdown } from '../../core/markdown/markdown';
import { keyOf, type Addressee } from './addressees';
import { CalledPeople } from './called-people.service';

/** Marks in the translation of a post whom the post itself calls; a translation calls nobody else, and tells nobody. */
@Injectable()
export class TranslatedMentions {
  constructor(private readonly people: CalledPeople) {}

  async mark(tx: EntityManager, roomId: string, postId: string, locale: string): Promise<void> {
    const [made] = await tx.query<[{ body: string } | undefined]>(
      `select body from post_translations
       where room_id = $1 and owner_id = $2 and locale = $3 and strpos(body, '@') > 0`,
      [roomId, postId, locale],
    );
    if (!made) return;
    const called = await this.calledBy(tx, roomId, postId);
    if (called.size === 0) return;
    const { finder } = await this.people.in(tx, roomId, made.body);
    const html = renderMarkdown(made.body, postId, (line, at) => {
      const found = finder(line, at);
      return found && called.has(found.key) ? found : undefined;
    });
    await tx.query(
      'update post_translations set html = $4 where room_id = $1 and owner_id = $2 and locale = $3',
      [roomId, postId, locale, html],
    );
  }

  private async calledBy(tx: EntityManager, roomId: string, postId: string): Promise<Set<string>> {
    const rows = await tx.query<Pick<Addressee, 'kind' | 'id'>[]>(
      'select kind, subject_id as id from post_mentions where room_id = $1 and post_id = $2',
      [roomId, postId],
    );
    return new Set(rows.map(keyOf));
  }
}
