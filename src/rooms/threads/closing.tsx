import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { REASON_LIMIT } from '../keeping/reason.schema';
import { threadPath } from '../room-paths';
import type { Thread } from './thread.entity';
import type { ThreadView } from './thread.schema';

/** Closes a thread, with words that stand below its last post. */
export function CloseThread({ thread, form }: { thread: Thread; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:closing.title')}
        above={<span lang={thread.locale}>{thread.title}</span>}
        lead={t('rooms:closing.lead')}
      />
      <Form action={`${threadPath(thread.id)}/close`} state={form} class="stack long-form">
        <TextArea
          name="reason"
          label={t('rooms:reason.label')}
          hint={t('rooms:closing.reason_hint')}
          max={REASON_LIMIT}
          optional
        />
        <LanguageSelect label={t('rooms:reason.language')} />
        <div class="row row-center">
          <Button kind="main">{t('rooms:closing.title')}</Button>
          <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

/** Stands below the last post of a closed thread; always there, so that the script can show it. */
export function ClosedNotice({ thread }: { thread: ThreadView }) {
  const { t } = useLanguage();
  const { closed, closedReason } = thread;
  return (
    <Notice kind="quiet" id="closed" hidden={!closed}>
      <p>{t('rooms:refusal.thread_closed')}</p>
      <div data-slot="closed-reason">
        {closed && closedReason && (
          <Content as="p" lang={closedReason.locale} class="merge-text">
            {closedReason.text}
          </Content>
        )}
      </div>
    </Notice>
  );
}
