import { useLanguage, useReading } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Seat } from '../../ui/parts/seat';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { initials } from '../../ui/initials';
import { Founders } from '../founders';
import { OrganisationNames } from '../organisation-names';
import { PlatformTabs } from '../platform-tabs';
import type { MembersView, MemberView } from './membership.schema';
import type { PlatformView } from '../platform.schema';

type Group = MembersView['groups'][number];

interface MembersProps {
  platform: PlatformView;
  members: MembersView;
}

/** Body of /platforms/:slug/members: the table, group by group. */
export function Members({ platform, members }: MembersProps) {
  const { t } = useLanguage();
  const { person, path } = useReading();
  return (
    <div class="page">
      <TitleBlock
        title={t('platforms:members.title')}
        lead={t('platforms:members', { count: members.total })}
      />
      <PlatformTabs platform={platform} current="members" />
      {!person && (
        <p class="section no-line">
          {t('platforms:members.visitor')}{' '}
          <Link path={`/sign-in?next=${encodeURIComponent(path)}`}>{t('ui:nav.sign_in')}</Link>
        </p>
      )}
      <section class="section no-line" aria-labelledby="founders">
        <SectionHead id="founders" title={t('platforms:members.founders')} />
        <Founders platform={platform} />
      </section>
      {members.groups.map((group) => (
        <GroupSection group={group} slug={platform.slug} invites={platform.can.manage} />
      ))}
      {platform.can.leave && (
        <p class="section small">
          <Link path={`/platforms/${platform.slug}/leave`}>{t('platforms:leave.link')}</Link>
        </p>
      )}
    </div>
  );
}

function GroupSection({ group, slug, invites }: { group: Group; slug: string; invites: boolean }) {
  const { t } = useLanguage();
  const id = `group-${group.slug}`;
  return (
    <section class="section" aria-labelledby={id}>
      <SectionHead id={id} title={<Content lang={group.name.locale}>{group.name.text}</Content>}>
        <span class="small soft">{t('platforms:members', { count: group.count })}</span>
      </SectionHead>
      {group.count === 0 && (
        <p>
          <span class="soft">{t('platforms:balance.nobody')}</span>{' '}
          {invites && (
            <Link path={`/platforms/${slug}/manage?group=${group.id}#invite`}>
              {t('platforms:balance.invite')}
            </Link>
          )}
        </p>
      )}
      {group.members.length > 0 ? <People members={group.members} /> : <Organisations group={group} />}
    </section>
  );
}

function Organisations({ group: { organisations } }: { group: Group }) {
  if (organisations.length === 0) return null;
  return (
    <ul class="list list-close">
      {organisations.map((organisation) => (
        <li>
          <span>
            <OrganisationNames organisations={[organisation]} />{' '}
            <span class="soft small">{organisation.city}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function People({ members }: { members: MemberView[] }) {
  const { t } = useLanguage();
  const { person } = useReading();
  return (
    <ul class="list list-close people">
      {members.map(({ personId, name, organisation, host, email }) => (
        <li class="present">
          <Seat initials={initials(name)} own={personId === person?.id} small />
          <span>
            {name} {host && <Tag>{t('platforms:members.host')}</Tag>}{' '}
            <span class="small soft dots">
              {organisation && (
                <span>
                  <OrganisationNames organisations={[organisation]} />
                </span>
              )}
              {email && <span class="address">{email}</span>}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
