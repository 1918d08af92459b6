import type { FormState } from '../../core/http/form';
import { initials } from '../../ui/initials';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Entrance } from '../../ui/parts/entrance';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Seat } from '../../ui/parts/seat';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import type { DemoAccount, DemoAccounts } from './demonstration.service';

export interface SignInPageProps {
  form: FormState;
  /** Where to go afterwards, already found to be of this hub. */
  next: string | undefined;
  demo: DemoAccounts | undefined;
}

/** With the demonstration on, those who can be tried out stand where the empty table stands otherwise. */
export function SignInPage(props: SignInPageProps) {
  const { t } = useLanguage();
  const { demo, next } = props;
  if (!demo)
    return (
      <Entrance title={t('accounts:sign_in.title')}>
        <SignInColumn {...props} />
      </Entrance>
    );
  return (
    <div class="page entrance">
      <div>
        <TitleBlock title={t('accounts:sign_in.title')} />
        <SignInColumn {...props} />
      </div>
      <DemoList {...demo} next={next} />
    </div>
  );
}

function SignInColumn({ form, next }: SignInPageProps) {
  const { t } = useLanguage();
  const unconfirmed = form.refusal?.code === 'unconfirmed';
  return (
    <div class="stack stack-wide">
      {unconfirmed && <Unconfirmed email={form.values['email'] ?? ''} />}
      <Form action={PATHS.signIn} state={unconfirmed ? { ...form, refusal: undefined } : form} id="sign-in">
        <Field name="email" type="email" label={t('accounts:field.email')} autocomplete="username" />
        <Field
          name="password"
          type="password"
          label={t('accounts:field.password')}
          autocomplete="current-password"
        />
        {next && <Hidden name="next" value={next} />}
        <div class="row row-center">
          <Button kind="main">{t('accounts:sign_in.submit')}</Button>
          <Link path="/forgotten-password">{t('accounts:sign_in.forgotten')}</Link>
        </div>
      </Form>
      <p>
        {t('accounts:sign_in.new_here')}{' '}
        <Link path={next ? `${PATHS.signUp}?next=${encodeURIComponent(next)}` : PATHS.signUp}>
          {t('accounts:sign_in.sign_up')}
        </Link>
      </p>
    </div>
  );
}

/** Said only to who knew the password. */
function Unconfirmed({ email }: { email: string }) {
  const { t } = useLanguage();
  return (
    <Notice kind="amber" role="alert" title={t('accounts:refusal.unconfirmed')}>
      <p>{t('accounts:sign_in.unconfirmed')}</p>
      <Form action="/confirm" id="resend">
        <Hidden name="email" value={email} />
        <Button>{t('accounts:sign_in.resend')}</Button>
      </Form>
    </Notice>
  );
}

function DemoList({ accounts, password, next }: DemoAccounts & { next: string | undefined }) {
  const { t } = useLanguage();
  return (
    <section class="stack beside" aria-labelledby="demo">
      <h2 id="demo">{t('accounts:demo.title')}</h2>
      <p>
        {t('accounts:demo.words')} <code>{password}</code>
      </p>
      <ul class="list list-close">
        {accounts.map((account) => (
          <DemoRow {...account} password={password} next={next} />
        ))}
      </ul>
    </section>
  );
}

function DemoRow(props: DemoAccount & { password: string; next: string | undefined }) {
  const { name, email, locale, organisation, password, next } = props;
  const { t } = useLanguage();
  return (
    <li>
      <Form action={PATHS.signIn} id={`demo-${email.replace(/\W+/g, '-')}`} class="with-action with-seat">
        <Seat initials={initials(name)} />
        <div>
          <p>
            <b lang={locale}>{name}</b>
            {organisation && (
              <>
                <span class="soft">, </span>
                <span class="soft" lang={organisation.lang}>
                  {organisation.name}
                </span>
              </>
            )}
          </p>
          <p class="small soft">{email}</p>
        </div>
        <Hidden name="email" value={email} />
        <Hidden name="password" value={password} />
        {next && <Hidden name="next" value={next} />}
        <Button small label={t('accounts:demo.enter_as', { name })}>
          {t('accounts:sign_in.submit')}
        </Button>
      </Form>
    </li>
  );
}
