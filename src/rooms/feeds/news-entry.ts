import type { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import type { PostTranslationView } from '../posts/post.schema';
import { shownTranslation } from '../posts/post-views';
import type { AtomEntry } from './atom';
import type { NewsItem } from './room-news.service';

const MEANING: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => MEANING[sign]!);

/** A post as a feed tells of it. @param address makes a whole address out of a path */
export function newsEntry(
  { post, thread, translatedAt }: NewsItem,
  language: Language,
  address: { page: (path: string) => string; file: (path: string) => string },
): AtomEntry {
  const translation = shownTranslation(post, [language.locale]);
  const { name, organisation } = post.author;
  return {
    id: `urn:uuid:${post.id}`,
    title: { text: `${name}: ${thread.text}`, locale: thread.locale },
    page: address.page(`/posts/${post.id}`),
    published: post.publishedAt,
    updated: latest(post.publishedAt, post.editedAt, translation && translatedAt?.toISOString()),
    author: {
      name,
      organisation: organisation && {
        name: organisation.name,
        page: address.page(`/organisations/${organisation.slug}`),
      },
    },
    content: translation
      ? { text: marked(translation, post.locale, language) + translation.html, locale: translation.locale }
      : { text: post.html, locale: post.locale },
    files: post.files.map(({ id, type, size, name }) => ({
      ...{ address: address.file(`/files/${id}`), type, size, name },
    })),
  };
}

/** What readers see changes with an edit, and with a translation into their language. */
const latest = (...moments: (string | null | undefined)[]): string =>
  moments
    .filter((moment) => typeof moment === 'string')
    .sort()
    .at(-1)!;

/** Nothing translated goes without its mark, and nothing that a machine made is taken for a person's. */
function marked({ status, by, outdated }: PostTranslationView, original: Locale, language: Language): string {
  const { t, locale, fromLanguage } = language;
  const standing = t(`ui:state.${status}_with`, { from: fromLanguage(original) });
  const words = [standing, by, outdated && t('ui:state.changed')].filter((word) => typeof word === 'string');
  return `<p lang="${locale}"><em>${words.map(escaped).join(' · ')}</em></p>\n`;
}
