import { ownName } from '../../core/i18n/locales';
import { conceptPath } from '../../glossary/reading/concept-paths';
import { IncludedPractice } from '../../practices/case/included-practice';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { Standing } from '../../ui/parts/standing';
import { IncludedAgreed } from './included-agreed';
import type { Included } from './included.service';

/** What a text includes, in a box of its own that says where it is from. */
export function IncludedThing({ of }: { of: Included }) {
  switch (of.what) {
    case 'practice':
      return <IncludedPractice of={of.practice} />;
    case 'definition':
      return <Definition of={of} />;
    case 'message':
      return <Message of={of} />;
    default:
      return <IncludedAgreed of={of.agreed} />;
  }
}

function Definition({ of: { id, slug, term, elsewhere, text } }: { of: Included & { what: 'definition' } }) {
  const { t } = useLanguage();
  return (
    <aside class={text.state === 'machine' ? 'callout by-machine' : 'callout'}>
      <p class="callout-title">{t('handbooks:reading.definition')}</p>
      <p lang={text.locale}>
        <b lang={term.locale}>
          <Link path={conceptPath(slug)}>{term.word}</Link>
        </b>{' '}
        {text.text}
      </p>
      {elsewhere.length > 0 && (
        <p class="small soft dots">
          {elsewhere.map(({ locale, word }) => (
            <span>
              <span lang={locale}>{ownName(locale)}</span>: <Content lang={locale}>{word}</Content>
            </span>
          ))}
        </p>
      )}
      <p class="small">
        <Standing of={text} text={{ kind: 'concept', id }} />
      </p>
    </aside>
  );
}

function Message({ of: { id, text, partnership } }: { of: Included & { what: 'message' } }) {
  const { t } = useLanguage();
  return (
    <aside class={text.state === 'machine' ? 'callout by-machine' : 'callout'}>
      <p class="callout-title">{t('handbooks:reading.message')}</p>
      <p lang={text.locale}>{text.text}</p>
      <p class="small row row-center">
        <Link path={`/partnerships/${partnership.slug}`} lang={partnership.locale}>
          {partnership.word}
        </Link>
        <Standing of={text} text={{ kind: 'statement', id }} />
      </p>
    </aside>
  );
}
