import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { EmptyState } from '../../ui/parts/empty-state';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { InvitationForm, SentInvitationList } from './manage-invitations';
import { MemberRows } from './manage-members';
import { RequestList } from './manage-requests';
import type { MembersView, RequestView } from './membership.schema';
import type { InvitationView } from '../invitations/invitation.schema';
import { PlatformTabs } from '../platform-tabs';
import type { PlatformView } from '../platform.schema';
import type { Choices } from './seat-choices.service';

export interface ManageProps {
  platform: PlatformView;
  members: MembersView;
  requests: RequestView[];
  invitations: InvitationView[];
  choices: Choices;
  /** Of the form to invite. */
  form: FormState;
}

/** Body of /platforms/:slug/manage: what waits first, then who is to come, then who is here. */
export function Manage({ platform, members, requests, invitations, choices, form }: ManageProps) {
  const { t } = useLanguage();
  const { slug } = platform;
  return (
    <div class="page">
      <TitleBlock title={t('platforms:manage.title')} lead={t('platforms:manage.lead')} />
      <PlatformTabs platform={platform} current="manage" />
      <section class="section no-line" aria-labelledby="requests">
        <SectionHead id="requests" title={t('platforms:requests.title')} />
        {requests.length === 0 && <p class="soft">{t('platforms:requests.none')}</p>}
        <RequestList slug={slug} requests={requests} groups={choices.groups} />
      </section>
      <section class="section" aria-labelledby="invite">
        <div class="split split-even">
          <div>
            <SectionHead id="invite" title={t('platforms:invite.title')} />
            <InvitationForm slug={slug} choices={choices} form={form} />
          </div>
          <div>
            <SectionHead id="invitations" title={t('platforms:invitations.title')} />
            {invitations.length === 0 && <p class="soft">{t('platforms:invitations.none')}</p>}
            <SentInvitationList slug={slug} invitations={invitations} groups={choices.groups} />
          </div>
        </div>
      </section>
      <section class="section" aria-labelledby="members">
        <SectionHead id="members" title={t('platforms:members.title')} />
        {members.total === 0 ? (
          <EmptyState title={t('platforms:manage.nobody')} />
        ) : (
          <MemberRows slug={slug} members={members} />
        )}
      </section>
    </div>
  );
}
