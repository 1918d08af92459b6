import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { rendered } from '../../../core/database/rendered';
import type { Locale } from '../../../core/i18n/locales';
import { Evidence } from '../../../evidence/evidence.service';
import { ComparisonGathering } from '../../publishing/comparison-gathering.service';
import { wordsIn } from '../../reading/words-in';
import { AnswerAccess, type AnswerRow } from '../answer-access.service';
import { AnswerTranslation } from '../answer.entity';
import { answerPolicy } from '../answer.policy';
import { groupResult } from '../respondents/group-results';
import { trimmed } from '../value/decimal';
import { lackingIn } from '../value/answer-rules';
import type { AnswerView } from './answer-view.schema';
import { checksOf, commentsOf, movesOf } from './answer-history';
import { askedIn } from './asked-view';
import { ballOf } from './ball';

interface Around {
  platform: AnswerView['platform'];
  owner: AnswerView['owner'];
  over: boolean;
}

/** An answer for those who work on it: what it says, what it rests on, where it stands and how it came so. */
@Injectable()
export class AnswerWork {
  constructor(
    private readonly database: DataSource,
    private readonly access: AnswerAccess,
    private readonly gathering: ComparisonGathering,
    private readonly evidence: Evidence,
  ) {}

  /** @throws NotFound for everybody else */
  async of(actor: Actor, id: string, locales: readonly Locale[]): Promise<AnswerView> {
    const row = await this.access.to(actor, 'read', id);
    const tx = this.database.manager;
    const asked = await this.gathering.asked(tx, row.comparisonId);
    const question = askedIn(asked, row.questionId, locales);
    const [around, links, standing, words] = await Promise.all([
      this.around(row),
      this.evidence.of(actor, 'answer', [id], locales),
      this.evidence.standingOf([id]),
      this.words(row, locales),
    ]);
    const evidence = links.get(id) ?? [];
    const can = answerPolicy.can(actor, row);
    const together = await groupResult(tx, row);
    return {
      ...factsOf(row),
      ...words,
      comparison: { slug: row.comparison.slug, title: wordsIn(asked.title, locales) },
      question,
      platform: around.platform,
      owner: around.owner,
      ball: ballOf(row.state, around.over),
      lacking: lackingIn(row, question, {
        ...{ evidence: evidence.length, median: together?.spread?.median ?? null },
      }),
      groupResult: can.edit ? together : row.groupResult,
      evidence,
      evidenceStanding: standing.get(id) ?? 'sound',
      comments: await commentsOf(tx, row),
      checks: await checksOf(tx, id),
      moves: await movesOf(tx, id),
      can: { ...can, comment: can.comment && !around.over },
    };
  }

  private async around({ id }: AnswerRow): Promise<Around> {
    const [row] = await this.database.query<[Around]>(
      `select coalesce(answer.comments_until < current_date, true) as over,
         case when platform.id is not null then json_build_object('slug', platform.slug, 'name', platform.name,
           'locale', platform.locale) end as platform,
         case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end as owner
       from answers answer left join platforms platform on platform.id = answer.platform_id
       left join people owner on owner.id = answer.owner_id where answer.id = $1`,
      [id],
    );
    return row;
  }

  private async words(row: AnswerRow, locales: readonly Locale[]) {
    const translations = await this.database.manager.findBy(AnswerTranslation, { ownerId: row.id });
    const known = { ...row, translations: translations.filter(({ locale }) => locales.includes(locale)) };
    return {
      text: rendered(known, ({ text }) => text, locales),
      note: rendered(known, ({ note }) => note, locales),
      original: { text: row.text, note: row.note },
    };
  }
}

function factsOf(row: AnswerRow) {
  const { id, country, period, standing, options, locale, confidence, flags, validOn } = row;
  return {
    ...{ id, country, period, standing, options, locale, confidence, flags, validOn },
    ...{ number: trimmed(row.number), women: trimmed(row.women), men: trimmed(row.men) },
    ...{ notStated: trimmed(row.notStated), score: trimmed(row.score) },
    ...{ revision: row.revision, version: row.version, publishedVersion: row.publishedVersion },
    ...{ state: row.state, since: row.stateSince.toISOString(), commentsUntil: row.commentsUntil },
  };
}
