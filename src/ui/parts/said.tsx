import type { ComponentChildren } from 'preact';
import { Link } from './link';

interface SaidProps {
  lang: string;
  children: ComponentChildren;
  as?: 'p' | 'h2' | 'h3' | 'span';
  large?: boolean;
  id?: string;
  path?: string;
}

/** In serif: what people agreed on or asked. */
export function Said({ lang, children, as: Element = 'p', large, id, path }: SaidProps) {
  return (
    <Element class={large ? 'said said-large' : 'said'} lang={lang} id={id}>
      {path ? <Link path={path}>{children}</Link> : children}
    </Element>
  );
}
