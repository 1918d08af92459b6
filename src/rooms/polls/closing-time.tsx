import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { TitleBlock } from '../../ui/parts/title-block';
import { ClosesFields } from './poll-fields';
import { pollPath } from './poll-paths';
import type { PollView } from './poll.schema';
import { useClosing } from './poll-words';

/** Another time for a poll, also when people have voted: they are told. */
export function MoveClosingTime({ poll, was, form }: { poll: PollView; was: Date | null; form: FormState }) {
  const { t } = useLanguage();
  const closing = useClosing();
  const { text, locale } = poll.question;
  const refused = form.refusal && form.problems.length === 0;
  return (
    <div class="page">
      <TitleBlock title={t('rooms:poll.reschedule')} above={<span lang={locale}>{text}</span>} />
      {refused && (
        <Notice kind="red" title={t(form.refusal!.key, form.refusal!.values)}>
          <p>
            {t('rooms:poll.stands')} {closing(poll)}
          </p>
        </Notice>
      )}
      <Form action={pollPath(poll.id, 'closing-time')} state={form} class="stack long-form">
        <input type="hidden" name="was" value={was?.toISOString() ?? ''} />
        <ClosesFields />
        <p class="small soft">{t('rooms:poll.reschedule_told')}</p>
        <div class="row row-center">
          <Button kind="main">{t('rooms:save')}</Button>
          <Link path={pollPath(poll.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
