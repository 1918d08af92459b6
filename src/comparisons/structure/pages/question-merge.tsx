import type { Key } from '../../../core/i18n/keys';
import { useLanguage } from '../../../ui/language';
import { Merge, type MergeField } from '../../../ui/parts/merge';
import { ANCHORS, UNITS } from '../../comparison-facts';
import type { AskedQuestion } from '../asking/comparison-structure.service';
import { FIELDS_OF_KIND } from '../asking/question.schema';
import { questionPath } from '../comparison-paths';
import { valuesOf } from './question-values';

interface QuestionMergeProps {
  slug: string;
  question: AskedQuestion;
  yours: Record<string, string>;
}

const LABELS: Record<string, Key> = {
  question: 'comparisons:field.question',
  help: 'comparisons:field.help',
  unit: 'comparisons:structure.unit',
  unitMultiplier: 'comparisons:structure.multiplier',
  decimals: 'comparisons:structure.decimals',
  minimum: 'comparisons:structure.minimum',
  maximum: 'comparisons:structure.maximum',
  bySex: 'comparisons:structure.by_sex',
  several: 'comparisons:structure.several',
  ...Object.fromEntries(ANCHORS.map((score) => [`anchor_${score}`, `comparisons:field.anchor_${score}`])),
};

/** Somebody saved the question first. */
export function QuestionMerge({ slug, question, yours }: QuestionMergeProps) {
  const { t } = useLanguage();
  const theirs = valuesOf(question);
  const optionsOf = (name: string) => {
    if (name === 'unit') return UNITS.map((unit) => ({ value: unit, label: t(`comparisons:unit.${unit}`) }));
    if (name === 'bySex' || name === 'several') {
      const stem = name === 'bySex' ? 'by_sex' : 'several';
      return [
        { value: 'false', label: t(`comparisons:structure.${stem}_no`) },
        { value: 'true', label: t(`comparisons:structure.${stem}_yes`) },
      ];
    }
    return undefined;
  };
  const fields = ['question', 'help', ...FIELDS_OF_KIND[question.kind]].map((name): MergeField => {
    const options = optionsOf(name);
    return {
      name,
      label: t(LABELS[name]!),
      theirs: theirs[name] ?? '',
      yours: yours[name] ?? '',
      ...(options ? { options } : { lang: question.locale, long: name === 'help' }),
    };
  });
  return (
    <Merge
      action={questionPath(slug, question.id)}
      revision={question.revision}
      cancelPath={questionPath(slug, question.id)}
      hidden={{ locale: yours['locale'] ?? question.locale }}
      fields={fields}
    />
  );
}
