import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import type { MembersView, MemberView } from './membership.schema';
import { OrganisationNames } from '../organisation-names';

type Group = MembersView['groups'][number];

/** Everyone at the table, with address, and what a host can do about her. */
export function MemberTable({ slug, members }: { slug: string; members: MembersView }) {
  const { t } = useLanguage();
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={t('platforms:members.title')}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t('platforms:members.name')}</th>
            <th scope="col">{t('platforms:members.email')}</th>
            <th scope="col">{t('platforms:members.group')}</th>
            <th scope="col">{t('platforms:members.organisation')}</th>
            <th scope="col">{t('platforms:members.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {members.groups.flatMap((group) =>
            group.members.map((member) => <MemberRow slug={slug} group={group} member={member} />),
          )}
        </tbody>
      </table>
    </div>
  );
}

function MemberRow({ slug, group, member }: { slug: string; group: Group; member: MemberView }) {
  const { t } = useLanguage();
  return (
    <tr>
      <th scope="row">
        {member.name} {member.host && <Tag>{t('platforms:members.host')}</Tag>}
      </th>
      <td>{member.email}</td>
      <td>
        <Content lang={group.name.locale}>{group.name.text}</Content>
      </td>
      <td>{member.organisation && <OrganisationNames organisations={[member.organisation]} />}</td>
      <td>
        <Acts path={`/platforms/${slug}/members/${member.membershipId}`} member={member} />
      </td>
    </tr>
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
