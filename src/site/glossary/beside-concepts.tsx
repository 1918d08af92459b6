import { Injectable } from '@nestjs/common';
import type { Reader } from '../../core/http/reader';
import type { ConceptView } from '../../glossary/concepts/concept.schema';
import { conceptPath } from '../../glossary/reading/concept-paths';
import { ConceptSurroundings } from '../../glossary/reading/concept-surroundings';
import { threadPath } from '../../rooms/room-paths';
import { searchInput, type SearchHit } from '../../search/search.schema';
import { Searching } from '../../search/search.service';
import { deskPath } from '../../translations/translation-paths';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';

/** So many texts are listed; the search knows them all. */
const MOST = 8;

/** Where a concept is discussed, and in which texts it is written. */
@Injectable()
export class BesideConcepts extends ConceptSurroundings {
  constructor(private readonly searching: Searching) {
    super();
  }

  async of(reader: Reader, concept: ConceptView) {
    const q = concept.headword.word.replace(/\([^)]*\)/g, ' ');
    const { hits } = await this.searching.find(reader, searchInput.parse({ q, limit: 20 }));
    const texts = onceEach(hits.filter(({ kind }) => kind !== 'concept' && kind !== 'country_note'));
    return (
      <>
        {mayTranslate(reader, concept) && <Translating concept={concept} />}
        {!concept.withdrawn && <Discussion concept={concept} />}
        <Used texts={texts.slice(0, MOST)} q={q.trim()} />
      </>
    );
  }
}

/** Several posts of one thread are one text here. */
const onceEach = (hits: SearchHit[]): SearchHit[] => [
  ...new Map(hits.map((hit) => [hit.title.map(({ text }) => text).join(''), hit])).values(),
];

const mayTranslate = ({ actor, language: { locale } }: Reader, concept: ConceptView): boolean =>
  !concept.withdrawn && concept.locale !== locale && actor.translates(locale);

/** The desk at which the definition is translated into the language of the page. */
function Translating({ concept: { id } }: { concept: ConceptView }) {
  const { t, locale } = useLanguage();
  return (
    <p class="no-print">
      <ButtonLink small path={deskPath({ kind: 'concept', id, locale })}>
        {t('glossary:translate')}
      </ButtonLink>
    </p>
  );
}

function Discussion({ concept: { slug, threadId } }: { concept: ConceptView }) {
  const { t } = useLanguage();
  return (
    <section class="stack no-print" aria-labelledby="discussion">
      <SectionHead id="discussion" title={t('glossary:discussion.title')} flush />
      {threadId ? (
        <p>
          <Link path={threadPath(threadId)}>{t('glossary:discussion.read')}</Link>
        </p>
      ) : (
        <p>
          <ButtonLink small path={`${conceptPath(slug)}/discussion`}>
            {t('glossary:discussion.open')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

function Used({ texts, q }: { texts: SearchHit[]; q: string }) {
  const { t } = useLanguage();
  if (texts.length === 0) return null;
  return (
    <section class="stack no-print" aria-labelledby="used">
      <SectionHead id="used" title={t('glossary:used.title')} flush />
      <ul class="list list-close">
        {texts.map(({ path, title, titleLocale, place }) => (
          <li>
            <span lang={titleLocale}>
              <Link path={path}>{title.map(({ text }) => text).join('')}</Link>
            </span>
            {place && (
              <span class="small soft" lang={place.locale}>
                {place.name}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="small">
        <Link path={`/search?${new URLSearchParams({ q }).toString()}`}>{t('glossary:used.all')}</Link>
      </p>
    </section>
  );
}
