import { useLanguage } from '../../../ui/language';
import { Checkbox } from '../../../ui/parts/checkbox';
import { Choice } from '../../../ui/parts/choice';
import { Field } from '../../../ui/parts/field';
import { FieldGroup } from '../../../ui/parts/field-group';
import { Radios } from '../../../ui/parts/radios';
import { STANDINGS } from '../../comparison-facts';
import { typedNumber } from '../value/read-number';
import type { AskedView } from '../work/answer-view.schema';
import { NUMBERS, optionBox } from './answer-form.schema';

/** What the question takes for an answer. */
export function ValueFields({ question }: { question: AskedView }) {
  const { t } = useLanguage();
  const standings = STANDINGS.map((value) => ({ value, label: t(`comparisons:answer.standing_${value}`) }));
  return (
    <>
      <Radios name="standing" label={t('comparisons:answer.standing')} options={standings} usual="value" />
      {question.kind === 'statement' && <ScoreField question={question} />}
      {question.kind === 'number' && <NumberFields question={question} />}
      {question.kind === 'category' && <OptionFields question={question} />}
    </>
  );
}

const SCORES = Array.from({ length: 21 }, (_, place) => String(place / 2));

function ScoreField({ question: { anchors } }: { question: AskedView }) {
  const { t, locale } = useLanguage();
  const words = new Map(anchors.map(({ score, text }) => [score, text.text]));
  const options = SCORES.map((score) => {
    const meaning = words.get(score);
    const figure = typedNumber(score, locale);
    return { value: score, label: meaning ? `${figure} – ${meaning}` : figure };
  });
  return (
    <Choice
      name="score"
      label={t('comparisons:answer.score')}
      hint={t('comparisons:answer.score_hint')}
      options={options}
      empty={t('comparisons:answer.choose')}
      optional="silently"
    />
  );
}

function NumberFields({ question: { unit, unitMultiplier, bySex } }: { question: AskedView }) {
  const { t } = useLanguage();
  const power = unitMultiplier === 3 ? '× 10³' : unitMultiplier === 6 ? '× 10⁶' : '';
  const measure = unit ? [power, t(`comparisons:unit.${unit}`)].filter(Boolean).join(' ') : power;
  if (!bySex)
    return (
      <Field
        name="number"
        type="number"
        label={t('comparisons:answer.number')}
        hint={measure}
        width="middle"
      />
    );
  return (
    <FieldGroup
      label={t('comparisons:answer.number')}
      hint={t('comparisons:answer.sexes_hint', { unit: measure })}
    >
      {NUMBERS.map((name) => (
        <Field name={name} type="number" label={t(`comparisons:answer.${name}_people`)} width="middle" />
      ))}
    </FieldGroup>
  );
}

function OptionFields({ question: { options, several } }: { question: AskedView }) {
  const { t } = useLanguage();
  if (several)
    return (
      <FieldGroup label={t('comparisons:answer.options')}>
        {options.map(({ code, label }) => (
          <Checkbox name={optionBox(code)} label={label.text} lang={label.locale} />
        ))}
      </FieldGroup>
    );
  const radios = options.map(({ code, label }) => ({ value: code, label: label.text, lang: label.locale }));
  return <Radios name="option" label={t('comparisons:answer.option')} options={radios} optional />;
}
