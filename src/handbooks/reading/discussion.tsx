import type { FormState } from '../../core/http/form';
import type { RenderedText } from '../../core/database/rendered';
import { threadPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { TextArea } from '../../ui/parts/text-area';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import type { Discussion } from './discussions.service';

/** Where the chapter is discussed, or may be. */
export function ChapterDiscussion({
  path,
  discussion,
}: {
  path: string;
  discussion: Discussion | undefined;
}) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight no-print chapter-discussion" aria-labelledby="discussion">
      <h2 id="discussion" class="small soft">
        {t('handbooks:reading.discussion.title')}
      </h2>
      {discussion ? (
        <p class="row row-center">
          <Link path={threadPath(discussion.threadId)}>
            {t('handbooks:reading.discussion.posts', { count: discussion.posts })}
          </Link>
          <span class="small soft">
            <Time value={discussion.lastPostAt} as="date" />
          </span>
        </p>
      ) : (
        <p>
          <ButtonLink small path={`${path}/discussion`}>
            {t('handbooks:reading.discussion.open')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

/** Where the first post about a chapter is written. */
export function NewChapterDiscussion({
  path,
  title,
  state,
}: {
  path: string;
  title: RenderedText;
  state: FormState;
}) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('handbooks:reading.discussion.new')} lead={t('handbooks:reading.discussion.lead')}>
        <p class="said" lang={title.locale}>
          {title.text}
        </p>
      </TitleBlock>
      <Form action={`${path}/discussion`} state={state}>
        <Hidden name="clientId" />
        <TextArea name="body" label={t('handbooks:reading.discussion.body')} rows={6} />
        <LanguageSelect />
        <div class="row row-center">
          <Button kind="main">{t('handbooks:reading.discussion.send')}</Button>
          <Link path={path}>{t('handbooks:reading.discussion.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
