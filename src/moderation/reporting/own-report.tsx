import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { postPath } from '../../rooms/room-paths';
import { AppealForm } from '../appeals/appeal-form';
import { appealable } from '../appeals/appeal-time';
import { GroundWords } from '../decisions/decision-words';
import { reportPath } from '../moderation-paths';
import type { Answer, OwnReport } from './report-answers.service';

/** That a report has arrived, and later what came of it. */
export function OwnReportPage({ report, form }: { report: OwnReport; form: FormState }) {
  const { t } = useLanguage();
  const { number, answers, state } = report;
  const against = state === 'answered' ? answers.find((each) => appealable('reporter', each)) : undefined;
  const alone = (against ?? answers.find(({ appealed }) => appealed))?.alone ?? false;
  const until = against && appealable('reporter', against);
  return (
    <div class="page">
      <TitleBlock
        title={t('moderation:received.title', { number })}
        lead={t(answers.length > 0 ? 'moderation:received.answered' : 'moderation:received.lead')}
      />
      <div class="stack long-form">
        {answers.map((answer) => (
          <OneAnswer answer={answer} />
        ))}
        {state === 'appealed' && (
          <Notice kind="quiet">
            {`${t('moderation:appeal.made')} ${t(alone ? 'moderation:appeal.who.alone' : 'moderation:appeal.who.another')}`}
          </Notice>
        )}
        {until && (
          <AppealForm action={`${reportPath(report.id)}/appeal`} until={until} alone={alone} form={form} />
        )}
        {answers.length === 0 && <WhatFollows report={report} />}
        <Sent report={report} />
      </div>
    </div>
  );
}

function WhatFollows({ report: { reporterId, email } }: { report: OwnReport }) {
  const { t } = useLanguage();
  const how = reporterId ? 'account' : email ? 'mail' : 'nowhere';
  return (
    <section class="stack" aria-labelledby="next">
      <h2 id="next">{t('moderation:received.next')}</h2>
      <p>{t('moderation:received.people')}</p>
      <p>{t(`moderation:received.how.${how}`)}</p>
      <p>{t('moderation:received.secret')}</p>
    </section>
  );
}

function OneAnswer({ answer }: { answer: Answer }) {
  const { t, inLanguage, locale: own } = useLanguage();
  const { measure, outcome, samePerson, ground, facts, locale, decidedAt } = answer;
  const upheld = samePerson ? 'upheld_alone' : 'upheld';
  const did = outcome === 'upheld' ? upheld : measure;
  return (
    <section class="stack stack-tight" aria-labelledby={`answer-${answer.decisionId}`}>
      <h2 id={`answer-${answer.decisionId}`}>{t(`moderation:answer.${did}`)}</h2>
      <Facts
        facts={[
          { label: t('moderation:fact.ground'), value: ground && <GroundWords ground={ground} /> },
          { label: t('moderation:fact.decided'), value: <Time value={decidedAt} /> },
        ]}
      />
      <p class="merge-text" lang={locale}>
        {facts}
      </p>
      {locale !== own && <p class="small soft">{t('moderation:written', { in: inLanguage(locale) })}</p>}
      <p class="small soft">{t('moderation:statement.no_machine')}</p>
    </section>
  );
}

/** What was reported, as it was sent. */
function Sent({ report }: { report: OwnReport }) {
  const { t } = useLanguage();
  const { ground, explanation, locale, receivedAt, threadId, postNumber } = report;
  return (
    <section class="stack stack-tight" aria-labelledby="sent">
      <h2 id="sent">{t('moderation:received.sent')}</h2>
      <Facts
        facts={[
          { label: t('moderation:fact.ground'), value: <GroundWords ground={ground} /> },
          { label: t('moderation:fact.received'), value: <Time value={receivedAt} /> },
          {
            label: t('moderation:fact.place'),
            value: <Link path={postPath(threadId, postNumber)}>{t('moderation:fact.post')}</Link>,
          },
        ]}
      />
      {explanation && (
        <p class="merge-text" lang={locale}>
          {explanation}
        </p>
      )}
      <p class="row">
        <Link path={PATHS.houseRules}>{t('moderation:rules.title')}</Link>
        <Link path={PATHS.contact}>{t('moderation:rules.contact')}</Link>
      </p>
    </section>
  );
}
