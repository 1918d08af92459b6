import type { FormState } from '../../core/http/form';
import { ownName, type Locale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Merge } from '../../ui/parts/merge';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { TextState } from '../../ui/parts/text-state';
import type { OriginalStanding, TranslationStanding } from './platform-editing.service';
import type { Workbench } from './platform-workbench.service';

interface OneProps {
  slug: string;
  original: OriginalStanding;
  standing: TranslationStanding;
  form?: FormState;
}

interface FormsProps extends Pick<Workbench, 'platform' | 'original' | 'translations'> {
  /** Those that were refused. */
  forms: Partial<Record<Locale, FormState>>;
}

/** One small form per language, each folded until it is wanted. */
export function TranslationForms({ platform, original, translations, forms }: FormsProps) {
  const { t } = useLanguage();
  return (
    <section class="section" aria-labelledby="translations">
      <SectionHead id="translations" title={t('platforms:edit.translations')} />
      <div class="stack">
        {translations.map((standing) => {
          const form = forms[standing.locale];
          return (
            <details open={form !== undefined}>
              <summary>
                <span lang={standing.locale}>{ownName(standing.locale)}</span>{' '}
                <TextState state={standing.outdated ? 'outdated' : (standing.status ?? 'missing')} />
              </summary>
              <OneTranslation
                slug={platform.slug}
                original={original}
                standing={standing}
                {...(form && { form })}
              />
            </details>
          );
        })}
      </div>
    </section>
  );
}

function OneTranslation({ slug, original, standing, form }: OneProps) {
  const { t } = useLanguage();
  const { locale, name, purpose, revision, base } = standing;
  if (form?.refusal?.status === 409) return <TranslationMerge slug={slug} standing={standing} form={form} />;
  const values = { name, purpose: purpose ?? '', revision: String(revision), base };
  return (
    <div class="split split-even">
      <Form
        action={`/platforms/${slug}/translations/${locale}`}
        id={`translation-${locale}`}
        label={ownName(locale)}
        state={form ?? { values, problems: [] }}
      >
        <Hidden name="revision" />
        <Hidden name="base" />
        <Field name="name" label={t('platforms:field.name')} lang={locale} />
        <TextArea
          name="purpose"
          label={t('platforms:field.purpose')}
          max={4000}
          rows={6}
          optional
          published
          lang={locale}
        />
        <div class="row row-center">
          <Button>{t('platforms:edit.save_translation')}</Button>
        </div>
      </Form>
      <div class="stack">
        <TextState state="original" originalLocale={original.locale} />
        <Content as="p" lang={original.locale} class="item-title">
          {original.name}
        </Content>
        {original.purpose && (
          <Content as="p" lang={original.locale} class="said">
            {original.purpose}
          </Content>
        )}
      </div>
    </div>
  );
}

function TranslationMerge({
  slug,
  standing,
  form,
}: {
  slug: string;
  standing: TranslationStanding;
  form: FormState;
}) {
  const { t } = useLanguage();
  const { locale, name, purpose, revision, base } = standing;
  const yours = (field: string) => form.values[field] ?? '';
  return (
    <Merge
      action={`/platforms/${slug}/translations/${locale}`}
      revision={revision}
      cancelPath={`/platforms/${slug}/edit`}
      hidden={{ base }}
      fields={[
        { name: 'name', label: t('platforms:field.name'), theirs: name, yours: yours('name'), lang: locale },
        {
          name: 'purpose',
          label: t('platforms:field.purpose'),
          theirs: purpose ?? '',
          yours: yours('purpose'),
          lang: locale,
          long: true,
        },
      ]}
    />
  );
}
