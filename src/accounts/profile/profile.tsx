import { ownName } from '../../core/i18n/locales';
import type { FormState } from '../../core/http/form';
import { Conflict } from '../../core/errors/refusal';
import type { OrganisationName } from '../../directory/organisations.service';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Choice } from '../../ui/parts/choice';
import { Facts } from '../../ui/parts/facts';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { NewPassword, ReadingPreferences, usePersonLabels } from '../person-fields';
import { SettingsFrame } from '../settings-frame';
import type { MeView } from './profile.schema';

export interface ProfilePageProps {
  me: MeView;
  form: FormState;
  password: FormState;
  organisations: OrganisationName[];
}

export function ProfilePage({ me, form, password, organisations }: ProfilePageProps) {
  const { t } = useLanguage();
  const labels = { password: t('accounts:field.new_password') };
  return (
    <SettingsFrame current="profile">
      <div class="section no-line narrow">
        <ProfileForm me={me} form={form} organisations={organisations} />
      </div>
      <section class="section" aria-labelledby="password-title">
        <SectionHead id="password-title" title={t('accounts:password.title')} />
        <Form action="/settings/password" state={password} id="password" labels={labels}>
          <Field
            name="currentPassword"
            type="password"
            label={t('accounts:field.current_password')}
            autocomplete="current-password"
          />
          <NewPassword label={t('accounts:field.new_password')} />
          <p class="small soft">{t('accounts:password.others_end')}</p>
          <p>
            <Button>{t('accounts:password.submit')}</Button>
          </p>
        </Form>
      </section>
    </SettingsFrame>
  );
}

function ProfileForm({ me, form, organisations }: Omit<ProfilePageProps, 'password'>) {
  const { t } = useLanguage();
  const labels = usePersonLabels();
  const conflict = form.refusal instanceof Conflict;
  const offered = organisations.map(({ id, name, lang }) => ({ value: id, label: name, lang }));
  return (
    <div class="stack">
      {conflict && <SavedElsewhere me={me} organisations={organisations} />}
      <Form
        action="/settings"
        state={conflict ? { ...form, refusal: undefined } : form}
        id="profile"
        labels={labels}
      >
        <Facts stacked facts={[{ label: t('accounts:field.email'), value: me.email }]} />
        <Field
          name="name"
          label={t('accounts:field.name')}
          hint={t('accounts:field.name_hint')}
          autocomplete="name"
        />
        <Choice
          name="organisationId"
          label={t('accounts:field.organisation')}
          options={offered}
          empty={t('accounts:field.none')}
          optional
        />
        <ReadingPreferences />
        <Checkbox name="originalsOnly" label={t('accounts:field.originals_only')} />
        <Checkbox name="followsWhenWriting" label={t('accounts:field.follows_when_writing')} />
        <Hidden name="revision" value={me.revision} />
        <p>
          <Button kind="main">{t('accounts:profile.submit')}</Button>
        </p>
      </Form>
    </div>
  );
}

/** The form below keeps what was typed, on top of what stands now; here is what stands. */
function SavedElsewhere({ me, organisations }: Pick<ProfilePageProps, 'me' | 'organisations'>) {
  const { t } = useLanguage();
  const organisation = organisations.find(({ id }) => id === me.organisationId);
  return (
    <>
      <Notice kind="amber" role="alert" title={t('ui:merge.title')}>
        {t('accounts:profile.conflict')}
      </Notice>
      <Facts
        facts={[
          { label: t('accounts:field.name'), value: me.name },
          { label: t('accounts:field.organisation'), value: organisation?.name, lang: organisation?.lang },
          { label: t('accounts:field.locale'), value: ownName(me.locale), lang: me.locale },
          {
            label: t('accounts:field.reading'),
            value: me.readingLocales.map((locale) => ownName(locale)).join(', '),
          },
          { label: t('accounts:field.time_zone'), value: me.timeZone },
        ]}
      />
    </>
  );
}
