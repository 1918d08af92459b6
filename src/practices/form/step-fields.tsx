import type { Key } from '../../core/i18n/keys';
import type { Language } from '../../core/i18n/language';
import { lengthOf } from '../../core/texts/text-length';
import { COUNTRIES } from '../../directory/countries';
import type { OrganisationName } from '../../directory/organisations.service';
import { useLanguage } from '../../ui/language';
import { Checkbox } from '../../ui/parts/checkbox';
import { Choice, type Option } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { useField } from '../../ui/parts/form-context';
import { TextArea } from '../../ui/parts/text-area';
import { OWNER_ROLES, LEVELS, LICENCES } from '../practice-facts';
import { LIMITS, TRANSFER, TRANSFER_LIMIT, type PracticeString } from '../practice-strings';
import { words } from '../practice-words';
import type { PracticeField } from '../practice.schema';
import type { StepField } from './steps';
import { Ticks } from './ticks';
import type { TickedField } from './step-values';

export const fieldLabel = (name: PracticeField): Key => `practices:field.${name}`;
const fieldHint = (name: PracticeField): Key => `practices:hint.${name}`;

interface StepFieldProps {
  field: StepField;
  /** Language that the case is written in. */
  lang: string;
  organisations: OrganisationName[];
}

/** One question of the form, with its help and, where it is written, how many characters are left. */
export function StepQuestion({ field: { name, as, optional }, lang, organisations }: StepFieldProps) {
  const language = useLanguage();
  const { t } = language;
  const label = t(fieldLabel(name));
  const hint = t(fieldHint(name));
  const written = name in LIMITS;
  const extra = optional ? { optional: true } : {};
  switch (as) {
    case 'ticks':
      return (
        <Ticks name={name as TickedField} label={label} hint={hint} word={tickWord(name as TickedField)} />
      );
    case 'tick':
      return <Checkbox name={name} label={label} hint={hint} />;
    case 'choice': {
      const options = optionsOf(name, language, organisations);
      const none = name === 'licence' ? {} : { empty: t('practices:form.choose') };
      return <Choice name={name} label={label} hint={hint} options={options} {...none} {...extra} />;
    }
    case 'prose':
      return (
        <TextArea
          name={name}
          label={label}
          hint={<Help name={name as PracticeString} />}
          lang={lang}
          rows={LIMITS[name as PracticeString] > 500 ? 10 : 4}
          published
          {...extra}
        />
      );
    case 'line':
      return (
        <Field
          name={name}
          label={label}
          hint={written ? <Help name={name as PracticeString} /> : hint}
          {...(written && { lang })}
          {...extra}
        />
      );
    case 'email':
    case 'date':
      return <Field name={name} label={label} hint={hint} type={as} width="middle" {...extra} />;
    case 'amount':
    case 'number':
      return <Field name={name} label={label} hint={hint} type="number" width="short" {...extra} />;
    case 'code':
      return <Field name={name} label={label} hint={hint} width="short" spellcheck={false} {...extra} />;
  }
}

/** What is asked, and how much room is left for it. */
function Help({ name }: { name: PracticeString }) {
  const language = useLanguage();
  const { value } = useField(name);
  const together = (TRANSFER as readonly string[]).includes(name);
  const limit = together ? TRANSFER_LIMIT : LIMITS[name];
  const left = limit - lengthOf(value, { visible: true });
  const key = together ? 'practices:form.written_of' : 'practices:form.left_of';
  return (
    <>
      {language.t(fieldHint(name))}{' '}
      <span class="nowrap">
        {language.t(key, {
          left: language.number(left),
          written: language.number(limit - left),
          limit: language.number(limit),
        })}
      </span>
    </>
  );
}

const TICK_WORDS = {
  cooperations: words.cooperation,
  themes: words.theme,
  moneySources: words.money,
} as unknown as Record<TickedField, (value: string) => Key>;

const tickWord = (name: TickedField) => TICK_WORDS[name];

/** What a field that is chosen offers. */
export function optionsOf(
  name: PracticeField,
  language: Language,
  organisations: OrganisationName[],
): Option[] {
  const { t } = language;
  switch (name) {
    case 'country':
      return language.sort(
        COUNTRIES.filter((code) => code !== 'EU').map((code) => ({
          value: code,
          label: language.country(code),
        })),
        ({ label }) => label,
      );
    case 'ownerOrganisationId':
      return organisations.map(({ id, name: label, lang }) => ({ value: id, label, lang }));
    case 'ownerRole':
      return OWNER_ROLES.map((value) => ({ value, label: t(words.ownerRole(value)) }));
    case 'level':
      return LEVELS.map((value) => ({ value, label: t(words.level(value)) }));
    case 'licence':
      return LICENCES.map((value) => ({ value, label: value }));
    default:
      return [];
  }
}
