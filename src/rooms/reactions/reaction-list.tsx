import { useLanguage } from '../../ui/language';
import { EmptyState } from '../../ui/parts/empty-state';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import type { ReactionView } from '../posts/post.schema';
import { postPath } from '../room-paths';
import type { ReactedPost } from './post-reactions.service';
import { reactionWords } from './reaction-words';
import { ReactionButtons } from './reacting';

/** Who has reacted to a post. */
export function ReactionList({ reacted }: { reacted: ReactedPost }) {
  const language = useLanguage();
  const { t } = language;
  const { id, reactions, threadId, number, canReact } = reacted;
  return (
    <div class="page">
      <TitleBlock title={t('rooms:reaction.title')}>
        <p class="row small">
          <Link path={postPath(threadId, number)}>{t('rooms:history.back')}</Link>
        </p>
      </TitleBlock>
      {canReact && <ReactionButtons words={{ id, ...reactionWords(reacted, language) }} />}
      {reactions.length === 0 && <EmptyState title={t('rooms:reaction.none')} />}
      {reactions.map((reaction) => (
        <Kind reaction={reaction} />
      ))}
    </div>
  );
}

function Kind({ reaction: { kind, count, people } }: { reaction: ReactionView }) {
  const { t } = useLanguage();
  const more = count - people.length;
  return (
    <section class="stack section" aria-labelledby={`by-${kind}`}>
      <h2 id={`by-${kind}`}>
        {t(`rooms:reaction.${kind}`)} <span class="soft">{count}</span>
      </h2>
      <ul class="list">
        {people.map(({ name }) => (
          <li>{name}</li>
        ))}
        {more > 0 && <li class="soft">{t('rooms:reaction.more', { count: more })}</li>}
      </ul>
    </section>
  );
}
