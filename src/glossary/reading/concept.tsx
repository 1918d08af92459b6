import type { ComponentChildren } from 'preact';
import { LOCALES } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { TitleBlock } from '../../ui/parts/title-block';
import type { ConceptChange } from '../concepts/concept-history.service';
import type { ConceptView } from '../concepts/concept.schema';
import { DOMAIN_WORDS } from '../glossary-words';
import { Sources } from './sources';
import { Unverified } from './unverified';
import { conceptPath } from './concept-paths';
import { History } from './concept-history';
import { CountryNoteColumns } from './country-note-columns';
import { TermTable } from './term-table';

interface ConceptRecordProps {
  concept: ConceptView;
  history: ConceptChange[];
  /** Languages that the actor may add terms in. */
  mayAddIn: readonly string[];
  /** What stands beside: where it is discussed and used. */
  children?: ComponentChildren;
}

/** Everything that the termbase knows of one concept. */
export function ConceptRecord({ concept, history, mayAddIn, children }: ConceptRecordProps) {
  const { t } = useLanguage();
  const { headword, withdrawn } = concept;
  return (
    <div class="page">
      <TitleBlock
        title={headword.word}
        lang={headword.locale}
        above={
          <>
            <span>{t(DOMAIN_WORDS[concept.domain])}</span>
            {headword.confidence === 'low' && <Unverified />}
          </>
        }
      >
        <Acts concept={concept} />
      </TitleBlock>
      {withdrawn && <Notice kind="amber" title={t('glossary:withdrawn.title')} />}
      <div class="split section">
        <div class="stack stack-wide">
          <Meaning concept={concept} />
          <TermTable concept={concept} mayAddIn={mayAddIn} />
          <CountryNoteColumns concept={concept} />
        </div>
        <aside class="stack stack-wide aside" aria-labelledby="facts">
          <ConceptFacts concept={concept} />
          {children}
        </aside>
      </div>
      <History changes={history} />
    </div>
  );
}

function Acts({ concept: { slug, can } }: { concept: ConceptView }) {
  const { t } = useLanguage();
  if (!can.edit && !can.restore) return null;
  return (
    <div class="row row-center no-print">
      {can.edit && <ButtonLink path={`${conceptPath(slug)}/edit`}>{t('glossary:edit')}</ButtonLink>}
      {can.withdraw && (
        <Form action={`${conceptPath(slug)}/withdraw`} id="withdraw" class="row">
          <Button kind="plain">{t('glossary:withdraw')}</Button>
        </Form>
      )}
      {can.restore && (
        <Form action={`${conceptPath(slug)}/restore`} id="restore" class="row">
          <Button>{t('glossary:restore')}</Button>
        </Form>
      )}
    </div>
  );
}

function Meaning({ concept: { id, definition, note } }: { concept: ConceptView }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="definition">
      <h2 id="definition" class="visually-hidden">
        {t('glossary:text.definition')}
      </h2>
      <Content as="p" class="said" lang={definition.locale}>
        {definition.text}
      </Content>
      <p class="small">
        <Standing of={definition} text={{ kind: 'concept', id }} />
      </p>
      {note && (
        <div class="stack stack-tight">
          <h3>{t('glossary:note')}</h3>
          <Content as="p" lang={note.locale}>
            {note.text}
          </Content>
          {note.locale !== definition.locale && (
            <p class="small">
              <Standing of={note} />
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function ConceptFacts({ concept }: { concept: ConceptView }) {
  const language = useLanguage();
  const { t } = language;
  const spoken = LOCALES.filter((locale) => concept.terms.some((term) => term.locale === locale));
  return (
    <section class="stack" aria-labelledby="facts">
      <SectionHead id="facts" title={t('glossary:fact.title')} flush />
      <Facts
        stacked
        facts={[
          { label: t('glossary:fact.domain'), value: t(DOMAIN_WORDS[concept.domain]) },
          {
            label: t('glossary:fact.languages'),
            value: language.list(spoken.map((locale) => language.languageName(locale))),
          },
          {
            label: t('glossary:fact.sources'),
            value: concept.sources.length > 0 && <Sources sources={concept.sources} />,
          },
        ]}
      />
    </section>
  );
}
