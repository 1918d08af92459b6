import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../core/config/config';
import { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { Letters } from '../../ui/letters.service';
import type { Measure } from '../decisions/measure';
import { reportPath } from '../moderation-paths';

interface Receiver {
  id: string;
  number: string;
  email: string;
  locale: Locale;
}

const COLUMNS = 'report.id, report.number::text, report.email, report.answer_locale as locale';
const MOST_A_DAY = 10;

/** Letters to those who reported and have no account, each in her language. Called from reactions only. */
@Injectable()
export class ReportLetters {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly letters: Letters,
  ) {}

  /** That it has arrived. Anybody can write anybody's address: it gets a few a day at most. */
  async confirm(reportId: string): Promise<void> {
    const [report] = await this.database.query<Receiver[]>(
      `select ${COLUMNS} from moderation_reports report
       where report.id = $1 and report.email is not null and (
         select count(*) from moderation_reports other where other.email = report.email
           and other.received_at > report.received_at - interval '1 day' and other.received_at <= report.received_at
       ) <= ${MOST_A_DAY}`,
      [reportId],
    );
    if (!report) return;
    const { t } = Language.of(report.locale);
    await this.send(report, t('moderation:mail.received.subject', { number: report.number }), [
      t('moderation:mail.received.words'),
      t('moderation:mail.received.not_you'),
    ]);
  }

  /** What was decided; once for each decision, also when this is asked for again. */
  async answer(caseId: string, decisionId: string): Promise<void> {
    const reports = await this.database.query<(Receiver & { measure: Measure; outcome: string | null })[]>(
      `select ${COLUMNS}, decision.measure, decision.outcome from moderation_reports report
       join moderation_decisions decision on decision.id = $2
       where report.case_id = $1 and report.email is not null and report.repeat_of is null
         and report.answered_decision is distinct from $2`,
      [caseId, decisionId],
    );
    for (const report of reports) {
      const { t } = Language.of(report.locale);
      const did = report.outcome === 'upheld' ? 'upheld' : report.measure;
      await this.send(report, t('moderation:mail.answered.subject', { number: report.number }), [
        t(`moderation:answer.${did}`),
        t('moderation:mail.answered.words'),
      ]);
      await this.database.query('update moderation_reports set answered_decision = $2 where id = $1', [
        report.id,
        decisionId,
      ]);
    }
  }

  private async send({ id, email, locale }: Receiver, subject: string, paragraphs: string[]): Promise<void> {
    const { t } = Language.of(locale);
    const url = `${this.config.baseUrl}/${locale}${reportPath(id)}`;
    await this.letters.send({
      ...{ to: email, locale, subject, paragraphs },
      action: { label: t('moderation:mail.action'), url },
    });
  }
}
