import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { TextArea } from '../../ui/parts/text-area';
import { APPEAL_LIMIT } from './appeal.schema';

/** Asks for another look by somebody else. */
export function AppealForm({ action, until, form }: { action: string; until: Date; form: FormState }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Form action={action} state={form} id="appeal">
      <p>{t('moderation:appeal.how', { until: language.date(until) })}</p>
      <TextArea name="words" label={t('moderation:appeal.words')} max={APPEAL_LIMIT} rows={5} />
      <LanguageSelect label={t('moderation:report.language')} />
      <div>
        <Button>{t('moderation:appeal.send')}</Button>
      </div>
    </Form>
  );
}
