import { useLanguage } from '../../ui/language';
import { Difference } from '../../ui/parts/difference';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import type { PostView, RevisionView } from './post.schema';
import { postPath } from '../room-paths';

/** Every wording that a post has had, newest first, each with what it changed in the one before. */
export function History({ post, versions }: { post: PostView; versions: RevisionView[] }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:history.title')} above={<span>{post.author.name}</span>}>
        <p class="row small">
          <Link path={postPath(post.threadId, post.number)}>{t('rooms:history.back')}</Link>
        </p>
      </TitleBlock>
      {post.withdrawnAt && <p class="empty long-form">{t('rooms:post.withdrawn')}</p>}
      <ol class="list versions" reversed>
        {versions.map((version, place) => (
          <Version version={version} before={versions[place + 1]} current={place === 0} />
        ))}
      </ol>
    </div>
  );
}

interface VersionProps {
  version: RevisionView;
  before: RevisionView | undefined;
  current: boolean;
}

function Version({ version, before, current }: VersionProps) {
  const { t, inLanguage } = useLanguage();
  const { revision, locale, body, writtenAt } = version;
  return (
    <li class="stack stack-tight">
      <div class="row row-center">
        <h2 class="item-title">{t('ui:revision.name', { revision })}</h2>
        <Time value={writtenAt} class="small soft" />
        <span class="small soft">{inLanguage(locale)}</span>
        {current && <Tag>{t('ui:revision.current')}</Tag>}
      </div>
      <p class="merge-text" lang={locale}>
        {before ? <Difference from={before.body} to={body} /> : body}
      </p>
    </li>
  );
}
