import { wordsOf, type DocumentBody } from '../../core/documents/document';
import type { Locale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import type { ChapterView } from './reading.schema';
import type { ReadableChapter } from './surroundings.service';

interface Heading {
  anchor: string;
  words: string;
  lang: Locale;
  below: boolean;
}

/** The headings of a chapter and the titles of its sections, in the order of the page. */
export function headingsOf(chapter: ChapterView, { body }: ReadableChapter): Heading[] {
  const own = body ? headingsIn(body, chapter.body!.locale) : [];
  const sections = chapter.sections.map(({ slug, number, title }) => {
    const words = [number, title.text].filter(Boolean).join(' ');
    return { anchor: slug, words, lang: title.locale, below: false };
  });
  return [...own, ...sections].filter(({ words }) => words !== '');
}

const headingsIn = ({ blocks }: DocumentBody, lang: Locale): Heading[] =>
  blocks.flatMap((block) =>
    block.kind === 'heading' && block.level <= 3
      ? [{ anchor: block.anchor, words: wordsOf(block.children), lang, below: block.level > 2 }]
      : [],
  );

/** The contents of the page; nothing where there is nothing to choose from. */
export function OnThisPage({ headings }: { headings: readonly Heading[] }) {
  const { t } = useLanguage();
  if (headings.length < 2) return null;
  return (
    <nav class="stack stack-tight" aria-labelledby="on-this-page">
      <h2 id="on-this-page" class="small soft">
        {t('handbooks:reading.on_this_page')}
      </h2>
      <ul class="tree">
        {headings.map(({ anchor, words, lang, below }) => (
          <li class={below ? 'tree-below' : undefined}>
            <a href={`#${anchor}`} lang={lang}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
