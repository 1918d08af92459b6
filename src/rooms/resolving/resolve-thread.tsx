import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Prose } from '../../ui/parts/prose';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { POST_LIMIT, type PostView } from '../posts/post.schema';
import { threadPath } from '../room-paths';
import type { Thread } from '../threads/thread.entity';

interface ResolveThreadProps {
  thread: Thread;
  form: FormState;
  /** The post that resolves it; without one, a note is written. */
  post?: PostView;
}

/** Says how a matter was settled: in words of one's own, or by a post that says it already. */
export function ResolveThread({ thread, form, post }: ResolveThreadProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:resolve.title')}
        above={<span lang={thread.locale}>{thread.title}</span>}
        lead={t('rooms:resolve.lead')}
      />
      {post ? <Chosen thread={thread} form={form} post={post} /> : <Note thread={thread} form={form} />}
    </div>
  );
}

function Note({ thread, form }: ResolveThreadProps) {
  const { t } = useLanguage();
  return (
    <Form action={`${threadPath(thread.id)}/resolve`} state={form} class="stack long-form">
      <Hidden name="clientId" />
      <TextArea
        name="body"
        label={t('rooms:resolve.note')}
        hint={t('rooms:resolve.note_hint')}
        max={POST_LIMIT}
        rows={6}
      />
      <LanguageSelect label={t('rooms:composer.language')} hint={t('rooms:composer.languages')} />
      <Decision thread={thread} />
    </Form>
  );
}

function Chosen({ thread, form, post }: ResolveThreadProps & { post: PostView }) {
  return (
    <div class="stack long-form">
      <blockquote class="stack stack-tight upright">
        <p class="small soft">{post.author.name}</p>
        <Prose lang={post.locale} html={post.html} />
      </blockquote>
      <Form action={`${threadPath(thread.id)}/resolutions/${post.id}`} state={form}>
        <Decision thread={thread} />
      </Form>
    </div>
  );
}

function Decision({ thread }: { thread: Thread }) {
  const { t } = useLanguage();
  return (
    <div class="row row-center">
      <Button kind="main">{t('rooms:resolve.link')}</Button>
      <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
    </div>
  );
}
