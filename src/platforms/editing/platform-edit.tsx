import type { FormState } from '../../core/http/form';
import { LOCALES, ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguagesOfText } from '../../ui/parts/languages-of-text';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import type { OriginalStanding } from './platform-editing.service';
import { OrganisationsForm } from './platform-organisations';
import { PlatformFields } from './platform-form';
import { PlatformTabs } from '../platform-tabs';
import type { Workbench } from './platform-workbench.service';

export interface EditPlatformProps extends Workbench {
  /** Each form of the page, when it was the one that was refused. */
  forms: Partial<Record<'original' | 'organisations' | 'groups', FormState>>;
}

/** Body of /platforms/:slug/edit. */
export function EditPlatform(props: EditPlatformProps) {
  const { platform, original, languages, forms } = props;
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('platforms:edit.title')} />
      <PlatformTabs platform={platform} current="edit" />
      <section class="section no-line" aria-labelledby="original">
        <SectionHead
          id="original"
          title={t('platforms:edit.original', { language: ownName(original.locale) })}
        />
        <OriginalForm
          slug={platform.slug}
          original={original}
          {...(forms.original && { form: forms.original })}
        />
      </section>
      <section class="section" aria-labelledby="translations">
        <SectionHead id="translations" title={t('platforms:edit.translations')} />
        <LanguagesOfText of={{ kind: 'platform', id: platform.id }} languages={languages} />
      </section>
      <section class="section" aria-labelledby="organisations">
        <SectionHead id="organisations" title={t('platforms:edit.organisations')} />
        <OrganisationsForm {...props} {...(forms.organisations && { form: forms.organisations })} />
      </section>
      <section class="section" aria-labelledby="groups">
        <SectionHead id="groups" title={t('platforms:edit.groups')} />
        <GroupsForm {...props} {...(forms.groups && { form: forms.groups })} />
      </section>
    </div>
  );
}

function OriginalForm({
  slug,
  original,
  form,
}: {
  slug: string;
  original: OriginalStanding;
  form?: FormState;
}) {
  const { t } = useLanguage();
  if (form?.refusal?.status === 409) return <OriginalMerge slug={slug} original={original} form={form} />;
  return (
    <Form
      action={`/platforms/${slug}/edit`}
      id="platform"
      state={form ?? { values: typedOf(original), problems: [] }}
    >
      <Hidden name="revision" />
      <PlatformFields lang={original.locale} />
      <WeightChoice />
      <div class="row row-center">
        <Button kind="main">{t('platforms:edit.save')}</Button>
        <Link path={`/platforms/${slug}`}>{t('platforms:cancel')}</Link>
      </div>
    </Form>
  );
}

/** Working languages are taken as they were ticked: there is nothing to weave together. */
function OriginalMerge({
  slug,
  original,
  form,
}: {
  slug: string;
  original: OriginalStanding;
  form: FormState;
}) {
  const { t } = useLanguage();
  const { revision, locale, name, purpose } = original;
  const ticked = Object.entries(form.values).filter(([field]) => field.startsWith('workingLocales-'));
  const yours = (field: string) => form.values[field] ?? '';
  return (
    <Merge
      action={`/platforms/${slug}/edit`}
      revision={revision}
      cancelPath={`/platforms/${slug}/edit`}
      hidden={Object.fromEntries(ticked)}
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

function GroupsForm({ platform, groups, form }: EditPlatformProps & { form?: FormState }) {
  const { t } = useLanguage();
  const expected = platform.balance.filter((group) => group.expected).map(({ id }) => id);
  const boxes = expected.map((id) => [`groupIds-${id}`, 'true'] as const);
  const values = { before: expected.join(','), ...Object.fromEntries(boxes) };
  return (
    <Form action={`/platforms/${platform.slug}/groups`} id="seats" state={form ?? { values, problems: [] }}>
      <Hidden name="before" />
      <p class="soft">{t('platforms:edit.groups_lead')}</p>
      <div>
        {groups.map(({ id, name }) => (
          <Checkbox name={`groupIds-${id}`} label={name.text} lang={name.locale} />
        ))}
      </div>
      <div class="row row-center">
        <Button>{t('platforms:edit.save_groups')}</Button>
      </div>
    </Form>
  );
}

/** The original as a form sends it. */
export function typedOf({
  revision,
  name,
  purpose,
  workingLocales,
}: OriginalStanding): Record<string, string> {
  const boxes = LOCALES.filter((locale) => workingLocales.includes(locale)).map(
    (locale) => [`workingLocales-${locale}`, 'true'] as const,
  );
  return { revision: String(revision), name, purpose: purpose ?? '', ...Object.fromEntries(boxes) };
}
