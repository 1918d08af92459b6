import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { TitleBlock } from '../../ui/parts/title-block';
import { WithTerms } from '../../ui/terms';
import type { Cited } from '../../core/documents/cited';
import { nested } from './contents';
import { DEEPEST_PAGE, handbookPath } from './handbook-paths';
import { PageTools } from './page-tools';
import type { ContentsEntry, HandbookView } from './reading.schema';
import { KeyToStates, OtherLanguages, StatesAtOnce } from './text-languages';

interface HandbookPageProps {
  view: HandbookView;
  cited: Cited;
  /** What is known above the handbook: its editions. */
  beside: ComponentChildren;
}

/** The title page of a handbook, with all that stands in it. */
export function HandbookPage({ view, cited, beside }: HandbookPageProps) {
  const { t } = useLanguage();
  const { id, title, subtitle, summary, contents, can, slug } = view;
  const [first] = contents;
  return (
    <div class="page">
      <TitleBlock title={title.text} lang={title.locale} above={<Above view={view} />}>
        {subtitle && (
          <p class="lead" lang={subtitle.locale}>
            {subtitle.text}
          </p>
        )}
        <p class="row row-center">
          <Standing of={title} text={{ kind: 'handbook', id }} />
        </p>
        <div class="row row-center no-print">
          {first && (
            <ButtonLink kind="main" path={first.path}>
              {t('handbooks:reading.start')}
            </ButtonLink>
          )}
          {can.edit && (
            <ButtonLink path={`${handbookPath(slug)}/edit`}>{t('handbooks:reading.edit')}</ButtonLink>
          )}
        </div>
      </TitleBlock>
      <div class="split section">
        <div class="stack stack-wide">
          {summary && (
            <p class="said" lang={summary.locale}>
              <WithTerms lang={summary.locale}>{summary.text}</WithTerms>
            </p>
          )}
          <Contents contents={contents} />
        </div>
        <div class="stack stack-wide">
          <About view={view} />
          <OtherLanguages languages={view.languages} />
          {beside}
          <PageTools cited={cited} path={handbookPath(slug)} />
        </div>
      </div>
    </div>
  );
}

function Above({ view: { kind, status, partnership } }: { view: HandbookView }) {
  const { t } = useLanguage();
  return (
    <>
      <span>{t(`handbooks:reading.kind.${kind}`)}</span>
      <Link path={`/partnerships/${partnership.slug}`} lang={partnership.name.locale}>
        {partnership.acronym ?? partnership.name.text}
      </Link>
      {status === 'draft' && <Tag>{t('handbooks:reading.status.draft')}</Tag>}
    </>
  );
}

function About({ view: { partnership, licence, doi } }: { view: HandbookView }) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight" aria-labelledby="about">
      <h2 id="about" class="small soft">
        {t('handbooks:reading.about')}
      </h2>
      <Facts
        facts={[
          {
            label: t('handbooks:reading.publisher'),
            value: <span lang={partnership.name.locale}>{partnership.name.text}</span>,
          },
          { label: t('handbooks:reading.licence'), value: licence },
          ...(doi ? [{ label: 'DOI', value: <a href={`https://doi.org/${doi}`}>{doi}</a> }] : []),
        ]}
      />
    </section>
  );
}

function Contents({ contents }: { contents: readonly ContentsEntry[] }) {
  const { t } = useLanguage();
  if (contents.length === 0) return <EmptyState title={t('handbooks:reading.empty')} />;
  return (
    <section aria-labelledby="contents">
      <SectionHead id="contents" title={t('handbooks:reading.contents')} />
      <ol class="book-contents">
        {nested(contents).map(({ entry, below }) => (
          <li>
            <Line entry={entry} />
            {below.length > 0 && (
              <ol>
                {below.map((each) => (
                  <li class={each.depth > 2 ? 'deep' : undefined}>
                    <Line entry={each} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <KeyToStates />
    </section>
  );
}

/** Number, title, and how it stands in each language. */
function Line({ entry: { number, title, path, status, languages, depth } }: { entry: ContentsEntry }) {
  const { t } = useLanguage();
  return (
    <div class={`book-line book-line-${depth}`}>
      <span class="num soft">{number}</span>
      <span class="book-line-title">
        <Link path={path} class="quiet-link" lang={title.locale}>
          {title.text}
        </Link>{' '}
        {status !== 'published' && <Tag>{t(`handbooks:reading.status.${status}`)}</Tag>}
      </span>
      {depth <= DEEPEST_PAGE && <StatesAtOnce languages={languages} />}
    </div>
  );
}
