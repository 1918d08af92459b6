import type { ComponentChildren } from 'preact';

interface SectionHeadProps {
  /** For aria-labelledby of the section. */
  id: string;
  title: ComponentChildren;
  heading?: 'h2' | 'h3';
  lang?: string;
  /** Stands at the other end: a link to all of it, a key. */
  children?: ComponentChildren;
  /** Without the space below. */
  flush?: boolean;
}

export function SectionHead({ id, title, heading: Heading = 'h2', lang, children, flush }: SectionHeadProps) {
  return (
    <div class={flush ? 'section-head flush' : 'section-head'}>
      <Heading id={id} lang={lang}>
        {title}
      </Heading>
      {children}
    </div>
  );
}
