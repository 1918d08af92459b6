import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { casePath, judgePath } from '../form/case-paths';
import { practicePath } from '../practice-paths';
import { gateField, scoreField } from '../workflow/case-forms';
import type { StandingView } from '../workflow/standing.schema';
import { CRITERIA, JUDGED_GATES, SCORES } from './verdict';

interface JudgePageProps {
  of: StandingView;
  state?: FormState;
}

/** What a reviewer is asked: first for her interest, then for her judgement. */
export function JudgePage({ of, state }: JudgePageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('practices:judge.title')}
        above={
          <span lang={of.locale}>
            <Link path={practicePath(of.slug)}>{of.title}</Link>
          </span>
        }
        lead={t(of.can.answer ? 'practices:judge.lead_answer' : 'practices:judge.lead')}
      />
      <div class="editing">
        {of.can.answer ? (
          <Declaring of={of} {...(state && { state })} />
        ) : (
          <Judging of={of} {...(state && { state })} />
        )}
      </div>
    </div>
  );
}

function Declaring({ of, state }: JudgePageProps) {
  const { t } = useLanguage();
  const options = (['accept', 'conflict', 'decline'] as const).map((value) => ({
    value,
    label: t(`practices:judge.${value}`),
  }));
  return (
    <Form action={`${judgePath(of.slug)}/declaration`} id="declare" state={state ?? freshForm()}>
      <Radios
        name="answer"
        label={t('practices:judge.interest')}
        hint={t('practices:judge.interest_hint')}
        options={options}
      />
      <TextArea name="interest" label={t('practices:judge.which')} max={1000} optional />
      <div class="row row-center">
        <Button kind="main">{t('practices:judge.declare')}</Button>
        <Link path={casePath(of.slug)}>{t('practices:form.back')}</Link>
      </div>
    </Form>
  );
}

function Judging({ of, state }: JudgePageProps) {
  const { t, locale } = useLanguage();
  const scores = SCORES.map((value) => ({
    value: String(value),
    label: `${value} ${t(`practices:score.${value}`)}`,
  }));
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: t(`practices:judge.${value}`) }));
  return (
    <Form action={judgePath(of.slug)} id="judge" state={state ?? freshForm({ locale })}>
      <FieldGroup label={t('practices:judge.gates')} hint={t('practices:judge.gates_hint')}>
        {JUDGED_GATES.map((gate) => (
          <Radios name={gateField(gate)} label={t(`practices:gate.${gate}`)} options={answers} across />
        ))}
      </FieldGroup>
      <FieldGroup label={t('practices:judge.scores')} hint={t('practices:judge.scores_hint')}>
        {CRITERIA.map((criterion) => (
          <Radios
            name={scoreField(criterion)}
            label={t(`practices:criterion.${criterion}`)}
            hint={t(`practices:criterion_hint.${criterion}`)}
            options={scores}
          />
        ))}
      </FieldGroup>
      <TextArea
        name="comment"
        label={t('practices:judge.comment')}
        hint={t('practices:judge.comment_hint')}
        rows={8}
      />
      <LanguageSelect />
      <div class="row row-center">
        <Button kind="main">{t('practices:judge.send')}</Button>
        <Link path={casePath(of.slug)}>{t('practices:form.back')}</Link>
      </div>
    </Form>
  );
}
