import { LOCALES } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Content } from '../../ui/parts/content';
import { EmptyState } from '../../ui/parts/empty-state';
import { Field } from '../../ui/parts/field';
import { FilterBar } from '../../ui/parts/filter-bar';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Pages } from '../../ui/parts/pages';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { TitleBlock } from '../../ui/parts/title-block';
import { DOMAINS } from '../concepts/concept.entity';
import type { GlossaryPage, ListedConcept } from '../concepts/concept.schema';
import { DOMAIN_WORDS } from '../glossary-words';
import { conceptPath, GLOSSARY } from './concept-paths';
import { Unverified } from './unverified';
import { register, type RegisterLetter } from './register';

export interface ConceptListProps {
  found: GlossaryPage;
  /** As typed: what the fields of the filter show. */
  filters: Record<string, string>;
  can: { add: boolean; import: boolean };
}

export function ConceptList({ found, filters, can }: ConceptListProps) {
  const { t, locale } = useLanguage();
  const letters = register(found.items, ({ headword }) => headword.word, locale);
  return (
    <div class="page">
      <TitleBlock title={t('glossary:title')} lead={t('glossary:lead')}>
        {can.add && (
          <p class="row row-center">
            <ButtonLink path={`${GLOSSARY}/new`}>{t('glossary:add')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      <GlossaryFilter filters={filters} />
      <section class="section no-line" aria-labelledby="found">
        <SectionHead id="found" title={t('glossary:count', { count: found.total })} />
        {found.total === 0 && (
          <EmptyState title={t('glossary:none.title')}>{t('glossary:none.words')}</EmptyState>
        )}
        {letters.length > 2 && <Letters letters={letters} />}
        {letters.map((letter) => (
          <UnderLetter letter={letter} />
        ))}
      </section>
      <Pages page={found.page} pages={found.pages} path={pathOf(filters)} />
      <p class="row small no-print">
        {can.import && <Link path={`${GLOSSARY}/import`}>{t('glossary:import.title')}</Link>}
        <Link path={`${GLOSSARY}/print`}>{t('glossary:print.link')}</Link>
        <Link path={`${GLOSSARY}/termbase.csv`}>{t('glossary:download')}</Link>
      </p>
    </div>
  );
}

/** The address of each page of what was found. */
export const pathOf = (filters: Record<string, string>) => (page: number) => {
  const used = Object.entries(filters).filter(([, value]) => value);
  return `${GLOSSARY}?${new URLSearchParams([...used, ['page', String(page)]]).toString()}`;
};

function GlossaryFilter({ filters }: { filters: Record<string, string> }) {
  const language = useLanguage();
  const { t } = language;
  const domains = DOMAINS.map((value) => ({ value, label: t(DOMAIN_WORDS[value]) }));
  return (
    <FilterBar path={GLOSSARY} values={filters}>
      <Field
        name="q"
        type="search"
        label={t('glossary:filter.words')}
        hint={t('glossary:filter.words_hint')}
      />
      <Choice
        name="domain"
        label={t('glossary:filter.domain')}
        empty={t('glossary:filter.all_domains')}
        options={language.sort(domains, ({ label }) => label)}
      />
    </FilterBar>
  );
}

function Letters({ letters }: { letters: RegisterLetter<ListedConcept>[] }) {
  const { t } = useLanguage();
  return (
    <nav class="register-letters" aria-label={t('glossary:letters')}>
      {letters.map(({ letter, id }) => (
        <a href={`#${id}`}>{letter}</a>
      ))}
    </nav>
  );
}

function UnderLetter({ letter: { letter, id, items } }: { letter: RegisterLetter<ListedConcept> }) {
  return (
    <section class="register-letter" aria-labelledby={id}>
      <h3 id={id}>{letter}</h3>
      <ul class="list list-close">
        {items.map((concept) => (
          <ConceptRow concept={concept} />
        ))}
      </ul>
    </section>
  );
}

function ConceptRow({ concept }: { concept: ListedConcept }) {
  const { t, locale } = useLanguage();
  const { slug, headword, definition, terms } = concept;
  const elsewhere = LOCALES.flatMap(
    (each) => terms.find((term) => term.standing === 'preferred' && term.locale === each) ?? [],
  ).filter((term) => term.locale !== headword.locale);
  return (
    <li class="concept-row">
      <div>
        <span class="item-title" lang={headword.locale}>
          <Link path={conceptPath(slug)}>{headword.word}</Link>
        </span>
        {headword.locale !== locale && <Tag>{t('glossary:no_term')}</Tag>}
        {headword.confidence === 'low' && <Unverified />}
        <span class="small soft dots">
          {elsewhere.map((term) => (
            <span>
              <span class="language-code">{term.locale}</span> <span lang={term.locale}>{term.word}</span>
            </span>
          ))}
        </span>
      </div>
      <div>
        <Content as="p" lang={definition.locale}>
          {definition.text}
        </Content>
        {definition.state !== 'reviewed' && definition.locale !== locale && (
          <p class="small">
            <Standing of={definition} />
          </p>
        )}
      </div>
    </li>
  );
}
