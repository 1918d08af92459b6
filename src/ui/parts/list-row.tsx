import type { ComponentChildren } from 'preact';
import { Link } from './link';

interface ListRowProps {
  path: string;
  title: ComponentChildren;
  lang?: string;
  /** Above the title: LiveMark, UnreadCount, Mark, Tag. */
  marks?: ComponentChildren;
  /** Below it, small: language, people, last post. */
  facts?: ComponentChildren;
  /** Below that: a first sentence, a TextState. */
  children?: ComponentChildren;
  /** Serif for questions and statements (rooms, threads), bold sans for names. */
  kind?: 'said' | 'name';
  heading?: 'h2' | 'h3' | 'p';
  unread?: boolean;
}

/** One line of a `ul.list`: hairlines, no cards. */
export function ListRow(props: ListRowProps) {
  const { path, title, lang, marks, facts, children, kind = 'said', heading: Heading = 'h3', unread } = props;
  return (
    <li class={unread ? 'list-row list-row-unread' : 'list-row'}>
      {marks && <p class="row row-center marks">{marks}</p>}
      <Heading class={kind === 'said' ? 'said' : 'item-title'} lang={lang}>
        <Link path={path}>{title}</Link>
      </Heading>
      {children}
      {facts && <p class="small soft dots">{facts}</p>}
    </li>
  );
}
