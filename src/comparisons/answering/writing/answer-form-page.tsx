import { Conflict } from '../../../core/errors/refusal';
import { freshForm, type FormState } from '../../../core/http/form';
import type { Key } from '../../../core/i18n/keys';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { Link } from '../../../ui/parts/link';
import { WeightChoice } from '../../../ui/parts/weight-choice';
import { answerPath, beginPath, editPath, workPath } from '../answer-paths';
import type { AnswerView, AskedView } from '../work/answer-view.schema';
import { AnswerFields } from './answer-fields';
import { typedAnswer } from './answer-form.schema';
import { AnswerMerge } from './answer-merge';
import { QuestionHead } from './question-head';

const LABELS: Record<string, Key> = {
  standing: 'comparisons:answer.standing',
  score: 'comparisons:answer.score',
  number: 'comparisons:answer.number',
  options: 'comparisons:answer.options',
  period: 'comparisons:answer.period',
};

const useLabels = (): Record<string, string> => {
  const { t } = useLanguage();
  return Object.fromEntries(Object.entries(LABELS).map(([name, key]) => [name, t(key)]));
};

/** An answer that is begun. */
export function NewAnswerPage(props: {
  slug: string;
  country: string;
  question: AskedView;
  refused?: FormState;
}) {
  const { slug, country, question, refused } = props;
  const { t, locale } = useLanguage();
  return (
    <div class="page">
      <QuestionHead question={question} country={country} />
      <div class="editing">
        <Form
          action={beginPath(slug, country, question.code)}
          state={refused ?? freshForm({ locale })}
          labels={useLabels()}
        >
          <AnswerFields question={question} />
          <div class="row row-center">
            <Button kind="main" name="then" value="answer">
              {t('comparisons:answer.save')}
            </Button>
            <Button name="then" value="next">
              {t('comparisons:answer.save_next')}
            </Button>
            <Link path={workPath(slug, country)}>{t('comparisons:answer.back_to_questions')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}

/** An answer that is changed; when somebody saved first, both beside each other. */
export function EditAnswerPage({ of, refused }: { of: AnswerView; refused?: FormState }) {
  const language = useLanguage();
  const { t } = language;
  const { id, question, country } = of;
  const labels = useLabels();
  const conflict = refused?.refusal instanceof Conflict;
  return (
    <div class="page">
      <QuestionHead question={question} country={country} />
      <div class="editing">
        {conflict ? (
          <AnswerMerge of={of} yours={refused.values} />
        ) : (
          <Form action={editPath(id)} state={refused ?? freshForm(typedAnswer(of, language))} labels={labels}>
            <Hidden name="revision" />
            <AnswerFields question={question} lang={of.locale} />
            {of.version > 0 && <WeightChoice />}
            <div class="row row-center">
              <Button kind="main" name="then" value="answer">
                {t('comparisons:answer.save')}
              </Button>
              <Button name="then" value="next">
                {t('comparisons:answer.save_next')}
              </Button>
              <Link path={answerPath(id)}>{t('comparisons:answer.back')}</Link>
            </div>
          </Form>
        )}
      </div>
    </div>
  );
}
