import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Invalid } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { HandbookAccess, type HandbookRow } from '../handbook.access';
import { Chapters } from '../writing/chapters.service';
import { planOf, type FolderPlan, type PlannedChapter } from './folder-plan';
import { relinked } from './links';
import { markdownIn } from './markdown-files';

/** A file as it was brought. */
interface Brought {
  path: string;
  size: number;
}

interface Made {
  id: string;
  slug: string;
  planned: PlannedChapter;
}

/** Brings a folder of Markdown into a handbook: all of it, or nothing. */
@Injectable()
export class HandbookImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: HandbookAccess,
    private readonly chapters: Chapters,
  ) {}

  /** What it would make; makes nothing. @throws Invalid for what is no folder of Markdown */
  async plan(actor: Actor, handbook: string, { path, size }: Brought): Promise<FolderPlan> {
    await this.access.to(actor, 'edit', handbook);
    return planOf(await markdownIn(path, size));
  }

  /** As drafts after what is there already. Makes nothing while the plan has a fault. Returns the plan. */
  async bring(actor: Actor, handbook: string, locale: Locale, file: Brought): Promise<FolderPlan> {
    const row = await this.access.to(actor, 'edit', handbook);
    const plan = await this.plan(actor, handbook, file);
    if (plan.faults.length > 0) return plan;
    return this.transactions.run(async (tx) => {
      const made = await this.insert(tx, actor, row, locale, plan.chapters, null);
      const byFile = new Map(made.map(({ planned, slug }) => [planned.file, slug]));
      const bySlug = new Map(
        made.flatMap(({ planned, slug }) => (planned.slug ? [[planned.slug, slug]] : [])),
      );
      for (const { id, planned } of made) await this.write(tx, actor, id, planned, { byFile, bySlug });
      return plan;
    });
  }

  /** Without their texts, whose links need the addresses of all. */
  private async insert(
    tx: EntityManager,
    actor: Actor,
    row: HandbookRow,
    locale: Locale,
    planned: readonly PlannedChapter[],
    below: string | null,
  ): Promise<Made[]> {
    const made: Made[] = [];
    for (const each of planned) {
      const { title, lead, numbered, children } = each;
      const input = { below, locale, title, lead, numbered, body: null };
      const { id, slug } = await this.chapters.insert(tx, actor, row, input);
      made.push({ id, slug, planned: each }, ...(await this.insert(tx, actor, row, locale, children, slug)));
    }
    return made;
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { file, body }: PlannedChapter,
    made: Parameters<typeof relinked>[2],
  ): Promise<void> {
    if (!body) return;
    try {
      await this.chapters.writeFirst(tx, actor, id, relinked(body, file, made));
    } catch (error) {
      if (error instanceof Invalid) throw Invalid.field('file', 'handbooks:import.problem.in_file', { file });
      throw error;
    }
  }
}
