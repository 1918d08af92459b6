import { Content } from '../../ui/parts/content';

/** Several paragraphs of somebody's plain words. */
export function Paragraphs({ text, lang }: { text: string; lang: string }) {
  return (
    <Content as="div" class="stack" lang={lang}>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </Content>
  );
}
