import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { POST_LIMIT } from '../posts/post.schema';
import { postPath, threadPath } from '../room-paths';
import type { ThreadView } from '../threads/thread.schema';
import { PollFields } from './poll-fields';
import { pollPath } from './poll-paths';
import type { StandingPoll } from './standing-poll';

/** A post with a poll in it. */
export function NewPoll({ thread, form }: { thread: ThreadView; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:poll.new')}
        above={<span lang={thread.title.locale}>{thread.title.text}</span>}
      />
      <Form action={`${threadPath(thread.id)}/polls`} state={form} class="stack long-form">
        <Hidden name="clientId" />
        <TextArea
          name="body"
          label={t('rooms:poll.field.text')}
          hint={t('rooms:poll.field.text_hint')}
          max={POST_LIMIT}
          rows={4}
        />
        <PollFields />
        <LanguageSelect label={t('rooms:composer.language')} hint={t('rooms:composer.languages')} />
        <p class="small soft">{t('rooms:poll.until_vote')}</p>
        <div class="row row-center">
          <Button kind="main">{t('rooms:poll.publish')}</Button>
          <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
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
