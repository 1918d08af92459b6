import { useLanguage } from '../../../ui/language';
import { Merge, type MergeField } from '../../../ui/parts/merge';
import { languageOptions } from '../../../ui/parts/language-select';
import { CONFIDENCES, FLAGS, STANDINGS } from '../../comparison-facts';
import { answerPath, editPath } from '../answer-paths';
import type { AnswerView } from '../work/answer-view.schema';
import { flagBox, NUMBERS, optionBox, typedAnswer } from './answer-form.schema';

/** Somebody saved first: both answers beside each other. Boxes that were ticked are sent along. */
export function AnswerMerge({ of, yours }: { of: AnswerView; yours: Record<string, string> }) {
  const language = useLanguage();
  const { t } = language;
  const theirs = typedAnswer(of, language);
  const { kind, options, several, bySex } = of.question;
  const field = (name: string, label: string, more: Partial<MergeField> = {}): MergeField => ({
    ...{ name, label, theirs: theirs[name] ?? '', yours: yours[name] ?? '' },
    ...more,
  });
  const numbers = NUMBERS.filter((name) => kind === 'number' && (bySex || name === 'number'));
  const fields: MergeField[] = [
    field('standing', t('comparisons:answer.standing'), {
      options: STANDINGS.map((value) => ({ value, label: t(`comparisons:answer.standing_${value}`) })),
    }),
    ...numbers.map((name) => field(name, t(`comparisons:answer.${name}_people`))),
    ...(kind === 'statement' ? [field('score', t('comparisons:answer.score'))] : []),
    ...(kind === 'category' && !several
      ? [
          field('option', t('comparisons:answer.option'), {
            options: options.map(({ code, label }) => ({ value: code, label: label.text })),
          }),
        ]
      : []),
    field('text', t('comparisons:field.text'), { long: true, lang: of.locale }),
    field('note', t('comparisons:field.note'), { long: true, lang: of.locale }),
    field('locale', t('comparisons:answer.language'), { options: languageOptions() }),
    field('period', t('comparisons:answer.period')),
    field('validOn', t('comparisons:answer.valid_on')),
    field('confidence', t('comparisons:answer.confidence'), {
      options: CONFIDENCES.map((value) => ({ value, label: t(`comparisons:confidence.${value}`) })),
    }),
  ];
  const boxes = [
    ...FLAGS.map(flagBox),
    ...(several ? options.map(({ code }) => optionBox(code)) : []),
  ].filter((name) => yours[name]);
  return (
    <Merge
      action={editPath(of.id)}
      revision={of.revision}
      fields={fields}
      cancelPath={answerPath(of.id)}
      hidden={Object.fromEntries(boxes.map((name) => [name, 'true']))}
    />
  );
}
