import { TRANSLATION_STATUSES } from '../../core/database/translation';
import { LOCALES, regionOf, type Locale } from '../../core/i18n/locales';
import type { Key } from '../../core/i18n/keys';
import type { Language } from '../../core/i18n/language';
import { useHref, useLanguage, useReading } from '../../ui/language';
import { REACTIONS } from '../posts/post.schema';
import { countedForms } from './counted-forms';

/** What the script of a room must know: where it is, and who reads. Its words stand in `words`. */
export interface PageFacts {
  kind: 'thread' | 'room' | 'rooms' | 'news' | 'writing';
  room?: string;
  thread?: string;
  epoch?: string;
  last?: number;
  /** Number of the last post that the reader has seen. */
  readUpTo?: number;
  canKeep?: boolean;
  /** The stakeholder groups for which the reader sits in the room. */
  groups?: readonly string[];
  /** The languages that posts are wanted in, best first; none: originals only. */
  reading?: readonly Locale[];
}

/** Read by the script and by nobody else: data, not a program, so that the strict policy lets it stand. */
export function PageData({ facts, words }: { facts: PageFacts; words: Record<string, unknown> }) {
  const { locale, timeZone } = useLanguage();
  const { person } = useReading();
  const href = useHref();
  const data = {
    ...facts,
    locale,
    region: regionOf(locale),
    timeZone,
    base: href('/'),
    person: person ? { id: person.id, name: person.name } : null,
    words,
  };
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return <script type="application/json" id="page-data" dangerouslySetInnerHTML={{ __html: json }} />;
}

const NAMED = { kind: '{kind}', names: '{names}' };

const said = new WeakMap<Language, Record<string, unknown>>();

/** The words that the script of a thread says: put together once for each language. */
export function useThreadWords(): Record<string, unknown> {
  const language = useLanguage();
  const known = said.get(language);
  if (known) return known;
  const words = threadWords(language);
  said.set(language, words);
  return words;
}

function threadWords(language: Language): Record<string, unknown> {
  const { t } = language;
  const forms = (key: Key, more?: Record<string, string>) => countedForms(language, key, more);
  return {
    here: forms('rooms:count.here'),
    visitors: forms('rooms:count.visitors'),
    newPosts: forms('rooms:count.new'),
    posts: forms('rooms:count.posts'),
    loaded: forms('rooms:count.loaded'),
    writing: t('rooms:live.writing', { name: '{name}' }),
    severalWriting: forms('rooms:live.several_writing'),
    table: t('rooms:table.middle', { number: '{count}' }),
    reconnecting: t('rooms:live.reconnecting'),
    connected: t('rooms:live.connected'),
    gone: t('rooms:live.gone'),
    found: forms('rooms:mention.found'),
    left: forms('rooms:composer.left'),
    over: forms('rooms:composer.over'),
    ambiguous: t('rooms:mention.ambiguous', { name: '{name}' }),
    mentioned: t('rooms:announce.mentioned', { name: '{name}' }),
    moved: t('rooms:live.moved'),
    movedThere: t('rooms:live.moved_there'),
    split: t('rooms:live.split'),
    merged: t('rooms:live.merged'),
    preview: t('rooms:composer.preview'),
    back: t('rooms:composer.back'),
    you: t('ui:presence.you'),
    reactions: Object.fromEntries(REACTIONS.map((kind) => [kind, t(`rooms:reaction.${kind}`)])),
    reactionFailed: t('rooms:reaction.failed'),
    reactedBy: t('rooms:reaction.by', NAMED),
    reactedByMore: forms('rooms:reaction.by_more', NAMED),
    edited: t('rooms:post.edited', { when: '{when}' }),
    translated: Object.fromEntries(
      TRANSLATION_STATUSES.map((status) => [status, t(`ui:state.${status}_with`, { from: '{from}' })]),
    ),
    from: Object.fromEntries(LOCALES.map((locale) => [locale, language.fromLanguage(locale)])),
    originalIn: Object.fromEntries(
      LOCALES.map((locale) => [locale, t('rooms:post.original', { in: language.inLanguage(locale) })]),
    ),
  };
}
