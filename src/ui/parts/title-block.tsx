import type { ComponentChildren } from 'preact';

interface TitleBlockProps {
  title: ComponentChildren;
  /** Of the title and the lead. */
  lang?: string;
  /** A quiet row above: kind, partnership, marks. */
  above?: ComponentChildren;
  lead?: ComponentChildren;
  /** Below: buttons and facts. */
  children?: ComponentChildren;
}

/** The one h1 of a page. */
export function TitleBlock({ title, lang, above, lead, children }: TitleBlockProps) {
  return (
    <div class="title-block">
      {above && <div class="row small soft">{above}</div>}
      <h1 lang={lang}>{title}</h1>
      {lead && (
        <p class="lead" lang={lang}>
          {lead}
        </p>
      )}
      {children}
    </div>
  );
}
