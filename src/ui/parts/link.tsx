import type { ComponentChildren } from 'preact';
import { useHref } from '../language';

interface LinkProps {
  /** Path without the locale; may carry a query and a fragment: `/rooms/1?page=2#unread`. */
  path: string;
  children: ComponentChildren;
  class?: string;
  id?: string;
  /** When the words of the link are in another language than the page. */
  lang?: string;
  current?: boolean | 'page' | 'true';
  rel?: string;
  /** Letter that leads here together with the keys of the browser. */
  accesskey?: string;
  /** Name by which a script finds it. */
  slot?: string;
}

/** A link inside the hub, in the reader's language. */
export function Link({ path, children, current, slot, ...rest }: LinkProps) {
  const href = useHref();
  return (
    <a
      href={href(path)}
      {...rest}
      data-slot={slot}
      aria-current={current === true ? 'page' : current || undefined}
    >
      {children}
    </a>
  );
}
