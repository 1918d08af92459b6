import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Progress } from '../../ui/parts/progress';
import { SectionHead } from '../../ui/parts/section-head';
import { casePath } from '../form/case-paths';
import { words } from '../practice-words';
import { CRITERIA, JUDGED_GATES, WEIGHTS_OF_CRITERIA, type Gate } from '../reviews/verdict';
import type { ReviewView, StandingView, VerdictView } from './standing.schema';

const GATES: readonly Gate[] = [...JUDGED_GATES, 'time'];

/** What the reviewers made of it together: words and numbers, not stars. */
export function VerdictTable({ of }: { of: VerdictView }) {
  const language = useLanguage();
  const { t } = language;
  const failed = GATES.filter((gate) => !of.gates[gate]);
  return (
    <section aria-labelledby="verdict">
      <SectionHead id="verdict" title={t('practices:verdict.title')} />
      <p>
        <b>{of.rating ? t(words.rating(of.rating)) : t(words.state('declined'))}</b>{' '}
        <span class="num">{t('practices:verdict.mean', { mean: language.number(of.mean) })}</span>{' '}
        <span class="small soft">{t('practices:verdict.reviewers', { count: of.reviewers })}</span>
      </p>
      {failed.length > 0 && (
        <ul class="stack stack-tight">
          {failed.map((gate) => (
            <li>{t(`practices:gate_failed.${gate}`)}</li>
          ))}
        </ul>
      )}
      <table class="data verdict">
        <thead>
          <tr>
            <th scope="col">{t('practices:verdict.criterion')}</th>
            <th scope="col" class="num">
              {t('practices:verdict.weight')}
            </th>
            <th scope="col">{t('practices:verdict.score')}</th>
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map((criterion) => (
            <tr>
              <th scope="row">{t(`practices:criterion.${criterion}`)}</th>
              <td class="num">{language.percent(WEIGHTS_OF_CRITERIA[criterion] / 100)}</td>
              <td>
                <span class="num">{language.number(of.means[criterion])}</span>{' '}
                {t(`practices:score.${near(of.means[criterion])}`)}
                <Progress done={of.means[criterion] / 4} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const near = (mean: number) => Math.min(4, Math.max(0, Math.floor(mean))) as 0 | 1 | 2 | 3 | 4;

/** Who reviews it, from which country, and what each said once all have. */
export function ReviewList({ of }: { of: StandingView }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="reviews">
      <SectionHead id="reviews" title={t('practices:review.title')} />
      {of.needed === 3 && <p class="soft">{t('practices:review.third')}</p>}
      <ul class="list">
        {of.reviews.map((review) => (
          <ReviewRow
            review={review}
            slug={of.slug}
            releases={of.state === 'review' && review.name !== null}
          />
        ))}
      </ul>
    </section>
  );
}

function ReviewRow({ review, slug, releases }: { review: ReviewView; slug: string; releases: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const { id, country, name, own, state, interest, scores, comment, locale } = review;
  const waits = state === 'invited' || state === 'accepted';
  return (
    <li class="list-row">
      <p>
        <b>{name ?? language.country(country)}</b>{' '}
        <span class="small soft dots">
          {name && <span>{language.country(country)}</span>}
          <span>{t(`practices:review_state.${state}`)}</span>
        </span>
      </p>
      {interest && <p class="small">{t('practices:review.declared', { interest })}</p>}
      {scores && (
        <p class="small num dots">
          {CRITERIA.map((criterion) => (
            <span>
              {t(`practices:criterion.${criterion}`)}: {scores[criterion]}
            </span>
          ))}
        </p>
      )}
      {comment && (
        <p class="said" lang={locale ?? undefined}>
          {comment}
        </p>
      )}
      {waits && releases && !own && (
        <Form action={`${casePath(slug)}/reviewers/${id}/release`} id={`release-${id}`}>
          <Button small label={t('practices:act.release_named', { name: name ?? '' })}>
            {t('practices:act.release')}
          </Button>
        </Form>
      )}
    </li>
  );
}
