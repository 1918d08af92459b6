import type { ComponentChildren } from 'preact';
import type { RenderedText } from '../../core/database/rendered';
import { evidencePath } from '../../evidence/evidence-paths';
import type { EvidenceView } from '../../evidence/evidence.schema';
import { EvidenceList } from '../../evidence/reading/evidence-list';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Beside, Standing } from '../../ui/parts/standing';
import { Time } from '../../ui/parts/time';
import { WithTerms } from '../../ui/terms';
import type { Cited } from '../../core/documents/cited';
import { ContentsTree, nested } from './contents';
import { ChapterDiscussion } from './discussion';
import type { Discussion } from './discussions.service';
import { DocumentProse } from './document-prose';
import { chapterPath } from './handbook-paths';
import { headingsOf, OnThisPage } from './on-this-page';
import { PageTools } from './page-tools';
import type { ChapterView, HandbookView, ReadText } from './reading.schema';
import type { ReadableChapter } from './surroundings.service';
import { OtherLanguages } from './text-languages';

interface ChapterPageProps {
  handbook: HandbookView;
  chapter: ChapterView;
  readable: ReadableChapter;
  discussion: Discussion | undefined;
  cited: Cited;
  /** What it and its sections rest on. */
  evidence: readonly EvidenceView[];
  /** What is known above the handbook: its editions. */
  beside?: ComponentChildren;
}

/** A chapter with its sections, between the contents of the book and those of the page. */
export function ChapterPage(props: ChapterPageProps) {
  const { handbook, chapter, readable, discussion, cited, evidence, beside } = props;
  const path = chapterPath(handbook.slug, chapter.slug);
  const headings = headingsOf(chapter, readable);
  return (
    <div class="page">
      <div class="reading section no-line">
        <div class="reading-contents">
          <div class="sticky">
            <ContentsTree handbook={handbook} current={chapter.slug} />
          </div>
        </div>
        <article>
          <Head chapter={chapter} handbook={handbook} />
          {chapter.body && readable.body && (
            <Body of={chapter.body}>
              <DocumentProse body={readable.body} lang={chapter.body.locale} around={readable.around} />
            </Body>
          )}
          {chapter.sections.map((section) => (
            <Section section={section} chapter={chapter} readable={readable} />
          ))}
          <ChaptersBelow handbook={handbook} chapter={chapter} />
          {evidence.length > 0 && (
            <EvidenceList evidence={evidence} statement={{ kind: 'chapter', id: chapter.id }} />
          )}
          {chapter.status === 'published' && <ChapterDiscussion path={path} discussion={discussion} />}
          <Turn handbook={handbook} chapter={chapter} />
        </article>
        <div class="no-print">
          <div class="sticky stack stack-wide">
            <OnThisPage headings={headings} />
            <OtherLanguages languages={chapter.languages} />
            {beside}
            <PageTools cited={cited} path={path} />
          </div>
        </div>
      </div>
    </div>
  );
}

function Head({ chapter, handbook }: Pick<ChapterPageProps, 'handbook' | 'chapter'>) {
  const { t } = useLanguage();
  const { id, number, title, lead, body, status, revision, editedAt, depth, can, slug } = chapter;
  const part = depth === 1 && handbook.contents.some((each) => isBelow(handbook, chapter, each.slug));
  return (
    <header class="title-block">
      <p class="row small soft">
        {number && (
          <span>{t(part ? 'handbooks:reading.part' : 'handbooks:reading.chapter', { number })}</span>
        )}
        {status !== 'published' && <Tag>{t(`handbooks:reading.status.${status}`)}</Tag>}
      </p>
      <h1 lang={title.locale}>{title.text}</h1>
      {lead && (
        <p class="lead" lang={lead.locale}>
          <WithTerms lang={lead.locale}>{lead.text}</WithTerms>
        </p>
      )}
      <p class="row row-center">
        <Standing of={body ?? title} text={{ kind: 'chapter', id }} />
        <span class="small soft dots">
          <span>{t('handbooks:reading.version', { number: revision })}</span>
          <Time value={editedAt} as="date" />
        </span>
        {can.edit && (
          <ButtonLink small class="no-print" path={`${chapterPath(handbook.slug, slug)}/edit`}>
            {t('handbooks:reading.edit')}
          </ButtonLink>
        )}
        {can.edit && (
          <Link class="small no-print" path={evidencePath({ kind: 'chapter', id })}>
            {t('evidence:list.keep')}
          </Link>
        )}
        {can.comment && (
          <Link class="small no-print" path={`${chapterPath(handbook.slug, slug)}/comments`}>
            {t('handbooks:comment.title')}
          </Link>
        )}
        {can.suggest && (
          <Link class="small no-print" path={`${chapterPath(handbook.slug, slug)}/suggestions`}>
            {t('handbooks:suggestion.list')}
          </Link>
        )}
      </p>
    </header>
  );
}

