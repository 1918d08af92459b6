import type { Language } from '../../core/i18n/language';
import type { BookWords } from '../book';
import type { Manuscript } from './manuscript';

/** What a book says in its own language without anybody having written it. */
export function bookWords({ outline, figures }: Manuscript, { t }: Language): BookWords {
  const chapters = outline.all.map(({ chapter, number }) => [
    `chapter:${chapter.slug}`,
    number ? t('editions:reference.chapter', { number }) : chapter.title,
  ]);
  const pictures = [...figures.keys()].flatMap((id) => {
    const number = outline.figureNumber(id);
    return number ? [[`figure:${id}`, t('editions:reference.figure', { number })]] : [];
  });
  return {
    contents: t('editions:book.contents'),
    imprint: t('editions:book.imprint'),
    listOfCases: t('editions:book.cases'),
    indexOfThemes: t('editions:book.themes'),
    indexOfPlaces: t('editions:book.places'),
    glossary: t('editions:book.glossary'),
    edition: t('editions:book.edition'),
    licence: t('editions:book.licence'),
    figure: t('editions:book.figure'),
    footnotes: t('editions:book.footnotes'),
    gone: t('editions:book.gone'),
    liveVersion: t('editions:book.live'),
    tones: {
      key: t('editions:book.tone.key'),
      example: t('editions:book.tone.example'),
      caution: t('editions:book.tone.caution'),
    },
    definition: t('editions:book.definition'),
    message: t('editions:book.message'),
    references: Object.fromEntries([...chapters, ...pictures]) as Record<string, string>,
  };
}
