import { rendered } from '../../../core/database/rendered';
import type { FormState } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { ButtonLink } from '../../../ui/parts/button';
import { EmptyState } from '../../../ui/parts/empty-state';
import { Link } from '../../../ui/parts/link';
import { Notice } from '../../../ui/parts/notice';
import { SectionHead } from '../../../ui/parts/section-head';
import { TitleBlock } from '../../../ui/parts/title-block';
import { isAggregate } from '../../comparison-facts';
import type { ComparisonRow } from '../../comparison.access';
import { publishPath } from '../../publishing/publish-path';
import { discussionsPath, editingPath, importPath, workPath } from '../comparison-paths';
import type { Dimension } from '../dimension.entity';
import type { PlannedStep } from '../steps/comparison-steps.service';
import type { BoardRow } from './board.schema';
import { BoardBar, BoardKey, BoardPatterns } from './board-bar';
import { BoardSteps } from './board-steps';
import { answeredIn } from './comparison-board.service';

export interface BoardPageProps {
  comparison: ComparisonRow;
  rows: BoardRow[];
  steps: PlannedStep[];
  dimensions: Dimension[];
  locales: readonly string[];
  edits: boolean;
  /** Steps that the reader may call done. */
  mine: ReadonlySet<PlannedStep>;
  /** Countries that the reader may answer for. */
  imports: ReadonlySet<string>;
  /** Countries with a platform, which can talk about what it is asked. */
  discussed: ReadonlySet<string>;
  refused?: FormState;
}

/** How far every country has come, and what comes next. */
export function BoardPage(props: BoardPageProps) {
  const { comparison, rows, dimensions, steps, edits, mine, refused } = props;
  const { t } = useLanguage();
  const { slug, title, locale } = comparison;
  const empty = rows.length === 0 || dimensions.length === 0;
  return (
    <div class="page">
      <TitleBlock title={t('comparisons:board.title')} above={<span lang={locale}>{title}</span>}>
        {edits && (
          <p class="row">
            <ButtonLink path={editingPath(slug, 'structure')}>
              {t('comparisons:editing.structure')}
            </ButtonLink>
            <ButtonLink path={editingPath(slug, 'steps')}>{t('comparisons:editing.steps')}</ButtonLink>
            <ButtonLink path={publishPath(slug)}>{t('comparisons:release.title')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      <div class="stack stack-wide">
        {refused?.refusal && (
          <Notice kind="red" role="alert">
            {t(refused.refusal.key, refused.refusal.values)}
          </Notice>
        )}
        {empty ? <EmptyState title={t('comparisons:board.none')} /> : <BoardTable {...props} />}
        <section aria-labelledby="steps">
          <SectionHead id="steps" title={t('comparisons:steps.title')} />
          <BoardSteps slug={slug} steps={steps} mine={mine} />
        </section>
      </div>
    </div>
  );
}

function BoardTable({
  comparison: { slug },
  rows,
  dimensions,
  steps,
  locales,
  imports,
  discussed,
}: BoardPageProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div>
      <BoardPatterns />
      <div class="scroll" role="region" aria-label={t('comparisons:board.title')} tabIndex={0}>
        <table class="data board">
          <caption class="visually-hidden">{t('comparisons:board.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('comparisons:countries.country')}</th>
              {dimensions.map((dimension) => {
                const title = rendered(dimension, (row) => row.title, locales)!;
                return (
                  <th scope="col">
                    <span class="num soft">{dimension.code}</span>{' '}
                    <span lang={title.locale}>{title.text}</span>
                  </th>
                );
              })}
              <th scope="col">{t('comparisons:board.ball')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CountryRow
                slug={slug}
                row={row}
                next={nextOf(steps, row.country)}
                imports={imports}
                discussed={discussed}
              />
            ))}
          </tbody>
        </table>
      </div>
      <BoardKey />
    </div>
  );
}

/** The first step of a country that is not done. */
const nextOf = (steps: readonly PlannedStep[], country: string): PlannedStep | undefined =>
  steps.find((step) => step.country === country && step.doneAt === null);

interface CountryRowProps {
  slug: string;
  row: BoardRow;
  next: PlannedStep | undefined;
  imports: ReadonlySet<string>;
  discussed: ReadonlySet<string>;
}

function CountryRow({ slug, row, next, imports, discussed }: CountryRowProps) {
  const language = useLanguage();
  const { t } = language;
  const { country, cells } = row;
  const name = isAggregate(country) ? country : language.country(country);
  return (
    <tr>
      <th scope="row">
        <Link path={workPath(slug, country)}>{name}</Link>
        {discussed.has(country) && (
          <p class="small">
            <Link path={discussionsPath(slug, country)}>
              <span aria-hidden="true">{t('comparisons:discuss.short')}</span>
              <span class="visually-hidden">{t('comparisons:discuss.short_named', { name })}</span>
            </Link>
          </p>
        )}
        {imports.has(country) && (
          <p class="small">
            <Link path={importPath(slug, country)}>
              <span aria-hidden="true">{t('comparisons:import.open')}</span>
              <span class="visually-hidden">{t('comparisons:import.open_named', { name })}</span>
            </Link>
          </p>
        )}
      </th>
      {cells.map((cell) => (
        <td>
          <Link path={workPath(slug, country, cell.dimension)} class="board-cell">
            <span class="num">
              {t('comparisons:board.answered', { answered: answeredIn(cell), asked: cell.asked })}
            </span>
            <BoardBar cell={cell} />
          </Link>
        </td>
      ))}
      <td class="small">
        {next ? (
          <>
            {t(`comparisons:step.${next.step}`)}
            <br />
            <span class="soft">{next.owner?.name ?? t('comparisons:steps.nobody')}</span>
          </>
        ) : (
          <span class="soft">–</span>
        )}
      </td>
    </tr>
  );
}
