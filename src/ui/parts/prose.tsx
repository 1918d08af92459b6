interface ProseProps {
  lang: string;
  /** From the hub's Markdown renderer only, which lets no markup of people's through. */
  html: string;
  /** `talk`: a post, in sans; `published`: a chapter, a purpose, in serif. */
  kind?: 'talk' | 'published';
  id?: string;
}

/** A longer text that was written in Markdown. */
export function Prose({ lang, html, kind = 'talk', id }: ProseProps) {
  return (
    <div
      id={id}
      class={kind === 'talk' ? 'said-text' : 'prose'}
      lang={lang}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
