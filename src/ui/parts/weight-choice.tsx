import { WEIGHTS } from '../../core/texts/original-revisions';
import { useLanguage } from '../language';
import { Radios } from './radios';

/** Asks an editor how much her change weighs for those who translate it and for those who read them. */
export function WeightChoice() {
  const { t } = useLanguage();
  const options = WEIGHTS.map((weight) => ({ value: weight, label: t(`ui:weight.${weight}`) }));
  return (
    <Radios
      name="weight"
      label={t('ui:weight.label')}
      hint={t('ui:weight.hint')}
      options={options}
      usual="meaning"
    />
  );
}
