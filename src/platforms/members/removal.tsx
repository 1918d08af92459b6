import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import type { MemberView } from './membership.schema';

interface RemovalProps {
  slug: string;
  member: MemberView;
  form: FormState;
}

/** Body of /platforms/:slug/members/:id/remove: a page of its own, so that nobody does it by mistake. */
export function Removal({ slug, member, form }: RemovalProps) {
  const { t } = useLanguage();
  const back = `/platforms/${slug}/manage`;
  return (
    <div class="page">
      <TitleBlock
        title={t('platforms:remove.title', { name: member.name })}
        lead={t('platforms:remove.lead')}
      />
      <Form action={`/platforms/${slug}/members/${member.membershipId}/remove`} state={form}>
        <TextArea
          name="reason"
          label={t('platforms:remove.reason')}
          hint={t('platforms:remove.reason_hint')}
          max={1000}
        />
        <div class="row row-center">
          <Button kind="danger">{t('platforms:remove.button')}</Button>
          <Link path={back}>{t('platforms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
