import { NotFound } from '../../core/errors/refusal';
import { Language } from '../../core/i18n/language';
import { ErrorPage } from '../errors';
import { useLanguage } from '../language';
import { Button } from '../parts/button';
import { Entrance } from '../parts/entrance';
import { Field } from '../parts/field';
import { Form } from '../parts/form';
import { Funding } from '../parts/funding';
import { Section } from './section';
import { MarkdownSample } from './markdown';

export function Published() {
  const { t } = useLanguage();
  return (
    <Section id="prose" title={t('ui:styleguide.prose')}>
      <div class="reading">
        <div />
        <MarkdownSample published />
      </div>
    </Section>
  );
}

export function Fundings() {
  const { t } = useLanguage();
  const statement = Language.of('en').t('ui:styleguide.statement');
  const name = t('ui:styleguide.sample_fund');
  return (
    <Section id="funding" title={t('ui:styleguide.funding')}>
      <Funding
        notices={[
          { statement, lang: 'en', emblem: true, name },
          { lang: 'en', emblem: false, name },
        ]}
      />
    </Section>
  );
}

/** The way in is a page of its own too. */
export function Entrances() {
  const { t } = useLanguage();
  return (
    <Section id="entrance" title={t('ui:styleguide.entrance')}>
      <Entrance title={t('ui:nav.sign_in')} lead={t('ui:styleguide.type_lead')} heading="h3">
        <Form action="/styleguide" id="entrance-form" label={t('ui:nav.sign_in')}>
          <Field
            type="email"
            name="email"
            label={t('ui:styleguide.field_email')}
            autocomplete="username"
            width="middle"
          />
          <Button kind="main">{t('ui:nav.sign_in')}</Button>
        </Form>
      </Entrance>
    </Section>
  );
}

/** An error page is a page of its own, so here its title is a heading of the third level. */
export function Errors() {
  const { t } = useLanguage();
  return (
    <Section id="errors" title={t('ui:styleguide.errors')}>
      <ErrorPage status={404} title={t(new NotFound().key)} heading="h3" />
    </Section>
  );
}
