import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import type { Report, ReportLine } from './report';
import { verdictKey } from './verdict-words';

/** Lines that are shown of each list; the numbers tell of the rest. */
export const SHOWN = 200;

/** What would be written, beside what stands now. */
export function Changes({ report, changes }: { report: Report; changes: ReportLine[] }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="changes">
      <SectionHead id="changes" title={t('translations:exchange.preview.changes')} flush />
      <ol class="list">
        {changes.slice(0, SHOWN).map((change) => (
          <Change report={report} change={change} />
        ))}
      </ol>
      <More of={changes} />
    </section>
  );
}

function Change({ report: { kind, from, to }, change }: { report: Report; change: ReportLine }) {
  const { t } = useLanguage();
  const { line, source, title, path, verdict, text, before, lost } = change;
  return (
    <li class="list-row">
      <p class="small soft dots">
        <span class="num">{t('translations:exchange.preview.line', { line: line })}</span>
        {path !== undefined && (
          <Link path={path} lang={from ?? undefined}>
            {title}
          </Link>
        )}
        <span>{t(verdictKey(kind, verdict))}</span>
      </p>
      <p lang={from ?? undefined}>{source}</p>
      {before !== null && (
        <p>
          <span class="small soft">{t('translations:exchange.preview.now')}</span>{' '}
          <del lang={to ?? undefined}>{before}</del>
        </p>
      )}
      <p>
        <span class="small soft">{t('translations:exchange.preview.then')}</span>{' '}
        <ins lang={to ?? undefined}>{text}</ins>
      </p>
      {lost.length > 0 && (
        <p class="error">
          {t('translations:exchange.preview.lost', { marks: lost.slice(0, 10).join(' · ') })}
        </p>
      )}
    </li>
  );
}

/** How many are not shown. */
export function More({ of }: { of: readonly unknown[] }) {
  const { t } = useLanguage();
  if (of.length <= SHOWN) return null;
  return <p class="soft">{t('translations:exchange.preview.more', { count: of.length - SHOWN })}</p>;
}
