import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { NotFound } from '../../../core/errors/refusal';
import type { Locale } from '../../../core/i18n/locales';
import { Evidence } from '../../../evidence/evidence.service';
import { ComparisonAccess, type ComparisonRow } from '../../comparison.access';
import { ComparisonGathering } from '../../publishing/comparison-gathering.service';
import { wordsIn } from '../../reading/words-in';
import { ANSWER_FACTS } from '../answer-facts';
import { answerPolicy } from '../answer.policy';
import { askedIn } from '../work/asked-view';
import type { GivenAnswer, QuestionnaireView } from './questionnaire.schema';

type Platform = (QuestionnaireView['platform'] & { id: string }) | null;
type Given = Omit<GivenAnswer, 'evidenceStanding'> & { question: string };

/** What one country is asked, in the languages of whoever answers. */
@Injectable()
export class Questionnaires {
  constructor(
    private readonly database: DataSource,
    private readonly access: ComparisonAccess,
    private readonly gathering: ComparisonGathering,
    private readonly evidence: Evidence,
  ) {}

  /** For those who do the work. @throws NotFound */
  async of(actor: Actor, slug: string, code: string, locales: readonly Locale[]): Promise<QuestionnaireView> {
    const { comparison, country, platform } = await this.country(actor, slug, code);
    const asked = await this.gathering.asked(this.database.manager, comparison.id);
    const given = await this.given(comparison.id, country);
    const standing = await this.evidence.standingOf(given.map(({ id }) => id));
    const questions = asked.questions.map(({ id }) => ({
      question: askedIn(asked, id, locales),
      answers: given
        .filter(({ question }) => question === id)
        .map(({ question: _, ...answer }) => ({
          ...answer,
          evidenceStanding: standing.get(answer.id) ?? ('sound' as const),
        })),
    }));
    const subject = { state: 'draft' as const, publishedVersion: 0, comparison };
    return {
      ...{ country, questions, comparison: { slug, title: wordsIn(asked.title, locales) } },
      platform: platform && { slug: platform.slug, name: platform.name, locale: platform.locale },
      answered: questions.filter(({ answers }) => answers.length > 0).length,
      may: answerPolicy.may(actor, 'edit', { ...subject, platformId: platform?.id ?? null }),
    };
  }

  /** A country of a comparison that somebody works in. @throws NotFound */
  async country(
    actor: Actor,
    slug: string,
    code: string,
  ): Promise<{ comparison: ComparisonRow; country: string; platform: Platform }> {
    const comparison = await this.access.toWork(actor, slug);
    const [row] = await this.database.query<{ code: string; platform: Platform }[]>(
      `select compared.code, case when platform.id is not null then json_build_object('id', platform.id,
         'slug', platform.slug, 'name', platform.name, 'locale', platform.locale) end as platform
       from comparison_countries compared left join platforms platform on platform.id = compared.platform_id
       where compared.comparison_id = $1 and compared.code = upper($2)`,
      [comparison.id, code],
    );
    if (!row) throw new NotFound();
    return { comparison, country: row.code, platform: row.platform };
  }

  private async given(comparisonId: string, country: string): Promise<Given[]> {
    const rows = await this.database.query<{ facts: Given }[]>(
      `select ${ANSWER_FACTS} || jsonb_build_object('id', answer.id, 'question', answer.question_id,
         'text', answer.text, 'locale', answer.locale, 'state', answer.state) as facts
       from answers answer where answer.comparison_id = $1 and answer.country = $2 order by answer.period`,
      [comparisonId, country],
    );
    return rows.map(({ facts }) => facts);
  }
}
