import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { OrganisationNames } from '../organisation-names';
import type { MembersView, MemberView } from './membership.schema';

type Group = MembersView['groups'][number];

/** Everyone at the table, with address, and what a host can do about her. */
export function MemberRows({ slug, members }: { slug: string; members: MembersView }) {
  return (
    <ul class="list list-close">
      {members.groups.flatMap((group) =>
        group.members.map((member) => <MemberRow slug={slug} group={group} member={member} />),
      )}
    </ul>
  );
}

function MemberRow({ slug, group, member }: { slug: string; group: Group; member: MemberView }) {
  const { t } = useLanguage();
  const { membershipId, name, email, organisation, host } = member;
  return (
    <li>
      <div class="row apart row-center">
        <div>
          <h3 class="item-title">
            {name} {host && <Tag>{t('platforms:members.host')}</Tag>}
          </h3>
          <p class="small soft dots">
            <span class="address">{email}</span>
            <Content lang={group.name.locale}>{group.name.text}</Content>
            {organisation && (
              <span>
                <OrganisationNames organisations={[organisation]} />
              </span>
            )}
          </p>
        </div>
        <Acts path={`/platforms/${slug}/members/${membershipId}`} member={member} />
      </div>
    </li>
  );
}

function Acts({ path, member: { membershipId, name, host } }: { path: string; member: MemberView }) {
  const { t } = useLanguage();
  return (
    <div class="row row-center">
      {host ? (
        <Form action={`${path}/dismiss`} id={`dismiss-${membershipId}`} class="row">
          <Button kind="plain" small label={t('platforms:hosts.dismiss_name', { name })}>
            {t('platforms:hosts.dismiss')}
          </Button>
        </Form>
      ) : (
        <Form action={`${path}/appoint`} id={`appoint-${membershipId}`} class="row">
          <Button kind="plain" small label={t('platforms:hosts.appoint_name', { name })}>
            {t('platforms:hosts.appoint')}
          </Button>
        </Form>
      )}
      <Link path={`${path}/remove`} class="small">
        {t('platforms:remove.link')}
        <span class="visually-hidden">: {name}</span>
      </Link>
    </div>
  );
}
