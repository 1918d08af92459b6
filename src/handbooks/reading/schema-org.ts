import type { Locale } from '../../core/i18n/locales';
import { chapterPath, handbookPath } from './handbook-paths';
import type { ChapterView, HandbookView } from './reading.schema';

const CONTEXT = 'https://schema.org';

/** `CC BY-SA 4.0` → its address; other licences by their name. */
export function licenceAddress(licence: string): string {
  const [, kind, version] = /^CC (BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?) (\d\.\d)$/.exec(licence) ?? [];
  return kind ? `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` : licence;
}

interface Where {
  /** `https://hub.example` */
  origin: string;
  locale: Locale;
}

/** A handbook in the words of schema.org. */
export function bookFacts({ origin, locale }: Where, view: HandbookView): Record<string, unknown> {
  const address = (in_: Locale) => `${origin}/${in_}${handbookPath(view.slug)}`;
  return {
    '@context': CONTEXT,
    '@type': 'Book',
    ...{ '@id': address(locale), url: address(locale), name: view.title.text, inLanguage: view.title.locale },
    ...(view.summary && { description: view.summary.text }),
    license: licenceAddress(view.licence),
    publisher: { '@type': 'Organization', name: view.partnership.name.text },
    ...(view.publishedAt && { datePublished: view.publishedAt.slice(0, 10) }),
    ...(view.doi && { identifier: `https://doi.org/${view.doi}` }),
    ...translationOf('Book', view.title, address),
  };
}

/** A chapter in the words of schema.org. */
export function chapterFacts(
  { origin, locale }: Where,
  handbook: HandbookView,
  chapter: ChapterView,
): Record<string, unknown> {
  const address = (in_: Locale) => `${origin}/${in_}${chapterPath(handbook.slug, chapter.slug)}`;
  const { title, lead, number, publishedAt, editedAt } = chapter;
  const { '@context': _, ...book } = bookFacts({ origin, locale }, handbook);
  return {
    '@context': CONTEXT,
    '@type': 'Chapter',
    ...{ '@id': address(locale), url: address(locale), name: title.text, inLanguage: title.locale },
    ...(lead && { description: lead.text }),
    ...(number && { position: number }),
    license: licenceAddress(handbook.licence),
    isPartOf: book,
    ...(publishedAt && { datePublished: publishedAt.slice(0, 10) }),
    dateModified: editedAt.slice(0, 10),
    ...translationOf('Chapter', title, address),
  };
}

function translationOf(
  type: string,
  { locale, originalLocale }: { locale: Locale; originalLocale: Locale },
  address: (locale: Locale) => string,
) {
  if (locale === originalLocale) return {};
  const url = address(originalLocale);
  return { translationOfWork: { '@type': type, '@id': url, url, inLanguage: originalLocale } };
}
