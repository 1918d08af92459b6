import { useLanguage } from '../language';
import { Form } from '../parts/form';
import { TextArea } from '../parts/text-area';
import { Section } from './section';

export function Editing() {
  const { t, locale } = useLanguage();
  return (
    <Section id="editor" title={t('ui:styleguide.editor')}>
      <Form
        action="/styleguide"
        id="editing"
        label={t('ui:styleguide.editor')}
        state={{ values: sample(t('ui:styleguide.post_talk')), problems: [] }}
      >
        <TextArea name="body" label={t('ui:styleguide.field_purpose')} lang={locale} published editor={{}} />
      </Form>
    </Section>
  );
}

const sample = (words: string) => ({ body: `## ${words}\n\n${words}\n\n::: key\n${words}\n:::\n` });
