import { useLanguage } from '../../ui/language';
import { Difference } from '../../ui/parts/difference';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Said } from '../../ui/parts/said';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { ConclusionBalance } from '../balance/conclusion-balance';
import { conclusionPath } from '../conclusion-paths';
import { Positions } from '../positions/positions';
import type { VersionView } from '../reading/conclusion.schema';
import { Paragraphs } from '../reading/paragraphs';
import type { AdoptedPassageView } from './adopted-passages';

interface VersionPageProps {
  of: VersionView;
  /** The version before it, when there was one in the same language. */
  before: VersionView | undefined;
}

/** A version as it was adopted, for ever. */
export function VersionPage({ of, before }: VersionPageProps) {
  const language = useLanguage();
  const { t } = language;
  const { id, number, version, locale, statement, reasoning, adoptedAt, earlyReason, earlyLocale } = of;
  return (
    <div class="page">
      <TitleBlock
        title={`${t('conclusions:name', { number })}, ${t('conclusions:version', { version })}`}
        above={<Link path={conclusionPath(id)}>{t('conclusions:current')}</Link>}
      >
        <Said large lang={locale}>
          {statement}
        </Said>
        <p class="small soft dots">
          <span>{t('conclusions:adopted_on', { date: language.date(adoptedAt) })}</span>
          <span>{language.inLanguage(locale)}</span>
        </p>
      </TitleBlock>
      <div class="split section">
        <div class="stack stack-wide">
          {earlyReason && (
            <Notice kind="quiet" title={t('conclusions:early')}>
              <p lang={earlyLocale ?? undefined}>{earlyReason}</p>
            </Notice>
          )}
          {reasoning && (
            <section class="stack" aria-labelledby="reasoning">
              <SectionHead id="reasoning" title={t('conclusions:field.reasoning')} flush />
              <Paragraphs text={reasoning} lang={locale} />
            </section>
          )}
          <Passages of={of.passages} />
          <Positions of={of.positions} />
          <ConclusionBalance of={of.balance} />
        </div>
        <div class="aside">{before && <Changes of={of} before={before} />}</div>
      </div>
    </div>
  );
}

function Changes({ of, before }: { of: VersionView; before: VersionView }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="changes">
      <SectionHead id="changes" title={t('conclusions:changes', { version: before.version })} flush />
      <p class="said" lang={of.locale}>
        <Difference from={before.statement} to={of.statement} />
      </p>
      {(before.reasoning ?? of.reasoning) && (
        <p class="merge-text" lang={of.locale}>
          <Difference from={before.reasoning ?? ''} to={of.reasoning ?? ''} />
        </p>
      )}
    </section>
  );
}

function Passages({ of }: { of: AdoptedPassageView[] }) {
  const { t } = useLanguage();
  if (of.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="passages">
      <SectionHead id="passages" title={t('conclusions:passages.title')} flush />
      <ul class="list">
        {of.map(({ hidden, path, quote, locale, changed }) => (
          <li class="list-row stack stack-tight">
            {hidden && <p class="soft">{t('conclusions:passages.hidden')}</p>}
            {quote && (
              <blockquote class="said" lang={locale ?? undefined}>
                {quote}
              </blockquote>
            )}
            {path && (
              <p class="small soft dots">
                <Link path={path}>{t('conclusions:passages.post')}</Link>
                {changed && <span>{t('conclusions:passages.changed')}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
