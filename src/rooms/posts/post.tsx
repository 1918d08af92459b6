import { initials } from '../../ui/initials';
import { useLanguage, useReading } from '../../ui/language';
import { Stencil } from '../../ui/stencil';
import { DrawnPost, type Shape, type Words } from './drawn-post';
import { useMoments } from './moments';
import type { ShownPost } from '../threads/thread-reading.service';

interface PostProps {
  post: ShownPost;
  canReply: boolean;
  /** Whether the post of this number stands on the same page. */
  near: (number: number) => boolean;
}

/** One post of a thread. */
export function PostItem({ post, canReply, near }: PostProps) {
  const { person } = useReading();
  const words = useWords(post);
  const answered = post.replyTo && (near(post.replyTo.number) ? 'near' : 'far');
  const shape: Shape = {
    own: person?.id === post.author.id,
    withdrawn: post.withdrawnAt !== null,
    organisation: post.author.organisation !== null,
    answers: answered ?? undefined,
    edited: post.editedAt !== null,
    canReply,
    canEdit: post.can.edit,
    canWithdraw: post.can.withdraw,
    blank: false,
    locale: post.locale,
  };
  return (
    <Stencil
      shape={['post', ...named(shape)]}
      words={words}
      html={['html']}
      draw={(marks) => <DrawnPost shape={shape} words={marks} />}
    />
  );
}

const named = (shape: Shape): (string | boolean | undefined)[] =>
  Object.values(shape) as (string | boolean | undefined)[];

function useWords({ id, number, threadId, author, replyTo, ...post }: ShownPost): Words {
  const language = useLanguage();
  const { dayKey, shortly } = useMoments();
  const { organisation } = author;
  return {
    id,
    number: String(number),
    client: post.clientId,
    thread: threadId,
    day: dayKey(post.publishedAt),
    published: post.publishedAt,
    time: language.time(post.publishedAt),
    moment: language.dateTime(post.publishedAt),
    html: post.html,
    author: author.id,
    name: author.name,
    initials: initials(author.name),
    organisation: organisation?.name ?? '',
    organisationSlug: organisation?.slug ?? '',
    organisationLocale: organisation?.locale ?? '',
    answered: replyTo ? `${replyTo.author}, ${replyTo.number}` : '',
    answeredNumber: String(replyTo?.number ?? ''),
    edited: post.editedAt
      ? language.t('rooms:post.edited', { when: shortly(post.editedAt, post.publishedAt) })
      : '',
  };
}

/** Nothing is written yet: the script does. */
const BLANK: Omit<Words, 'thread'> = {
  ...{ id: '', number: '0', client: '', day: '', published: '', time: '', moment: '', html: '' },
  ...{ author: '', name: '?', initials: '?', organisation: '', organisationSlug: '', organisationLocale: '' },
  ...{ answered: '', answeredNumber: '', edited: '' },
};

/** An empty post with all its parts: what the script clones when a post arrives, so that posts are drawn here only. */
export function PostTemplate({ threadId, canReply }: { threadId: string; canReply: boolean }) {
  const { locale } = useLanguage();
  const shape: Shape = {
    ...{ own: false, withdrawn: false, organisation: true, answers: 'far', edited: true },
    ...{ canReply, canEdit: true, canWithdraw: true, blank: true, locale },
  };
  return (
    <template id="post-template">
      <Stencil
        shape={['post', ...named(shape)]}
        words={{ ...BLANK, thread: threadId }}
        html={['html']}
        draw={(marks) => <DrawnPost shape={shape} words={marks} />}
      />
    </template>
  );
}
