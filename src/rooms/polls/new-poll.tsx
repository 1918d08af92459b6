import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { TitleBlock } from '../../ui/parts/title-block';
import { Attaching } from '../posts/attaching';
import { PostField, WritingData } from '../posts/composing';
import { postPath, threadPath } from '../room-paths';
import type { ThreadView } from '../threads/thread.schema';
import { PollFields, usePollLabels } from './poll-fields';
import { pollPath } from './poll-paths';
import type { StandingPoll } from './standing-poll';

/** A post with a poll in it. */
export function NewPoll({ thread, form }: { thread: ThreadView; form: FormState }) {
  const { t } = useLanguage();
  const { title } = thread;
  const labels = { ...usePollLabels(), body: t('rooms:thread.text'), file: t('rooms:attach.file') };
  return (
    <div class="page">
      <TitleBlock title={t('rooms:poll.new')} above={<span lang={title.locale}>{title.text}</span>} />
      <Form
        action={`${threadPath(thread.id)}/polls`}
        state={form}
        class="stack long-form"
        labels={labels}
        files
        data-writing="post"
      >
        {['clientId', 'replyToId', 'fileIds', 'composed'].map((name) => (
          <Hidden name={name} />
        ))}
        <PostField />
        <Along form={form} />
        <Attaching />
        <PollFields />
        <LanguageSelect label={t('rooms:composer.language')} hint={t('rooms:composer.languages')} />
        <p class="small soft">{t('rooms:poll.until_vote')}</p>
        <div class="row row-center">
          <Button kind="main">{t('rooms:poll.publish')}</Button>
          <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
      <WritingData room={thread.roomId} />
    </div>
  );
}

/** Files that were brought before. */
function Along({ form: { values } }: { form: FormState }) {
  const { t } = useLanguage();
  const count = (values['fileIds'] ?? '').split(',').filter(Boolean).length;
  return count > 0 ? <p class="small soft">{t('rooms:count.files_along', { count })}</p> : null;
}

/** Another question, other answers, another time: as long as nobody has voted. */
export function EditPoll({ poll, form }: { poll: StandingPoll; form: FormState }) {
  const { t } = useLanguage();
  const back = postPath(poll.threadId, poll.postNumber);
  return (
    <div class="page">
      <TitleBlock title={t('rooms:poll.edit')} />
      {form.refusal?.status === 409 && (
        <Notice kind="red" title={t(form.refusal.key)}>
          <p>
            {t('rooms:poll.stands')}{' '}
            <Link path={pollPath(poll.id)} lang={poll.locale}>
              {poll.question}
            </Link>
          </p>
        </Notice>
      )}
      <Form action={pollPath(poll.id, 'edit')} state={form} class="stack long-form">
        <input type="hidden" name="edition" value={poll.edition} />
        <PollFields lang={poll.locale} />
        <p class="small soft">{t('rooms:poll.until_vote')}</p>
        <div class="row row-center">
          <Button kind="main">{t('rooms:save')}</Button>
          <Link path={back}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