function Body({ of, children }: { of: RenderedText; children: ComponentChildren }) {
  return <div class={of.state === 'machine' ? 'by-machine' : undefined}>{children}</div>;
}

function Section({
  section,
  chapter,
  readable,
}: {
  section: ReadText;
  chapter: ChapterView;
  readable: ReadableChapter;
}) {
  const { t } = useLanguage();
  const { id, slug, number, title, lead, body, status } = section;
  const tree = readable.sections.get(id);
  const text = { kind: 'chapter', id };
  const own = body ?? title;
  return (
    <section class="book-section" aria-labelledby={slug}>
      <h2 id={slug} class="book-section-title">
        {number && <span class="num soft">{number} </span>}
        <Content lang={title.locale}>{title.text}</Content>
        {status !== 'published' && <Tag>{t(`handbooks:reading.status.${status}`)}</Tag>}
      </h2>
      <p class="small">
        {sameStanding(own, chapter.body ?? chapter.title) ? (
          <Beside of={own} text={text} />
        ) : (
          <Standing of={own} text={text} />
        )}
      </p>
      {lead && (
        <p class="said" lang={lead.locale}>
          {lead.text}
        </p>
      )}
      {body && tree && (
        <Body of={body}>
          <DocumentProse
            body={tree}
            lang={body.locale}
            around={readable.around}
            prefix={`${slug}-`}
            firstHeading={3}
          />
        </Body>
      )}
    </section>
  );
}

const sameStanding = (a: RenderedText, b: RenderedText): boolean =>
  a.locale === b.locale && a.state === b.state && a.outdated === b.outdated;

const isBelow = (handbook: HandbookView, { slug }: ChapterView, other: string): boolean =>
  nested(handbook.contents).some(
    ({ entry, below }) => entry.slug === slug && below.some((each) => each.slug === other),
  );

/** A part says what stands in it. */
function ChaptersBelow({ handbook, chapter }: Pick<ChapterPageProps, 'handbook' | 'chapter'>) {
  const { t } = useLanguage();
  const below = nested(handbook.contents).find(({ entry }) => entry.slug === chapter.slug)?.below ?? [];
  const chapters = below.filter(({ depth }) => depth === 2);
  if (chapters.length === 0) return null;
  return (
    <section class="section" aria-labelledby="below">
      <h2 id="below" class="small soft">
        {t('handbooks:reading.in_this_part')}
      </h2>
      <ol class="book-contents">
        {chapters.map(({ number, title, path }) => (
          <li class="book-line">
            <span class="num soft">{number}</span>
            <Link path={path} class="quiet-link" lang={title.locale}>
              {title.text}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Turn({ handbook, chapter: { previous, next } }: Pick<ChapterPageProps, 'handbook' | 'chapter'>) {
  const { t } = useLanguage();
  const turn = (to: ChapterView['next'], words: string) => (
    <div>
      {to && (
        <>
          <span class="small soft">{words}</span>
          <br />
          <Link path={chapterPath(handbook.slug, to.slug)} lang={to.title.locale}>
            {to.title.text}
          </Link>
        </>
      )}
    </div>
  );
  return (
    <nav class="turn" aria-label={t('handbooks:reading.turn')}>
      {turn(previous, t('handbooks:reading.previous'))}
      {turn(next, t('handbooks:reading.next'))}
    </nav>
  );
}
