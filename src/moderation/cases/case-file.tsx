import { useLanguage } from '../../ui/language';
import { SectionHead } from '../../ui/parts/section-head';
import { Time } from '../../ui/parts/time';
import { GroundWords, WhatWasDecided } from '../decisions/decision-words';
import type { FiledAppeal, FiledDecision, FiledNote, FiledReport } from './case-files.service';

/** What was reported; who did is said only as far as it matters. */
export function Reports({ reports }: { reports: FiledReport[] }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="reports">
      <SectionHead id="reports" title={t('moderation:case.reports')} />
      {reports.length === 0 && <p class="soft">{t('moderation:case.own_accord')}</p>}
      {reports.length > 0 && (
        <ol class="list">
          {reports.map(({ number, ground, explanation, locale, receivedAt, from }) => (
            <li class="stack stack-tight">
              <p class="item-title">
                <GroundWords ground={ground} />
              </p>
              {explanation && (
                <p class="merge-text" lang={locale}>
                  {explanation}
                </p>
              )}
              <p class="small soft dots">
                <span>{t('moderation:case.report', { number })}</span>
                <span>{t(`moderation:from.${from}`)}</span>
                <Time value={receivedAt} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function Appeals({ appeals }: { appeals: FiledAppeal[] }) {
  const { t } = useLanguage();
  if (appeals.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="appeals">
      <SectionHead id="appeals" title={t('moderation:case.appeals')} />
      <ol class="list">
        {appeals.map(({ party, words, locale, madeAt }) => (
          <li class="stack stack-tight">
            <p class="item-title">{t(`moderation:party.${party}`)}</p>
            <p class="merge-text" lang={locale}>
              {words}
            </p>
            <p class="small soft">
              <Time value={madeAt} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was decided, the first at the top. */
export function Decisions({ decisions }: { decisions: FiledDecision[] }) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight" aria-labelledby="decisions">
      <SectionHead id="decisions" title={t('moderation:case.decisions')} />
      {decisions.length === 0 && <p class="soft">{t('moderation:case.undecided')}</p>}
      {decisions.length > 0 && (
        <ol class="list list-close">
          {decisions.map((decision) => (
            <li class="stack stack-tight">
              <WhatWasDecided decision={decision} />
              <p class="small soft dots">
                {decision.decider && <span>{decision.decider}</span>}
                <Time value={decision.decidedAt} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function Notes({ notes }: { notes: FiledNote[] }) {
  const { t } = useLanguage();
  if (notes.length === 0) return <p class="soft">{t('moderation:case.no_notes')}</p>;
  return (
    <ol class="list list-close">
      {notes.map(({ body, locale, author, writtenAt }) => (
        <li class="stack stack-tight">
          <p class="merge-text" lang={locale}>
            {body}
          </p>
          <p class="small soft dots">
            {author && <span>{author}</span>}
            <Time value={writtenAt} />
          </p>
        </li>
      ))}
    </ol>
  );
}
