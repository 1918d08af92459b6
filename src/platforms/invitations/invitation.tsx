import type { FormState } from '../../core/http/form';
import type { Key } from '../../core/i18n/keys';
import { useLanguage, useReading } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Facts } from '../../ui/parts/facts';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Standing } from '../../ui/parts/standing';
import { TableDrawing, type TableSeat } from '../../ui/parts/table-drawing';
import { TitleBlock } from '../../ui/parts/title-block';
import type { InvitationStanding } from './invitation.entity';
import type { InvitationLetter } from './invitation-letters.service';
import { OrganisationNames } from '../organisation-names';

const SEATS: TableSeat[] = [
  ...Array.from({ length: 7 }, (): TableSeat => ({ kind: 'taken' })),
  { kind: 'free' },
];

const CLOSED: Record<Exclude<InvitationStanding, 'open'>, Key> = {
  accepted: 'platforms:refusal.invitation_used',
  declined: 'platforms:refusal.invitation_declined',
  withdrawn: 'platforms:refusal.invitation_withdrawn',
  expired: 'platforms:refusal.invitation_expired',
};

export interface InvitationProps {
  letter: InvitationLetter;
  /** Path of this page; the secret of the link is in it. */
  path: string;
  form: FormState;
}

/** Body of /invitations/:token: who invites to what, and what can be done about it. */
export function InvitationPage({ letter, path, form }: InvitationProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div class="page entrance">
      <div>
        <TitleBlock title={t('platforms:invitation.title', { country: language.country(letter.country) })}>
          {letter.purpose && (
            <>
              <Content as="p" class="lead" lang={letter.purpose.locale}>
                {letter.purpose.text}
              </Content>
              <p>
                <Standing of={letter.purpose} />
              </p>
            </>
          )}
        </TitleBlock>
        <div class="stack stack-wide">
          <Told letter={letter} />
          <Acts letter={letter} path={path} form={form} />
        </div>
      </div>
      <TableDrawing seats={SEATS} middle={t('ui:hub')} under={t('ui:entrance.free')} />
    </div>
  );
}

function Told({ letter }: { letter: InvitationLetter }) {
  const language = useLanguage();
  const { t } = language;
  const { group, organisation, invitedBy, message, email, locale, standing, expiresAt } = letter;
  return (
    <Facts
      facts={[
        { label: t('platforms:invitation.by'), value: invitedBy },
        { label: t('platforms:invitation.to'), value: email },
        { label: t('platforms:seat.group'), value: group?.text, lang: group?.locale },
        {
          label: t('platforms:seat.organisation'),
          value: organisation && <OrganisationNames organisations={[organisation]} />,
        },
        { label: t('platforms:invitation.message'), value: message, lang: locale },
        { label: t('platforms:invitation.until'), value: standing === 'open' && language.date(expiresAt) },
      ]}
    />
  );
}

function Acts({ letter, path, form }: InvitationProps) {
  const { t } = useLanguage();
  const { person } = useReading();
  const { standing, slug, hasAccount, fits } = letter;
  if (standing !== 'open')
    return (
      <div class="stack">
        <Notice kind="quiet">{t(CLOSED[standing])}</Notice>
        <p>
          <Link path={`/platforms/${slug}`}>{t('platforms:invitation.look')}</Link>
        </p>
      </div>
    );
  if (person && !fits) return <OtherAddress letter={letter} />;
  return (
    <div class="stack stack-wide">
      {person && <Accept path={path} form={form} />}
      {!person && hasAccount && <SignInFirst path={path} />}
      {!person && !hasAccount && <Arrive letter={letter} path={path} form={form} />}
      <Form action={`${path}/decline`} id="decline">
        <div>
          <Button kind="plain">{t('platforms:invitation.decline')}</Button>
        </div>
      </Form>
    </div>
  );
}

function Accept({ path, form }: Omit<InvitationProps, 'letter'>) {
  const { t } = useLanguage();
  return (
    <Form action={path} id="accept" state={form}>
      <div class="row row-center">
        <Button kind="main">{t('platforms:invitation.accept')}</Button>
      </div>
    </Form>
  );
}

function SignInFirst({ path }: { path: string }) {
  const { t } = useLanguage();
  return (
    <div class="stack">
      <p>{t('platforms:invitation.known')}</p>
      <p>
        <ButtonLink path={`/sign-in?next=${encodeURIComponent(path)}`} kind="main">
          {t('ui:nav.sign_in')}
        </ButtonLink>
      </p>
    </div>
  );
}

/** The mail has proven the address: a name and a password are all that is missing. */
function Arrive({ letter, path, form }: InvitationProps) {
  const { t } = useLanguage();
  return (
    <Form action={`${path}/arrival`} id="arrival" state={form}>
      <p>{t('platforms:invitation.arrive')}</p>
      <Field name="name" label={t('platforms:invitation.name')} autocomplete="name" />
      <Field
        name="password"
        type="password"
        label={t('platforms:invitation.password')}
        hint={t('platforms:invitation.password_hint', { count: letter.shortestPassword })}
        autocomplete="new-password"
      />
      <div class="row row-center">
        <Button kind="main">{t('platforms:invitation.take_seat')}</Button>
      </div>
    </Form>
  );
}

function OtherAddress({ letter: { slug } }: { letter: InvitationLetter }) {
  const { t } = useLanguage();
  return (
    <div class="stack">
      <Notice kind="amber" title={t('platforms:refusal.other_address')}>
        {t('platforms:invitation.other_address')}
      </Notice>
      <p>
        <Link path={`/platforms/${slug}/join`}>{t('platforms:join.button')}</Link>
      </p>
    </div>
  );
}
