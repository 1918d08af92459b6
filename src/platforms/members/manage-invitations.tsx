import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Tag } from '../../ui/parts/marks';
import type { GroupView } from '../groups/balance.schema';
import { GroupName } from '../groups/group-name';
import type { InvitationView } from '../invitations/invitation.schema';
import { OrganisationNames } from '../organisation-names';
import type { Choices } from './seat-choices.service';
import { MessageField, SeatFields } from './seat-fields';

/** A seat for somebody by e-mail. */
export function InvitationForm({ slug, choices, form }: { slug: string; choices: Choices; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form action={`/platforms/${slug}/invitations`} state={form} id="invitation">
      <Field name="email" type="email" label={t('platforms:invite.email')} autocomplete="off" />
      <SeatFields choices={choices} />
      <LanguageSelect label={t('platforms:invite.language')} />
      <MessageField label={t('platforms:invite.message')} />
      <div class="row row-center">
        <Button kind="main">{t('platforms:invite.send')}</Button>
      </div>
    </Form>
  );
}

interface ListProps {
  slug: string;
  invitations: InvitationView[];
  groups: GroupView[];
}

/** What was sent and has not been taken. */
export function SentInvitationList({ slug, invitations, groups }: ListProps) {
  return (
    <ul class="list">
      {invitations.map((invitation) => (
        <InvitationRow slug={slug} invitation={invitation} groups={groups} />
      ))}
    </ul>
  );
}

function InvitationRow({
  slug,
  invitation,
  groups,
}: Omit<ListProps, 'invitations'> & { invitation: InvitationView }) {
  const { id, email, groupId, organisation, can } = invitation;
  const { t } = useLanguage();
  const path = `/platforms/${slug}/invitations/${id}`;
  return (
    <li>
      <h3 class="item-title address">{email}</h3>
      <p class="small soft dots">
        <Standing of={invitation} />
        <GroupName id={groupId} groups={groups} />
        {organisation && (
          <span>
            <OrganisationNames organisations={[organisation]} />
          </span>
        )}
      </p>
      <div class="row row-center">
        {can.renew && (
          <Form action={`${path}/renew`} id={`renew-${id}`} class="row">
            <Button small label={t('platforms:invitations.renew_email', { email })}>
              {t('platforms:invitations.renew')}
            </Button>
          </Form>
        )}
        {can.withdraw && (
          <Form action={`${path}/withdraw`} id={`withdraw-${id}`} class="row">
            <Button kind="plain" small label={t('platforms:invitations.withdraw_email', { email })}>
              {t('platforms:invitations.withdraw')}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}

function Standing({ of: { standing, expiresAt } }: { of: InvitationView }) {
  const language = useLanguage();
  if (standing === 'open')
    return <span>{language.t('platforms:invitations.open', { date: language.date(expiresAt) })}</span>;
  return (
    <Tag>
      {language.t(
        standing === 'expired' ? 'platforms:invitations.expired' : 'platforms:invitations.declined',
      )}
    </Tag>
  );
}
