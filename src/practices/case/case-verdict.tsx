import { useLanguage } from '../../ui/language';
import { Bars } from '../../ui/parts/bars';
import { SectionHead } from '../../ui/parts/section-head';
import { words } from '../practice-words';
import { CRITERIA } from '../reviews/verdict';
import type { PracticeView } from './case.schema';
import { CRITERION_WORDS } from './criterion-words';

/** What people of other countries made of it: in words first, then what they judged. */
export function CaseVerdict({ view: { rating, verdict } }: { view: PracticeView }) {
  const { t } = useLanguage();
  if (!rating) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="rating">
      <SectionHead id="rating" title={t('practices:list.rating')} flush />
      <p>
        <b>{t(words.rating(rating))}</b>
        {verdict && <> {t('practices:case.judged', { count: verdict.reviewers })}</>}
      </p>
      {verdict && (
        <>
          <Bars
            caption={t('practices:case.scores')}
            columns={[
              t('practices:case.criterion.title'),
              t('practices:case.score'),
              t('practices:map.share'),
            ]}
            full={4}
            bars={CRITERIA.map((criterion) => ({
              label: t(CRITERION_WORDS[criterion]),
              value: verdict.means[criterion],
            }))}
          />
          <p class="small soft">{t('practices:case.scale')}</p>
        </>
      )}
    </section>
  );
}
