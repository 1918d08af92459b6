import { LOCALES, ownName, type Locale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import type { ConceptView } from '../concepts/concept.schema';
import { CONFIDENCE_WORDS, GENDER_WORDS, PART_WORDS, STANDING_WORDS } from '../glossary-words';
import type { TermView } from '../terms/term.schema';
import { Sources } from './sources';
import { conceptPath, termPath } from './concept-paths';

interface TermTableProps {
  concept: ConceptView;
  mayAddIn: readonly string[];
}

/** What the concept is called, language by language: the reader's first. */
export function TermTable({ concept, mayAddIn }: TermTableProps) {
  const { t, locale } = useLanguage();
  const others = LOCALES.filter((each) => each !== locale);
  return (
    <section aria-labelledby="terms">
      <SectionHead id="terms" title={t('glossary:terms.title')} />
      <div class="term-languages">
        {[locale, ...others].map((each) => (
          <InLanguage
            concept={concept}
            locale={each}
            terms={concept.terms.filter((term) => term.locale === each)}
            mayAdd={mayAddIn.includes(each)}
          />
        ))}
      </div>
    </section>
  );
}

interface InLanguageProps {
  concept: ConceptView;
  locale: Locale;
  terms: TermView[];
  mayAdd: boolean;
}

function InLanguage({ concept, locale, terms, mayAdd }: InLanguageProps) {
  const { t } = useLanguage();
  return (
    <section class="term-language" aria-labelledby={`terms-${locale}`}>
      <h3 id={`terms-${locale}`} lang={locale}>
        {ownName(locale)}
      </h3>
      {terms.length === 0 && <p class="soft">{t('glossary:terms.none')}</p>}
      <ul class="list list-close">
        {terms.map((term) => (
          <Row concept={concept} term={term} />
        ))}
      </ul>
      {mayAdd && (
        <p class="small no-print">
          <Link path={`${conceptPath(concept.slug)}/terms/new?locale=${locale}`}>
            {t('glossary:terms.add')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Row({ concept, term }: { concept: ConceptView; term: TermView }) {
  const { t } = useLanguage();
  const { id, word, locale, standing, confidence, partOfSpeech, gender, note, sources, can } = term;
  return (
    <li class={`term-row term-${standing}`} id={`term-${id}`}>
      <p>
        <span class="item-title" lang={locale}>
          {standing === 'forbidden' ? <s>{word}</s> : word}
        </span>{' '}
        {can.edit && (
          <Link path={termPath(concept.slug, id)} class="small no-print">
            {t('glossary:terms.edit')}
            <span class="visually-hidden"> {word}</span>
          </Link>
        )}
      </p>
      <p class="small dots">
        <span class={`standing standing-${standing}`}>{t(STANDING_WORDS[standing])}</span>
        <span class={confidence === 'low' ? 'unverified' : 'soft'}>{t(CONFIDENCE_WORDS[confidence])}</span>
        {partOfSpeech && partOfSpeech !== 'noun' && <span class="soft">{t(PART_WORDS[partOfSpeech])}</span>}
        {gender && <span class="soft">{t(GENDER_WORDS[gender])}</span>}
      </p>
      {note && <p class="small">{note}</p>}
      {sources.length > 0 && (
        <div class="small soft">
          <Sources sources={sources} />
        </div>
      )}
    </li>
  );
}
