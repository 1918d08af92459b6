import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { postPath } from '../room-paths';
import { pollPath } from './poll-paths';
import type { PollView } from './poll.schema';
import { useClosing } from './poll-words';
import { Chosen } from './chosen';

/** What one has answered oneself, how long it is open, and what else one can do with it. */
export function PollFoot({ poll, whole }: { poll: PollView; whole: boolean }) {
  const { t } = useLanguage();
  const closing = useClosing();
  const { id, own, can, threadId, postNumber } = poll;
  return (
    <div class="row row-center small">
      {own && (
        <span data-slot="poll-own">
          {own.choices.length === 0 ? t('rooms:poll.took_part') : t('rooms:poll.answered')}{' '}
          <Chosen poll={poll} choices={own.choices} />
        </span>
      )}
      <span class="soft">{closing(poll)}</span>
      {whole ? (
        <Link path={postPath(threadId, postNumber)}>{t('rooms:poll.in_thread')}</Link>
      ) : (
        <Link path={pollPath(id)}>{t('rooms:poll.alone')}</Link>
      )}
      {can.edit && <Link path={pollPath(id, 'edit')}>{t('rooms:poll.edit')}</Link>}
      {can.reschedule && !can.edit && (
        <Link path={pollPath(id, 'closing-time')}>{t('rooms:poll.reschedule')}</Link>
      )}
      {can.close && (
        <Form action={pollPath(id, 'close')} id={`close-${id}`} class="inline">
          <Button kind="plain" small>
            {t('rooms:poll.close')}
          </Button>
        </Form>
      )}
    </div>
  );
}
