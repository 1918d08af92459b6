import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Entrance } from '../../ui/parts/entrance';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { PATHS } from '../../ui/paths';
import type { LinkOwner } from '../mail-links.service';
import { NewPassword } from '../person-fields';

export function ForgottenPage({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Entrance title={t('accounts:forgotten.title')} lead={t('accounts:forgotten.lead')}>
      <div class="stack stack-wide">
        <Form action="/forgotten-password" state={form} id="forgotten">
          <Field name="email" type="email" label={t('accounts:field.email')} autocomplete="username" />
          <Button kind="main">{t('accounts:forgotten.submit')}</Button>
        </Form>
        <p>
          <Link path={PATHS.signIn}>{t('accounts:forgotten.back')}</Link>
        </p>
      </div>
    </Entrance>
  );
}

export function ResetPage({ owner, token, form }: { owner: LinkOwner; token: string; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Entrance title={t('accounts:reset.title')} lead={t('accounts:reset.lead')}>
      <Form
        action={`/reset-password/${token}`}
        state={form}
        id="reset"
        labels={{ password: t('accounts:field.new_password') }}
      >
        <OwnAddress email={owner.email} />
        <NewPassword label={t('accounts:field.new_password')} />
        <Button kind="main">{t('accounts:reset.submit')}</Button>
      </Form>
    </Entrance>
  );
}

/** Tells the browser's password keeper whose password it is; not sent. */
function OwnAddress({ email }: { email: string }) {
  const { t } = useLanguage();
  return (
    <div class="field">
      <label for="own-address">{t('accounts:field.email')}</label>
      <input class="input" id="own-address" type="email" value={email} autocomplete="username" readonly />
    </div>
  );
}
