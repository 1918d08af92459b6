declare module 'markdown-it-container' {
  import type { MarkdownIt } from 'markdown-it';
  const container: (
    markdown: MarkdownIt,
    name: string,
    options?: { validate?: (parameters: string) => boolean },
  ) => void;
  export default container;
}
