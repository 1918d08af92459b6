import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { everyBlock, type DocumentBody } from '../../core/documents/document';
import { Invalid, NotFound } from '../../core/errors/refusal';
import { Evidence } from '../../evidence/evidence.service';
import { AGREED_KINDS } from '../../evidence/reading/agreed.service';
import type { Subject } from '../../evidence/relation';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What people agreed on is published in the chapters that include it: the path leads there and back. */
@Injectable()
export class PublishedIn {
  constructor(private readonly evidence: Evidence) {}

  /**
   * In the transaction that writes the chapter's text: what it includes is linked, what it includes no more is let go.
   * What the writer may not see is a loose end and no link.
   * @throws Invalid at `body` when something that it includes rests on the chapter itself
   */
  async follow(tx: EntityManager, actor: Actor, chapterId: string, body: DocumentBody | null): Promise<void> {
    const wanted = new Map(included(body).map((each) => [each.id, each]));
    const chapter = { kind: 'chapter', id: chapterId };
    const links = await tx.query<{ id: string; ground_id: string }[]>(
      `select id, ground_id from evidence where statement_kind = 'chapter' and statement_id = $1
         and relation = 'published_in'`,
      [chapterId],
    );
    for (const link of links)
      if (!wanted.delete(link.ground_id)) await this.evidence.drop(tx, actor, link.id);
    for (const ground of wanted.values()) await this.link(tx, actor, chapter, ground);
  }

  private async link(tx: EntityManager, actor: Actor, chapter: Subject, ground: Subject): Promise<void> {
    try {
      await this.evidence.cite(tx, actor, chapter, { relation: 'published_in', ground });
    } catch (error) {
      if (error instanceof Invalid) throw Invalid.field('body', 'evidence:problem.circle');
      if (!(error instanceof NotFound)) throw error;
    }
  }
}

function included(body: DocumentBody | null): Subject[] {
  if (!body) return [];
  return [...everyBlock(body)].flatMap((block) =>
    block.kind === 'inclusion' &&
    (AGREED_KINDS as readonly string[]).includes(block.what) &&
    UUID.test(block.of)
      ? [{ kind: block.what, id: block.of.toLowerCase() }]
      : [],
  );
}
