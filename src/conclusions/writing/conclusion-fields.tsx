import { useLanguage } from '../../ui/language';
import { LanguageSelect } from '../../ui/parts/language-select';
import { TextArea } from '../../ui/parts/text-area';
import { REASONING_LIMIT, STATEMENT_LIMIT } from '../conclusion-facts';

/** What is written of a conclusion. */
export function ConclusionFields({ lang, optional }: { lang?: string; optional?: boolean }) {
  const { t } = useLanguage();
  return (
    <>
      <TextArea
        name="statement"
        label={t('conclusions:field.statement')}
        hint={t('conclusions:form.statement_hint')}
        max={STATEMENT_LIMIT}
        rows={3}
        published
        {...(lang && { lang })}
        optional={optional}
      />
      <TextArea
        name="reasoning"
        label={t('conclusions:field.reasoning')}
        hint={t('conclusions:form.reasoning_hint')}
        max={REASONING_LIMIT}
        rows={5}
        {...(lang && { lang })}
        optional
      />
      <LanguageSelect />
    </>
  );
}
