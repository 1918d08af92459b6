import type { Locale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { LanguageSelect } from '../../ui/parts/language-select';
import { TextArea } from '../../ui/parts/text-area';
import { FieldFrame } from '../../ui/parts/field-frame';
import { described, useField } from '../../ui/parts/form-context';
import { groundWords, LAW_GROUNDS, RULE_GROUNDS, type Ground } from '../grounds';
import { FACTS_LIMIT } from './decision.schema';

/** Why: a rule or a law, and the facts in the moderator's own words. @param reads language of the author */
export function ReasonFields({ reads, optional }: { reads: Locale | null; optional?: boolean }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      <GroundChoice optional={optional ?? false} />
      <TextArea
        name="facts"
        label={t('moderation:decide.facts')}
        hint={
          reads
            ? `${t('moderation:decide.facts_hint')} ${t('moderation:decide.reads', { language: language.languageName(reads) })}`
            : t('moderation:decide.facts_hint')
        }
        max={FACTS_LIMIT}
        rows={6}
      />
      <LanguageSelect label={t('moderation:report.language')} />
    </>
  );
}

/** One list with two kinds of grounds. */
function GroundChoice({ optional }: { optional: boolean }) {
  const { t } = useLanguage();
  const facts = useField('ground');
  const group = (label: string, grounds: readonly Ground[]) => (
    <optgroup label={label}>
      {grounds.map((value) => (
        <option value={value} selected={value === facts.value}>
          {t(groundWords(value))}
        </option>
      ))}
    </optgroup>
  );
  const hint = optional ? t('moderation:decide.ground_hint') : undefined;
  return (
    <FieldFrame facts={facts} label={t('moderation:fact.ground')} hint={hint}>
      <select class="input" id={facts.id} name="ground" {...described(facts, optional)}>
        <option value="">{t('moderation:decide.choose')}</option>
        {group(t('moderation:report.kind.rule'), RULE_GROUNDS)}
        {group(t('moderation:report.kind.law'), LAW_GROUNDS)}
      </select>
    </FieldFrame>
  );
}

/** Names of these fields, for the summary of errors. */
export function useReasonLabels(): Record<string, string> {
  const { t } = useLanguage();
  return {
    ground: t('moderation:fact.ground'),
    facts: t('moderation:decide.facts'),
    locale: t('moderation:report.language'),
  };
}
