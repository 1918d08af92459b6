import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { Transactions } from '../../../core/database/transactions';
import { type FieldProblem, NotFound, Refusal } from '../../../core/errors/refusal';
import type { Locale } from '../../../core/i18n/locales';
import { Answer } from '../../answering/answer.entity';
import { answerPolicy } from '../../answering/answer.policy';
import { Answers, platformOf } from '../../answering/writing/answers.service';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { changeOf } from './answer-change';
import type { FilledRow } from './import-columns';
import type { FileRow } from './import-file';
import { askedIn } from './import-questions';
import { isBlank, readRow } from './import-row';

export type Outcome = 'new' | 'changed' | 'unchanged' | 'refused';

/** A row of a file, and what would become of it. */
export interface CheckedRow {
  line: number;
  row: FilledRow;
  outcome: Outcome;
  /** By column; `question` for what is wrong with the whole row. */
  problems: FieldProblem[];
}

type Deed = CheckedRow & { act?: (tx: EntityManager) => Promise<void> };

interface Place {
  slug: string;
  country: string;
}

/** Answers of a country that come as a file: first it is shown what would become of them, then they become it. */
@Injectable()
export class AnswerImport {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ComparisonAccess,
    private readonly answers: Answers,
  ) {}

  /** For those who answer for that country. @throws NotFound, Forbidden */
  async allow(actor: Actor, { slug, country }: Place): Promise<ComparisonRow> {
    const comparison = await this.access.toWork(actor, slug);
    const platformId = await platformOf(this.database.manager, comparison.id, country);
    answerPolicy.allow(actor, 'edit', { state: 'draft', platformId, publishedVersion: 0, comparison });
    return comparison;
  }

  /** Keeps the rows until they are confirmed or a next file comes. Returns where they are. */
  async bring(actor: Actor, place: Place, rows: readonly FileRow[], locale: Locale): Promise<string> {
    const { id } = await this.allow(actor, place);
    return this.transactions.run(async (tx) => {
      await tx.query(
        `delete from answer_imports where brought_at < now() - interval '7 days'
           or (comparison_id = $1 and country = $2 and person_id = $3)`,
        [id, place.country, actor.person!.id],
      );
      const [made] = await tx.query<[{ id: string }]>(
        `insert into answer_imports (comparison_id, country, person_id, locale, rows)
         values ($1, $2, $3, $4, $5) returning id`,
        [id, place.country, actor.person!.id, locale, JSON.stringify(rows.filter((row) => !isBlank(row)))],
      );
      return made.id;
    });
  }

  /** What would become of the rows, as things stand now. */
  async check(actor: Actor, place: Place, id: string): Promise<CheckedRow[]> {
    const comparison = await this.allow(actor, place);
    const deeds = await this.deeds(this.database.manager, actor, comparison, place, id);
    return deeds.map(({ act: _, ...row }) => row);
  }

  /** All rows that nothing is wrong with become drafts, or none does. Returns how many were new or changed. */
  async confirm(actor: Actor, place: Place, id: string): Promise<number> {
    const comparison = await this.allow(actor, place);
    return this.transactions.run(async (tx) => {
      const deeds = await this.deeds(tx, actor, comparison, place, id);
      const acts = deeds.flatMap(({ act }) => act ?? []);
      if (acts.length === 0) throw new Refusal(422, 'comparisons:refusal.nothing_to_import');
      for (const act of acts) await act(tx);
      await tx.query('delete from answer_imports where id = $1', [id]);
      return acts.length;
    });
  }

  private async deeds(
    tx: EntityManager,
    actor: Actor,
    comparison: ComparisonRow,
    { slug, country }: Place,
    id: string,
  ): Promise<Deed[]> {
    const [kept] = await tx.query<{ locale: Locale; rows: FileRow[] }[]>(
      `select locale, rows from answer_imports
       where id = $1 and comparison_id = $2 and country = $3 and person_id = $4`,
      [id, comparison.id, country, actor.person?.id ?? null],
    );
    if (!kept) throw new NotFound();
    const questions = await askedIn(tx, comparison.id);
    const standing = await tx.findBy(Answer, { comparisonId: comparison.id, country });
    const seen = new Set<string>();
    return kept.rows.map((file) => {
      const code = file.row.question?.trim().toLowerCase() ?? '';
      const question = questions.get(code);
      if (!question) return refused(file, 'question', 'comparisons:problem.unknown_question');
      if (question.retired) return refused(file, 'question', 'comparisons:problem.retired_question');
      const read = readRow(file, { country, locale: kept.locale, question });
      if ('problems' in read) return { ...bare(file), outcome: 'refused', problems: read.problems };
      const { answer } = read;
      const key = `${question.id} ${answer.period ?? ''}`;
      if (seen.has(key)) return refused(file, 'question', 'comparisons:problem.row_twice');
      seen.add(key);
      const now = standing.find((row) => row.questionId === question.id && row.period === answer.period);
      if (!now)
        return {
          ...{ ...bare(file), outcome: 'new', problems: [] },
          act: async (inner) => {
            await this.answers.beginIn(inner, actor, slug, answer);
          },
        };
      const change = changeOf(now, answer);
      if (!change) return { ...bare(file), outcome: 'unchanged', problems: [] };
      if (!answerPolicy.may(actor, 'edit', { ...now, comparison }))
        return refused(file, 'question', 'comparisons:refusal.locked');
      return {
        ...{ ...bare(file), outcome: 'changed', problems: [] },
        act: (inner) => this.answers.editIn(inner, actor, now.id, change),
      };
    });
  }
}

const bare = ({ line, row }: FileRow) => ({ line, row });

const refused = (file: FileRow, path: string, key: FieldProblem['key']): Deed => ({
  ...{ ...bare(file), outcome: 'refused', problems: [{ path, key }] },
});
