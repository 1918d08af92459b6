import { initials } from '../ui/initials';
import { useLanguage, useReading } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { Link } from '../ui/parts/link';
import { LiveMark, UnreadCount } from '../ui/parts/marks';
import { TableDrawing, type TableSeat } from '../ui/parts/table-drawing';
import { Time } from '../ui/parts/time';
import type { Author, PostView } from '../rooms/posts/post.schema';
import type { HomeView } from './home.service';

type Conversation = HomeView['conversations'][number];

/** Characters of the newest post that are shown. */
const EXCERPT = 240;
/** Seats of the drawing that are always there; empty ones invite. */
const SEATS = 8;

const pathOf = ({ thread }: Conversation): string => `/threads/${thread.id}`;

/** Where something was said last, large, with the words themselves. */
export function FirstConversation({ conversation }: { conversation: Conversation }) {
  const { t } = useLanguage();
  const { thread, room, post, presence } = conversation;
  return (
    <article class="stack" aria-labelledby="first-conversation">
      <p class="row">
        {presence.count > 0 && <LiveMark />}
        <span class="small soft">
          <Link path={`/rooms/${room.slug}`} lang={room.name.locale}>
            {room.name.text}
          </Link>
        </span>
      </p>
      <h2 class="said said-large" id="first-conversation" lang={thread.title.locale}>
        <Link path={pathOf(conversation)}>{thread.title.text}</Link>
      </h2>
      {post && <Newest post={post} />}
      <p class="row row-center">
        <ButtonLink path={pathOf(conversation)} kind="main">
          {t('site:home.enter')}
        </ButtonLink>
        {presence.count > 0 && (
          <span class="small soft">{t('site:home.at_table', { count: presence.count })}</span>
        )}
        <UnreadCount count={thread.unread} />
      </p>
    </article>
  );
}

/** The newest post in its own language, with who said it. */
function Newest({ post }: { post: PostView }) {
  const { inLanguage } = useLanguage();
  const { author, locale, publishedAt } = post;
  return (
    <div class="stack stack-tight">
      <blockquote class="said" lang={locale}>
        {excerpt(post.html)}
      </blockquote>
      <p class="small dots">
        <span>{author.name}</span>
        {author.organisation && <span lang={author.organisation.locale}>{author.organisation.name}</span>}
        <Time value={publishedAt} as="ago" />
        <span class="soft">{inLanguage(locale)}</span>
      </p>
    </div>
  );
}

/** Plain words of the rendered post, cut at a word. */
function excerpt(html: string): string {
  const words = html
    .replace(/<(blockquote|table|pre|section)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<sup[\s\S]*?<\/sup>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= EXCERPT) return words;
  return `${words.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …`;
}

interface AlsoProps {
  first: Conversation;
  others: Conversation[];
  speakers: Author[];
}

/** The table of the first conversation, and the others. */
export function AlsoGoingOn({ first, others, speakers }: AlsoProps) {
  const { t } = useLanguage();
  return (
    <aside class="stack" aria-label={t('site:home.also')}>
      <Table conversation={first} speakers={speakers} />
      {others.length > 0 && <h2>{t('site:home.also')}</h2>}
      <ul class="list">
        {others.map((conversation) => (
          <li>
            <span class="item-title" lang={conversation.thread.title.locale}>
              <Link path={pathOf(conversation)}>{conversation.thread.title.text}</Link>
            </span>
            <span class="small soft dots">
              <span lang={conversation.room.name.locale}>{conversation.room.name.text}</span>
              {conversation.presence.count > 0 && (
                <span>{t('site:home.at_table', { count: conversation.presence.count })}</span>
              )}
              <Time value={conversation.thread.lastPostAt} as="ago" />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link path="/rooms">{t('site:home.all_rooms')}</Link>
      </p>
    </aside>
  );
}

/** Who is there now; while nobody is, who spoke last. */
function Table({ conversation, speakers }: { conversation: Conversation; speakers: Author[] }) {
  const { t } = useLanguage();
  const { person } = useReading();
  const { people, count } = conversation.presence;
  const shown = count > 0 ? people : speakers;
  const taken = shown.map(({ id, name }): TableSeat => ({
    kind: id === person?.id ? 'own' : 'taken',
    label: initials(name),
  }));
  const free = Array.from({ length: Math.max(0, SEATS - taken.length) }, (): TableSeat => ({ kind: 'free' }));
  const words =
    count > 0 ? t('site:home.at_table', { count }) : t('site:home.spoke', { count: speakers.length });
  return (
    <>
      <TableDrawing seats={[...taken, ...free]} middle={String(shown.length)} />
      <p class="small soft table-words">{words}</p>
    </>
  );
}
