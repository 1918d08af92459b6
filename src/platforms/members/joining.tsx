import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import type { PlatformView } from '../platform.schema';
import type { Choices } from './seat-choices.service';
import { MessageField, SeatFields } from './seat-fields';

interface Props {
  platform: PlatformView;
  form: FormState;
}

/** Body of /platforms/:slug/join. */
export function Join({ platform, form, choices }: Props & { choices: Choices }) {
  const language = useLanguage();
  const { t } = language;
  const path = `/platforms/${platform.slug}`;
  return (
    <div class="page">
      <TitleBlock
        title={t('platforms:join.title', { country: language.country(platform.country) })}
        lead={t('platforms:join.lead')}
      />
      <Form action={`${path}/join`} state={form}>
        <SeatFields choices={choices} />
        <MessageField label={t('platforms:join.message')} />
        <p class="small soft">{t('platforms:join.seen')}</p>
        <div class="row row-center">
          <Button kind="main">{t('platforms:join.send')}</Button>
          <Link path={path}>{t('platforms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

/** Body of /platforms/:slug/leave. */
export function Leave({ platform, form }: Props) {
  const language = useLanguage();
  const { t } = language;
  const path = `/platforms/${platform.slug}`;
  return (
    <div class="page">
      <TitleBlock
        title={t('platforms:leave.title', { country: language.country(platform.country) })}
        lead={t('platforms:leave.lead')}
      />
      <Form action={`${path}/leave`} state={form}>
        <div class="row row-center">
          <Button kind="danger">{t('platforms:leave.button')}</Button>
          <Link path={path}>{t('platforms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
