import { useLanguage } from '../../../ui/language';
import { Choice } from '../../../ui/parts/choice';
import { Field } from '../../../ui/parts/field';
import { FieldGroup } from '../../../ui/parts/field-group';
import { TextArea } from '../../../ui/parts/text-area';
import { ANCHORS, type QuestionKind, UNITS } from '../../comparison-facts';

export function WordFields({ lang }: { lang: string }) {
  const { t } = useLanguage();
  return (
    <>
      <TextArea
        name="question"
        label={t('comparisons:field.question')}
        lang={lang}
        max={400}
        rows={2}
        published
      />
      <TextArea
        name="help"
        label={t('comparisons:field.help')}
        hint={t('comparisons:structure.help_hint')}
        lang={lang}
        max={1000}
        optional
      />
    </>
  );
}

interface KindFieldsProps {
  kind: QuestionKind;
  lang: string;
  /** What its answers mean can no longer be changed. */
  answered: boolean;
}

/** What only questions of one kind have. */
export function KindFields({ kind, lang, answered }: KindFieldsProps) {
  const { t } = useLanguage();
  if (kind === 'number') return <NumberFields answered={answered} />;
  if (kind === 'statement') return <AnchorFields lang={lang} />;
  if (kind === 'category')
    return (
      <Choice
        name="several"
        label={t('comparisons:structure.several')}
        options={[
          { value: 'false', label: t('comparisons:structure.several_no') },
          { value: 'true', label: t('comparisons:structure.several_yes') },
        ]}
        {...(answered && { hint: t('comparisons:refusal.measure_answered') })}
      />
    );
  return null;
}

function NumberFields({ answered }: { answered: boolean }) {
  const { t } = useLanguage();
  const units = UNITS.map((unit) => ({ value: unit, label: t(`comparisons:unit.${unit}`) }));
  const powers = (['0', '3', '6'] as const).map((power) => ({
    value: power,
    label: t(`comparisons:multiplier.${power}`),
  }));
  const decimals = ['0', '1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }));
  return (
    <FieldGroup
      label={t('comparisons:structure.number')}
      {...(answered && { hint: t('comparisons:refusal.measure_answered') })}
    >
      <Choice name="unit" label={t('comparisons:structure.unit')} options={units} />
      <Choice name="unitMultiplier" label={t('comparisons:structure.multiplier')} options={powers} />
      <Choice name="decimals" label={t('comparisons:structure.decimals')} options={decimals} />
      <Field name="minimum" label={t('comparisons:structure.minimum')} type="number" width="short" optional />
      <Field name="maximum" label={t('comparisons:structure.maximum')} type="number" width="short" optional />
      <Choice
        name="bySex"
        label={t('comparisons:structure.by_sex')}
        options={[
          { value: 'false', label: t('comparisons:structure.by_sex_no') },
          { value: 'true', label: t('comparisons:structure.by_sex_yes') },
        ]}
      />
    </FieldGroup>
  );
}

function AnchorFields({ lang }: { lang: string }) {
  const { t } = useLanguage();
  return (
    <FieldGroup label={t('comparisons:structure.anchors')} hint={t('comparisons:structure.anchors_hint')}>
      {ANCHORS.map((score) => (
        <TextArea
          name={`anchor_${score}`}
          label={t(`comparisons:field.anchor_${score}`)}
          lang={lang}
          max={300}
          rows={2}
          optional
        />
      ))}
    </FieldGroup>
  );
}
