import type { ComponentChildren } from 'preact';

interface ContentProps {
  /** The language of this very text, not of the page. */
  lang: string;
  as?: 'p' | 'div' | 'span' | 'h1' | 'h2' | 'h3' | 'h4' | 'li' | 'b' | 'q';
  class?: string;
  id?: string;
  children: ComponentChildren;
}

/** People's words: every node of content says its own language. */
export function Content({ as: Element = 'span', children, ...rest }: ContentProps) {
  return <Element {...rest}>{children}</Element>;
}
