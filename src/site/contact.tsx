import type { FormState } from '../core/http/form';
import type { Key } from '../core/i18n/keys';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { Choice } from '../ui/parts/choice';
import { Entrance } from '../ui/parts/entrance';
import { Field } from '../ui/parts/field';
import { Form } from '../ui/parts/form';
import { TextArea } from '../ui/parts/text-area';
import { SUBJECTS } from './contact.schema';

export const SUBJECT_WORDS: Record<(typeof SUBJECTS)[number], Key> = {
  accessibility: 'site:contact.subject.accessibility',
  privacy: 'site:contact.subject.privacy',
  content: 'site:contact.subject.content',
  other: 'site:contact.subject.other',
};

export function ContactForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  const options = SUBJECTS.map((value) => ({ value, label: t(SUBJECT_WORDS[value]) }));
  return (
    <Entrance title={t('site:contact.title')} lead={t('site:contact.lead')}>
      <Form action="/contact" state={form}>
        <Choice name="subject" label={t('site:contact.about')} options={options} />
        <Field
          name="email"
          type="email"
          autocomplete="email"
          label={t('site:contact.email')}
          hint={t('site:contact.email_hint')}
        />
        <TextArea name="body" label={t('site:contact.body')} max={4000} rows={8} />
        <p>
          <Button kind="main">{t('site:contact.send')}</Button>
        </p>
      </Form>
    </Entrance>
  );
}
