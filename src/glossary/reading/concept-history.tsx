import type { Key } from '../../core/i18n/keys';
import { isLocale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { SectionHead } from '../../ui/parts/section-head';
import { Time } from '../../ui/parts/time';
import type { ConceptChange } from '../concepts/concept-history.service';
import { CONFIDENCE_WORDS, STANDING_WORDS } from '../glossary-words';
import { CONFIDENCES, STANDINGS } from '../terms/term';

const ACTS: Partial<Record<ConceptChange['name'], Key>> = {
  'concept.added': 'glossary:history.added',
  'concept.edited': 'glossary:history.edited',
  'concept.withdrawn': 'glossary:history.withdrawn',
  'concept.restored': 'glossary:history.restored',
  'concept.term_added': 'glossary:history.term_added',
  'concept.term_changed': 'glossary:history.term_changed',
  'concept.term_removed': 'glossary:history.term_removed',
  'concept.discussed': 'glossary:history.discussed',
  'country_note.written': 'glossary:history.note_written',
  'country_note.changed': 'glossary:history.note_changed',
  'country_note.removed': 'glossary:history.note_removed',
};

/** Who did what and when; the newest first. */
export function History({ changes }: { changes: ConceptChange[] }) {
  const { t } = useLanguage();
  if (changes.length === 0) return null;
  return (
    <section class="section no-print" aria-labelledby="history">
      <SectionHead id="history" title={t('glossary:history.title')} />
      <ol class="list list-close">
        {changes.map((change) => (
          <Line change={change} />
        ))}
      </ol>
    </section>
  );
}

function Line({ change }: { change: ConceptChange }) {
  const { t } = useLanguage();
  const { name, by, at } = change;
  return (
    <li>
      <p>
        <span>{t(ACTS[name] ?? 'glossary:history.edited')}</span> <Said change={change} />
      </p>
      <p class="small soft dots">
        <span>{by ?? t('glossary:history.hub')}</span>
        <Time value={at} />
      </p>
    </li>
  );
}

/** Of a term: the word, and what of it became another. Of the others: what stood there before. */
function Said({ change: { name, before, after, locale } }: { change: ConceptChange }) {
  const language = useLanguage();
  const shown = after ?? before;
  if (name.startsWith('country_note.'))
    return <span class="soft">{language.country(text(shown?.['country']))}</span>;
  if (!name.startsWith('concept.term_')) return null;
  const was =
    before && after && text(before['word']) !== text(after['word']) ? text(before['word']) : undefined;
  return (
    <>
      {was && <del lang={locale ?? undefined}>{was}</del>}{' '}
      <b lang={locale ?? undefined}>{text(shown?.['word'])}</b>{' '}
      <span class="small soft">
        {locale && isLocale(locale) ? language.languageName(locale) : locale}
        <Became before={before} after={after} />
      </span>
    </>
  );
}

function Became({ before, after }: Pick<ConceptChange, 'before' | 'after'>) {
  const { t } = useLanguage();
  const now = after ?? before ?? {};
  const standing = STANDINGS.find((each) => each === now['standing']);
  const confidence = CONFIDENCES.find((each) => each === now['confidence']);
  const changed = (field: string) => !before || !after || before[field] !== after[field];
  return (
    <>
      {standing && changed('standing') && ` · ${t(STANDING_WORDS[standing])}`}
      {confidence && changed('confidence') && ` · ${t(CONFIDENCE_WORDS[confidence])}`}
    </>
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
