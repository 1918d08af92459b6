import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { revise } from '../../../core/database/revise';
import { Transactions } from '../../../core/database/transactions';
import { Conflict, Invalid, NotFound, Refusal } from '../../../core/errors/refusal';
import { rememberOriginal } from '../../../core/texts/original-revisions';
import { ComparisonAccess } from '../../comparison.access';
import { AnswerAccess, type AnswerRow } from '../answer-access.service';
import { Answer, AnswerTranslation } from '../answer.entity';
import { answerPolicy } from '../answer.policy';
import { answerFields, type AnswerChanges, type AnswerField, type NewAnswer } from '../value/answer.schema';
import { trimmed } from '../value/decimal';
import { assertValue, withTotal } from '../value/answer-rules';
import { askedByCode, askedById, type AskedQuestion } from '../value/asked-question';

const KIND = {
  ...{ name: 'answer', entity: Answer, translation: AnswerTranslation },
  strings: ['text' as const, 'note' as const],
};

type Said = Pick<Answer, AnswerField>;

const NOTHING: Said = {
  ...{ standing: 'value', number: null, women: null, men: null, notStated: null, score: null, options: [] },
  ...{ text: null, note: null, confidence: null, flags: [], validOn: null, period: '' },
};

const FIELDS = Object.keys(answerFields).filter((name) => name !== 'unit') as AnswerField[];

/** What a country says to a question, while it is being written. */
@Injectable()
export class Answers {
  constructor(
    private readonly transactions: Transactions,
    private readonly comparisons: ComparisonAccess,
    private readonly access: AnswerAccess,
  ) {}

  /** A draft of its platform. Returns its id. @throws Refusal when there is one already, Invalid, Forbidden, NotFound */
  async begin(actor: Actor, slug: string, input: NewAnswer): Promise<string> {
    return this.transactions.run((tx) => this.beginIn(tx, actor, slug, input));
  }

  /** The same in a transaction of somebody else’s, which may hold many of them. */
  async beginIn(
    tx: EntityManager,
    actor: Actor,
    slug: string,
    { question: code, country, locale, unit, ...said }: NewAnswer,
  ): Promise<string> {
    const comparison = await this.comparisons.toWork(actor, slug);
    const question = await askedByCode(tx, comparison.id, code);
    const platformId = await platformOf(tx, comparison.id, country);
    const subject = { state: 'draft' as const, platformId, publishedVersion: 0, comparison };
    answerPolicy.allow(actor, 'edit', subject);
    const row = fitting({ ...NOTHING, ...said }, question, unit);
    const [made] = await tx
      .createQueryBuilder()
      .insert()
      .into(Answer)
      .values({
        ...{ ...row, comparisonId: comparison.id, questionId: question.id, country, platformId, locale },
        ownerId: actor.person?.id ?? null,
      })
      .orIgnore()
      .returning('id')
      .execute()
      .then(({ raw }) => raw as { id: string }[]);
    if (!made) throw new Refusal(409, 'comparisons:refusal.answered');
    await this.comparisons.record(tx, 'answer.begun', {
      ...{
        actor,
        partnershipId: comparison.partnershipId,
        subject: { kind: 'answer', id: made.id },
        data: {},
      },
    });
    return made.id;
  }

  /** @throws NotFound, Forbidden with why it is locked */
  async allowEditing(actor: Actor, id: string): Promise<void> {
    await this.access.to(actor, 'edit', id);
  }

  /** @throws Conflict with what stands now, when somebody saved first; Invalid; Forbidden when it is locked */
  async edit(actor: Actor, id: string, changes: AnswerChanges): Promise<void> {
    await this.transactions.run((tx) => this.editIn(tx, actor, id, changes));
  }

  /** The same in a transaction of somebody else’s. */
  async editIn(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { revision, weight, unit, ...changes }: AnswerChanges,
  ): Promise<void> {
    const found = await this.access.lock(tx, actor, 'edit', id);
    if (found.revision !== revision) throw new Conflict({ ...saidIn(found), revision: found.revision });
    const question = await askedById(tx, found.questionId);
    const next = fitting({ ...saidIn(found), ...changes }, question, unit);
    if (next.period !== found.period) await assertFree(tx, found, next.period);
    const row = { ...next, locale: changes.locale ?? found.locale };
    const change = { by: actor, weight };
    if (found.publishedVersion > 0) await rewrite(tx, found, row, change);
    else await revise(tx, KIND, id, revision, row, change);
    await this.comparisons.record(tx, 'answer.edited', {
      ...{ actor, partnershipId: found.comparison.partnershipId, subject: { kind: 'answer', id } },
      data: { revision: revision + 1 },
    });
  }
}

/** As the fields of a change have it. */
export function saidIn(row: Answer): Said {
  const said = Object.fromEntries(FIELDS.map((name) => [name, row[name]])) as unknown as Said;
  const { number, women, men, notStated, score } = said;
  const numbers = { number: trimmed(number), women: trimmed(women), men: trimmed(men) };
  return { ...said, ...numbers, notStated: trimmed(notStated), score: trimmed(score) };
}

/** @throws Invalid */
function fitting(said: Said, question: AskedQuestion, unit: string | null | undefined): Said {
  if (unit && unit !== question.unit) throw Invalid.field('unit', 'comparisons:problem.unit');
  const whole = withTotal(said);
  assertValue(whole, question);
  return whole;
}

/** What was published keeps its translations until the next version is: readers go on reading that one. */
async function rewrite(
  tx: EntityManager,
  found: AnswerRow,
  row: Partial<Answer>,
  change: Parameters<typeof rememberOriginal>[2],
): Promise<void> {
  const { id, revision, locale, text, note } = found;
  await tx.update(Answer, { id }, { ...row, revision: revision + 1 });
  if (row.text !== text || row.note !== note || row.locale !== locale)
    await rememberOriginal(tx, { kind: 'answer', id, revision, locale, strings: { text, note } }, change);
}

/** @throws NotFound when that country is not compared */
export async function platformOf(
  tx: EntityManager,
  comparisonId: string,
  country: string,
): Promise<string | null> {
  const [row] = await tx.query<{ platform_id: string | null }[]>(
    'select platform_id from comparison_countries where comparison_id = $1 and code = $2',
    [comparisonId, country],
  );
  if (!row) throw new NotFound();
  return row.platform_id;
}

async function assertFree(
  tx: EntityManager,
  { id, questionId, country }: Answer,
  period: string,
): Promise<void> {
  const [taken] = await tx.query<object[]>(
    'select 1 from answers where question_id = $1 and country = $2 and period = $3 and id <> $4',
    [questionId, country, period, id],
  );
  if (taken) throw Invalid.field('period', 'comparisons:refusal.answered');
}
