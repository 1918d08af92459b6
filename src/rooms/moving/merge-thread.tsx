import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import type { Option } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import { threadPath } from '../room-paths';
import type { Thread } from '../threads/thread.entity';
import { ThreadTarget } from './thread-target';

interface MergeThreadProps {
  thread: Thread;
  threads: Option[];
  form: FormState;
}

/** Chooses the thread that all posts go to. */
export function MergeThread({ thread, threads, form }: MergeThreadProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:merge.title')}
        above={<span lang={thread.locale}>{thread.title}</span>}
        lead={t('rooms:merge.lead')}
      />
      <Form
        action={`${threadPath(thread.id)}/merge`}
        state={form}
        class="stack long-form"
        labels={{ threadId: t('rooms:merge.into'), words: t('rooms:target.words') }}
      >
        <ThreadTarget label={t('rooms:merge.into')} threads={threads} />
        <p class="small soft">{t('rooms:merge.undo')}</p>
        <div class="row row-center">
          <Button kind="main">{t('rooms:merge.merge')}</Button>
          <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
