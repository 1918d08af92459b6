import { initials } from '../../ui/initials';
import { useLanguage, useReading } from '../../ui/language';
import { useTermMarks } from '../../ui/terms';
import { Stencil } from '../../ui/stencil';
import { DrawnPost } from './drawn-post';
import { HTML_WORDS, type Shape, type Words } from './post-shape';
import { filesAsHtml } from './post-files';
import { useMoments } from './moments';
import { noReactions, reactionWords } from '../reactions/reaction-words';
import type { Locale } from '../../core/i18n/locales';
import type { PostTranslationView, PostView } from './post.schema';
import { pollAsHtml } from '../polls/poll-html';
import type { PollView } from '../polls/poll.schema';
import { shownTranslation } from './post-views';
import type { ShownPost } from '../threads/thread-reading.service';

interface PostProps {
  post: ShownPost;
  canReply: boolean;
  canResolve: boolean;
  /** The reader keeps order in the room, and it is not archived. */
  keeps: boolean;
  /** Whether the post of this number stands on the same page. */
  near: (number: number) => boolean;
  /** The languages that the reader wants it in, best first; none: originals only. */
  locales: readonly Locale[];
  /** The poll that stands in it. */
  poll: PollView | undefined;
}

/** One post of a thread. */
export function PostItem({ post, canReply, canResolve, keeps, near, locales, poll }: PostProps) {
  const reading = useReading();
  const { person } = reading;
  const translation = shownTranslation(post, locales);
  const words = { ...useWords(post, translation), poll: pollAsHtml(poll, reading) };
  const answered = post.replyTo && (near(post.replyTo.number) ? 'near' : 'far');
  const shape: Shape = {
    own: person?.id === post.author.id,
    withdrawn: post.withdrawnAt !== null,
    gone: goneBecause(post),
    organisation: post.author.organisation !== null,
    answers: answered ?? undefined,
    edited: post.editedAt !== null,
    files: post.files.length > 0,
    canReply,
    canEdit: post.can.edit,
    canWithdraw: post.can.withdraw,
    canReport: person?.id !== post.author.id,
    canResolve,
    keeps: keeps || post.can.hide,
    polled: poll !== undefined,
    canReact: post.can.react,
    reacted: post.reactions.length > 0,
    cited: post.cited > 0,
    blank: false,
    locale: translation?.locale ?? post.locale,
    translated: translation?.status,
    signed: Boolean(translation?.by),
    outdated: translation?.outdated ?? false,
    warned: translation?.warned ?? false,
    originalLocale: post.locale,
  };
  return (
    <Stencil
      shape={['post', ...named(shape)]}
      words={words}
      html={HTML_WORDS}
      draw={(marks) => <DrawnPost shape={shape} words={marks} />}
    />
  );
}

const goneBecause = ({ withdrawnAt, hiddenAt, movedTo }: PostView): Shape['gone'] =>
  withdrawnAt === null ? undefined : movedTo ? 'moved' : hiddenAt ? 'hidden' : 'withdrawn';

const named = (shape: Shape): (string | boolean | undefined)[] =>
  Object.values(shape) as (string | boolean | undefined)[];

function useWords(
  { id, number, threadId, author, replyTo, ...post }: ShownPost,
  translation: PostTranslationView | undefined,
): Words {
  const language = useLanguage();
  const mark = useTermMarks();
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
    html: translation ? mark(translation.html, translation.locale) : mark(post.html, post.locale),
    original: translation ? post.html : '',
    by: translation?.by ?? '',
    files: filesAsHtml(post.files, language),
    ...reactionWords(post, language),
    poll: '',
    pollId: post.pollId ?? '',
    name: author.name,
    initials: initials(author.name),
    organisation: organisation?.name ?? '',
    organisationSlug: organisation?.slug ?? '',
    organisationLocale: organisation?.locale ?? '',
    answered: replyTo ? `${replyTo.author}, ${replyTo.number}` : '',
    answeredNumber: String(replyTo?.number ?? ''),
    moved: post.movedTo?.id ?? '',
    edited: post.editedAt
      ? language.t('rooms:post.edited', { when: shortly(post.editedAt, post.publishedAt) })
      : '',
    cited: post.cited > 0 ? language.t('evidence:cited', { count: post.cited }) : '',
  };
}

/** Nothing is written yet: the script does. */
const BLANK: Omit<Words, 'thread'> = {
  ...{
    id: '',
    number: '0',
    client: '',
    day: '',
    published: '',
    time: '',
    moment: '',
    html: '',
    original: '',
    by: '-',
    files: '',
    poll: '',
    pollId: '',
    ...noReactions,
  },
  ...{ name: '?', initials: '?', organisation: '', organisationSlug: '', organisationLocale: '' },
  ...{ answered: '', answeredNumber: '', edited: '', cited: '', moved: '' },
};

/** An empty post with all its parts: what the script clones when a post arrives, so that posts are drawn here only. */
export function PostTemplate({
  threadId,
  canReply,
  canResolve,
  keeps,
}: {
  threadId: string;
} & Pick<PostProps, 'canReply' | 'canResolve' | 'keeps'>) {
  const { locale } = useLanguage();
  const shape: Shape = {
    ...{
      own: false,
      withdrawn: false,
      gone: undefined,
      polled: true,
      organisation: true,
      answers: 'far',
      edited: true,
      files: true,
    },
    ...{
      canReply,
      canEdit: true,
      canWithdraw: true,
      canReport: true,
      canResolve,
      keeps,
      cited: false,
      blank: true,
      locale,
    },
    ...{ canReact: canReply, reacted: true },
    ...{ translated: undefined, signed: true, outdated: true, warned: true, originalLocale: locale },
  };
  return (
    <template id="post-template">
      <Stencil
        shape={['post', ...named(shape)]}
        words={{ ...BLANK, thread: threadId }}
        html={HTML_WORDS}
        draw={(marks) => <DrawnPost shape={shape} words={marks} />}
      />
    </template>
  );
}
