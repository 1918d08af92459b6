import { useLanguage } from '../../../ui/language';
import { Checkbox } from '../../../ui/parts/checkbox';
import { Field } from '../../../ui/parts/field';
import { FieldGroup } from '../../../ui/parts/field-group';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { Radios } from '../../../ui/parts/radios';
import { TextArea } from '../../../ui/parts/text-area';
import { ANSWER_LIMIT, CONFIDENCES, FLAGS } from '../../comparison-facts';
import type { AskedView } from '../work/answer-view.schema';
import { flagBox } from './answer-form.schema';
import { ValueFields } from './value-fields';

/** Everything that is said in an answer, but for what it rests on. */
export function AnswerFields({ question, lang }: { question: AskedView; lang?: string }) {
  const { t } = useLanguage();
  const confidences = CONFIDENCES.map((value) => ({ value, label: t(`comparisons:confidence.${value}`) }));
  return (
    <>
      <ValueFields question={question} />
      <TextArea
        name="text"
        label={t('comparisons:field.text')}
        hint={t('comparisons:answer.text_hint')}
        max={ANSWER_LIMIT}
        rows={8}
        published
        optional={question.kind !== 'text'}
        {...(lang && { lang })}
      />
      <LanguageSelect />
      <TextArea
        name="note"
        label={t('comparisons:field.note')}
        hint={t('comparisons:answer.note_hint')}
        max={600}
        rows={2}
        optional
        {...(lang && { lang })}
      />
      <Field
        name="period"
        label={t('comparisons:answer.period')}
        hint={t('comparisons:answer.period_hint')}
        width="middle"
        spellcheck={false}
        optional
      />
      <Field name="validOn" type="date" label={t('comparisons:answer.valid_on')} width="middle" />
      <Radios
        name="confidence"
        label={t('comparisons:answer.confidence')}
        hint={t('comparisons:answer.confidence_hint')}
        options={confidences}
        across
      />
      <FieldGroup label={t('comparisons:answer.flags')} hint={t('comparisons:answer.flags_hint')}>
        <div class="ticks">
          {FLAGS.map((flag) => (
            <Checkbox name={flagBox(flag)} label={`${flag} – ${t(`comparisons:flag.${flag}`)}`} />
          ))}
        </div>
      </FieldGroup>
    </>
  );
}
