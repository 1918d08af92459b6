import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Time } from '../../ui/parts/time';
import type { GroupView } from '../groups/balance.schema';
import { GroupName } from '../groups/group-name';
import type { RequestView } from './membership.schema';
import { OrganisationNames } from '../organisation-names';

/** Who asked to join and waits for an answer. */
export function RequestList({
  slug,
  requests,
  groups,
}: {
  slug: string;
  requests: RequestView[];
  groups: GroupView[];
}) {
  return (
    <ul class="list">
      {requests.map((request) => (
        <RequestRow slug={slug} request={request} groups={groups} />
      ))}
    </ul>
  );
}

function RequestRow({ slug, request, groups }: { slug: string; request: RequestView; groups: GroupView[] }) {
  const { membershipId, name, email, groupId, organisation, message, askedAt } = request;
  const { t } = useLanguage();
  const path = `/platforms/${slug}/requests/${membershipId}`;
  return (
    <li>
      <h3 class="item-title">{name}</h3>
      <p class="small soft dots">
        <span class="address">{email}</span>
        <GroupName id={groupId} groups={groups} />
        {organisation && (
          <span>
            <OrganisationNames organisations={[organisation]} />
          </span>
        )}
        <Time value={askedAt} as="ago" />
      </p>
      {message && <p class="merge-text">{message}</p>}
      <div class="row row-center">
        <Form action={`${path}/accept`} id={`accept-${membershipId}`} class="row">
          <Button small label={t('platforms:requests.accept_name', { name })}>
            {t('platforms:requests.accept')}
          </Button>
        </Form>
        <Form action={`${path}/decline`} id={`decline-${membershipId}`} class="row">
          <Button kind="plain" small label={t('platforms:requests.decline_name', { name })}>
            {t('platforms:requests.decline')}
          </Button>
        </Form>
      </div>
    </li>
  );
}
