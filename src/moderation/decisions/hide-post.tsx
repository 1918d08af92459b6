import type { FormState } from '../../core/http/form';
import type { Locale } from '../../core/i18n/locales';
import type { PostView } from '../../rooms/posts/post.schema';
import { postPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import { ReportedPost } from '../reported-post';
import { ReasonFields, useReasonLabels } from './reason-fields';
import { WhatTheAuthorReads } from './what-the-author-reads';

interface HidePostProps {
  post: PostView;
  form: FormState;
  /** Language of the author. */
  reads: Locale | null;
}

/** Asks why, before a post is hidden, and shows what its author will read. */
export function HidePost({ post, form, reads }: HidePostProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('moderation:hide.title')} lead={t('moderation:hide.lead')} />
      <div class="stack long-form">
        <ReportedPost post={post} />
        <Form action={`/posts/${post.id}/hide`} state={form} labels={useReasonLabels()}>
          <ReasonFields reads={reads} />
          {reads && <WhatTheAuthorReads locale={reads} measure="hide" />}
          <div class="row row-center">
            <Button kind="danger">{t('moderation:measure_do.hide')}</Button>
            <Link path={postPath(post.threadId, post.number)}>{t('moderation:cancel')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}
