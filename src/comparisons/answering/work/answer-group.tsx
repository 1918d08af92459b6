import { freshForm } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Facts } from '../../../ui/parts/facts';
import { Form } from '../../../ui/parts/form';
import { Link } from '../../../ui/parts/link';
import { SectionHead } from '../../../ui/parts/section-head';
import { answerPath, respondPath } from '../answer-paths';
import type { RefusedAct } from '../answering-frame.service';
import type { AnswerView } from './answer-view.schema';

/** What the members of the platform responded together, and the way to respond. */
export function AnswerGroup({ of, refused }: { of: AnswerView; refused?: RefusedAct }) {
  const language = useLanguage();
  const { t } = language;
  const { id, groupResult, can, question, comparison, country, score } = of;
  if (question.kind !== 'statement' || (!groupResult && !can['respond'] && !can['edit'])) return null;
  const spread = groupResult?.spread;
  return (
    <section class="stack" aria-labelledby="group">
      <SectionHead id="group" title={t('comparisons:group.title')} />
      {groupResult ? <Together of={groupResult} /> : <p class="soft">{t('comparisons:group.not_enough')}</p>}
      {can['edit'] && spread && score !== String(spread.median) && (
        <Form
          action={`${answerPath(id)}/median`}
          id="median"
          state={refused?.at === 'median' ? refused.state : freshForm()}
        >
          <div>
            <Button>{t('comparisons:group.take', { median: language.number(spread.median) })}</Button>
          </div>
        </Form>
      )}
      {can['respond'] && (
        <p>
          <Link path={respondPath(comparison.slug, country, question.dimension.code)}>
            {t('comparisons:group.respond')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Together({ of }: { of: NonNullable<AnswerView['groupResult']> }) {
  const language = useLanguage();
  const { t } = language;
  const { spread, scored, unknown, notApplicable } = of;
  const number = (value: number) => language.number(value);
  return (
    <div class="stack">
      <Facts
        facts={[
          { label: t('comparisons:group.scored'), value: String(scored) },
          { label: t('comparisons:answer.standing_unknown'), value: String(unknown) },
          { label: t('comparisons:answer.standing_not_applicable'), value: String(notApplicable) },
          {
            label: t('comparisons:group.median'),
            value: spread ? number(spread.median) : t('comparisons:group.not_enough'),
          },
          {
            label: t('comparisons:group.middle'),
            value: spread && language.range(number(spread.lower), number(spread.upper)),
          },
          {
            label: t('comparisons:group.whole'),
            value: spread && language.range(number(spread.minimum), number(spread.maximum)),
          },
        ]}
      />
    </div>
  );
}
