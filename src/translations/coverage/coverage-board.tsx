import { ownName } from '../../core/i18n/locales';
import type { TextKind } from '../../core/texts/text-kind';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Progress } from '../../ui/parts/progress';
import { SectionHead } from '../../ui/parts/section-head';
import { TextState } from '../../ui/parts/text-state';
import { EXCHANGE } from '../exchange/exchange-paths';
import { STANDINGS, type CoverageCell, type CoverageView, type Gate, type Standing } from './coverage.schema';

interface CoverageBoardProps extends CoverageView {
  partnershipId: string;
  kinds: TextKind[];
  /** Languages whose lists the reader may open. */
  open: readonly string[];
}

/** Kind by language, each with a bar and the numbers behind it; and what stands in the way of a print. */
export function CoverageBoard({ locales, cells, gates, kinds, partnershipId, open }: CoverageBoardProps) {
  const { t } = useLanguage();
  const shown = kinds.filter(({ name }) => cells.some(({ kind }) => kind === name));
  return (
    <>
      <section class="stack" aria-labelledby="gates">
        <SectionHead id="gates" title={t('translations:coverage.print')} flush />
        <dl class="facts facts-stacked">
          {gates.map((gate) => (
            <GateLine gate={gate} />
          ))}
        </dl>
      </section>
      <section class="stack" aria-labelledby="board">
        <SectionHead id="board" title={t('translations:coverage.board')} flush />
        <div class="scroll" tabIndex={0} role="group" aria-labelledby="board">
          <table class="data coverage">
            <thead>
              <tr>
                <th scope="col">{t('translations:coverage.kind')}</th>
                {locales.map((locale) => (
                  <th scope="col" lang={locale}>
                    {ownName(locale)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ name, label }) => (
                <tr>
                  <th scope="row">{t(label)}</th>
                  {locales.map((locale) => (
                    <td>
                      <Cell
                        cell={cells.find((each) => each.kind === name && each.locale === locale)}
                        path={open.includes(locale) ? listOf(partnershipId, name, locale) : undefined}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>
          <Link path={`${EXCHANGE}?place=partnership.${partnershipId}`}>
            {t('translations:exchange.title')}
          </Link>
        </p>
      </section>
    </>
  );
}

const listOf = (partnership: string, kind: string, language: string) => (state?: Standing) =>
  `/translations?${new URLSearchParams({ language, partnership, kind, ...(state && { state }) }).toString()}`;

function Cell({
  cell,
  path,
}: {
  cell: CoverageCell | undefined;
  path: ((state?: Standing) => string) | undefined;
}) {
  const language = useLanguage();
  const { t } = language;
  if (!cell) return <span class="soft small">{t('translations:coverage.originals')}</span>;
  const { texts, counts } = cell;
  const whole = Math.max(1, texts);
  return (
    <div class="stack stack-tight">
      <Progress
        done={counts.reviewed / whole}
        part={(counts.in_review + counts.draft) / whole}
        label={t('translations:coverage.of', { done: counts.reviewed, all: texts })}
      />
      <ul class="coverage-counts small">
        {STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
          <li class="row row-center">
            <TextState state={standing} />
            {path && standing !== 'reviewed' ? (
              <Link path={path(standing)} class="num">
                {language.number(counts[standing])}
              </Link>
            ) : (
              <span class="num">{language.number(counts[standing])}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const IN_THE_WAY = ['outdated', 'missing', 'machine', 'draft', 'in_review'] as const;

function GateLine({ gate: { locale, ready, segments } }: { gate: Gate }) {
  const { t } = useLanguage();
  return (
    <div>
      <dt lang={locale}>{ownName(locale)}</dt>
      {ready ? (
        <dd>
          <span class="state state-reviewed">{t('translations:coverage.ready')}</span>
        </dd>
      ) : (
        <dd class="row row-center small">
          {IN_THE_WAY.filter((standing) => segments[standing] > 0).map((standing) => (
            <span class={`state state-${standing}`}>
              {t(`translations:coverage.${standing}`, { count: segments[standing] })}
            </span>
          ))}
        </dd>
      )}
    </div>
  );
}
