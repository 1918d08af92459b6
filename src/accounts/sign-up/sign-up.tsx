import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Entrance } from '../../ui/parts/entrance';
import { Facts } from '../../ui/parts/facts';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { PATHS } from '../../ui/paths';
import type { LinkOwner } from '../mail-links.service';
import { NewPassword, ReadingPreferences, usePersonLabels } from '../person-fields';

export function SignUpPage({ form, next }: { form: FormState; next: string | undefined }) {
  const { t } = useLanguage();
  return (
    <Entrance title={t('accounts:sign_up.title')} lead={t('accounts:sign_up.lead')}>
      <div class="stack stack-wide">
        <Form action={PATHS.signUp} state={form} id="sign-up" labels={usePersonLabels()}>
          <Field
            name="name"
            label={t('accounts:field.name')}
            hint={t('accounts:field.name_hint')}
            autocomplete="name"
          />
          <Field
            name="email"
            type="email"
            label={t('accounts:field.email')}
            hint={t('accounts:field.email_hint')}
            autocomplete="username"
          />
          <NewPassword label={t('accounts:field.password')} />
          <ReadingPreferences />
          {next && <Hidden name="next" value={next} />}
          <Button kind="main">{t('accounts:sign_up.submit')}</Button>
        </Form>
        <p>
          {t('accounts:sign_up.known_here')} <Link path={PATHS.signIn}>{t('accounts:sign_in.title')}</Link>
        </p>
      </div>
    </Entrance>
  );
}

export interface MailSentProps {
  lead: string;
  /** The development page that shows the mails, where there is no mail server. */
  outbox: boolean;
}

/** The same words whether there was somebody to write to or not. */
export function MailSentPage({ lead, outbox }: MailSentProps) {
  const { t } = useLanguage();
  return (
    <Entrance title={t('accounts:sent.title')} lead={lead}>
      <div class="stack">
        <p>{t('accounts:sent.nothing')}</p>
        {outbox && (
          <p>
            <ButtonLink path="/dev/mail" kind="main">
              {t('accounts:sent.outbox')}
            </ButtonLink>
          </p>
        )}
      </div>
    </Entrance>
  );
}

export interface ConfirmPageProps {
  owner: LinkOwner;
  token: string;
  form: FormState;
}

/** Nothing happens before the button is pressed: programs that check mails follow links, too. */
export function ConfirmPage({ owner, token, form }: ConfirmPageProps) {
  const { t } = useLanguage();
  return (
    <Entrance title={t('accounts:confirm.title')} lead={t('accounts:confirm.lead')}>
      <Form
        action={`/confirm/${token}`}
        state={form}
        id="confirm"
        labels={{ password: t('accounts:field.new_password') }}
      >
        <Facts
          facts={[
            { label: t('accounts:field.name'), value: owner.name },
            { label: t('accounts:field.email'), value: owner.email },
          ]}
        />
        {!owner.hasPassword && (
          <>
            <p>{t('accounts:confirm.choose')}</p>
            <NewPassword label={t('accounts:field.new_password')} />
          </>
        )}
        <Button kind="main">{t('accounts:confirm.submit')}</Button>
      </Form>
    </Entrance>
  );
}

/** A link that was used, that is too old, or that never was one. */
export function SpentLinkPage({ path, label }: { path: string; label: string }) {
  const { t } = useLanguage();
  return (
    <Entrance title={t('accounts:spent.title')} lead={t('accounts:spent.lead')}>
      <p>
        <ButtonLink path={path} kind="main">
          {label}
        </ButtonLink>
      </p>
    </Entrance>
  );
}
