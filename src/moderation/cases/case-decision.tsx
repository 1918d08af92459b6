import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Radios } from '../../ui/parts/radios';
import { SectionHead } from '../../ui/parts/section-head';
import { possibleMeasures } from '../decisions/measure';
import { ReasonFields, useReasonLabels } from '../decisions/reason-fields';
import { WhatTheAuthorReads } from '../decisions/what-the-author-reads';
import { casePath } from '../moderation-paths';
import type { CasePageProps } from './case-props';
import { formAt } from './case-forms';

/** What is to be done, and why: also after a decision, to correct it by another. */
export function DecisionForm(props: CasePageProps) {
  const { t, locale } = useLanguage();
  const labels = useReasonLabels();
  const { id, revision, hidden, gone, threadClosed: locked, authorLocale, state } = props.matter;
  const measures = possibleMeasures({ hidden, gone, locked });
  return (
    <section class="stack" aria-labelledby="decide">
      <SectionHead
        id="decide"
        title={t(state === 'decided' ? 'moderation:decide.again' : 'moderation:decide.title')}
      />
      <Form
        action={`${casePath(id)}/decide`}
        state={formAt(props, 'decide', { locale })}
        id="decision"
        labels={labels}
      >
        <Hidden name="revision" value={revision} />
        <Radios
          name="measure"
          label={t('moderation:decide.what')}
          options={measures.map((value) => ({ value, label: t(`moderation:measure_do.${value}`) }))}
        />
        <ReasonFields reads={authorLocale} optional />
        {authorLocale && (
          <WhatTheAuthorReads locale={authorLocale} measure={gone || hidden ? 'lock' : 'hide'} />
        )}
        <div>
          <Button kind="main">{t('moderation:decide.send')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** Somebody else looks again. */
export function ReviewForm(props: CasePageProps) {
  const { t, locale } = useLanguage();
  const labels = useReasonLabels();
  const { matter, can } = props;
  return (
    <section class="stack" aria-labelledby="review">
      <SectionHead id="review" title={t('moderation:review.title')} />
      {!can.review && <p>{t('moderation:refusal.another_moderator')}</p>}
      {can.review && matter.nobodyElse && <p>{t('moderation:review.alone')}</p>}
      {can.review && (
        <Form
          action={`${casePath(matter.id)}/review`}
          state={formAt(props, 'review', { locale })}
          id="review-form"
          labels={labels}
        >
          <Hidden name="revision" value={matter.revision} />
          <Radios
            name="outcome"
            label={t('moderation:review.what')}
            options={(['upheld', 'overturned'] as const).map((value) => ({
              value,
              label: t(`moderation:review_do.${value}`),
            }))}
          />
          <ReasonFields reads={matter.authorLocale} optional />
          <div>
            <Button kind="main">{t('moderation:decide.send')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
