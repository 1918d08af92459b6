import { useLanguage } from '../ui/language';
import type { Option } from '../ui/parts/choice';
import { EmptyState } from '../ui/parts/empty-state';
import { Link } from '../ui/parts/link';
import { Notice } from '../ui/parts/notice';
import { Pages } from '../ui/parts/pages';
import { SectionHead } from '../ui/parts/section-head';
import { TitleBlock } from '../ui/parts/title-block';
import { addressOf } from './search-address';
import { SearchForm } from './search-form';
import { Hit } from './search-hit';
import type { SearchAnswer, SearchInput } from './search.schema';

interface SearchPageProps {
  input: SearchInput;
  answer: SearchAnswer;
  kinds: Option[];
  themes: Option[];
}

export function SearchPage({ input, answer, kinds, themes }: SearchPageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('search:title')} />
      <SearchForm input={input} facets={answer.facets} kinds={kinds} themes={themes} />
      <section class="section no-line" aria-labelledby="results">
        <Answer input={input} answer={answer} kinds={kinds} />
      </section>
    </div>
  );
}

function Answer({ input, answer, kinds }: Omit<SearchPageProps, 'themes'>) {
  const { t } = useLanguage();
  if (!answer.understood)
    return (
      <div role="status" id="results">
        <EmptyState title={t(input.q ? 'search:silent.title' : 'search:start.title')}>
          {t(input.q ? 'search:silent.words' : 'search:start.words')}
        </EmptyState>
      </div>
    );
  return (
    <>
      <div role="status">
        <SectionHead
          id="results"
          title={t(answer.more ? 'search:count_more' : 'search:count', { count: answer.total })}
        />
      </div>
      {answer.guessed && <Notice kind="quiet">{t('search:guessed')}</Notice>}
      <AlsoSearched input={input} answer={answer} />
      {answer.total === 0 && (
        <EmptyState title={t('search:empty.title')}>{t('search:empty.words')}</EmptyState>
      )}
      <ol class="list hits">
        {answer.hits.map((hit) => (
          <Hit hit={hit} kind={kinds.find(({ value }) => value === hit.kind)?.label ?? ''} />
        ))}
      </ol>
      <Pages
        page={answer.page}
        pages={answer.pages}
        label={t('search:pages')}
        path={(page) => addressOf(input, { page: String(page) })}
      />
    </>
  );
}

/** Which terms of other languages were looked for too, and the way to do without them. */
function AlsoSearched({ input, answer }: Pick<SearchPageProps, 'input' | 'answer'>) {
  const { t } = useLanguage();
  if (input.across === 'no')
    return (
      <p class="small">
        <Link path={addressOf(input, { across: '' })}>{t('search:also_on')}</Link>
      </p>
    );
  if (answer.alsoSearched.length === 0) return null;
  const [before, after] = t('search:also', { terms: '\n' }).split('\n');
  return (
    <p class="small soft">
      {before}
      {answer.alsoSearched.map(({ term, locale }, place) => (
        <>
          {place > 0 && ', '}
          <i lang={locale}>{term}</i>
        </>
      ))}
      {after} <Link path={addressOf(input, { across: 'no' })}>{t('search:also_off')}</Link>
    </p>
  );
}
