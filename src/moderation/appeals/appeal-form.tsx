import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { TextArea } from '../../ui/parts/text-area';
import { APPEAL_LIMIT } from './appeal.schema';

interface AppealFormProps {
  action: string;
  until: Date;
  /** Nobody else could look again. */
  alone: boolean;
  form: FormState;
}

/** Asks for another look, and says to whom that goes. */
export function AppealForm({ action, until, alone, form }: AppealFormProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Form action={action} state={form} id="appeal">
      <p>{t('moderation:appeal.how', { until: language.date(until) })}</p>
      <p>{t(alone ? 'moderation:appeal.who.alone' : 'moderation:appeal.who.another')}</p>
      <TextArea name="words" label={t('moderation:appeal.words')} max={APPEAL_LIMIT} rows={5} />
      <LanguageSelect label={t('moderation:report.language')} />
      <div>
        <Button>{t('moderation:appeal.send')}</Button>
      </div>
    </Form>
  );
}
