import type { Key } from '../../../core/i18n/keys';
import { useHref, useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { FileField } from '../../../ui/parts/file-field';
import { Form } from '../../../ui/parts/form';
import { Link } from '../../../ui/parts/link';
import { Notice } from '../../../ui/parts/notice';
import { SectionHead } from '../../../ui/parts/section-head';
import { TitleBlock } from '../../../ui/parts/title-block';
import type { Refusal } from '../../../core/errors/refusal';
import type { ComparisonRow } from '../../comparison.access';
import { importPath, workPath } from '../comparison-paths';
import type { CheckedRow, Outcome } from './answer-import.service';
import { FILLED, type Filled } from './import-columns';

interface ImportPageProps {
  comparison: ComparisonRow;
  country: string;
  refused?: Refusal;
  /** What came, and where it is kept. */
  brought?: { id: string; rows: CheckedRow[] };
}

/** Answers of one country as a file: the template, what came back, and what would become of it. */
export function ImportPage({
  comparison: { slug, title, locale },
  country,
  refused,
  brought,
}: ImportPageProps) {
  const language = useLanguage();
  const { t } = language;
  const href = useHref();
  const path = importPath(slug, country);
  return (
    <div class="page">
      <TitleBlock
        title={`${t('comparisons:import.title')}: ${language.country(country)}`}
        above={<span lang={locale}>{title}</span>}
        lead={t('comparisons:import.lead')}
      />
      <div class="stack stack-wide">
        {refused && (
          <Notice kind="red" role="alert" title={t('comparisons:import.refused')}>
            <p>{t(refused.key, refused.values)}</p>
          </Notice>
        )}
        {brought && <Brought path={path} {...brought} />}
        <section aria-labelledby="template-title">
          <SectionHead id="template-title" title={t('comparisons:import.template')} />
          <p class="soft">{t('comparisons:import.template_hint')}</p>
          <ul class="row">
            {(['xlsx', 'csv'] as const).map((format) => (
              <li>
                <a href={href(`${path}/template.${format}`)} download>
                  {t(`comparisons:import.${format}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="file-title">
          <SectionHead id="file-title" title={t('comparisons:import.bring')} />
          <Form action={path} files id="bring">
            <FileField
              name="file"
              label={t('comparisons:import.file')}
              hint={t('comparisons:import.file_hint')}
              accept=".xlsx,.csv"
            />
            <div class="row row-center">
              <Button {...(!brought && { kind: 'main' })}>{t('comparisons:import.check')}</Button>
              <Link path={workPath(slug, country)}>{t('comparisons:import.back')}</Link>
            </div>
          </Form>
        </section>
      </div>
    </div>
  );
}

const OUTCOMES: readonly Outcome[] = ['new', 'changed', 'unchanged', 'refused'];

function Brought({ path, id, rows }: { path: string; id: string; rows: CheckedRow[] }) {
  const { t } = useLanguage();
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const good = count('new') + count('changed');
  return (
    <section aria-labelledby="brought-title">
      <SectionHead id="brought-title" title={t('comparisons:import.brought')} />
      <Notice kind={count('refused') > 0 ? 'amber' : 'quiet'}>
        <ul>
          {OUTCOMES.map((outcome) => (
            <li>
              {t(`comparisons:import.outcome.${outcome}`)}: <span class="num">{count(outcome)}</span>
            </li>
          ))}
        </ul>
      </Notice>
      <div class="scroll" role="region" aria-label={t('comparisons:import.title')} tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t('comparisons:import.line')}</th>
              <th scope="col">{t('comparisons:import.column.question')}</th>
              <th scope="col">{t('comparisons:import.becomes')}</th>
              <th scope="col">{t('comparisons:import.says')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowLine checked={row} />
            ))}
          </tbody>
        </table>
      </div>
      {good > 0 && (
        <Form action={`${path}/${id}`} id="confirm">
          {count('refused') > 0 && <p>{t('comparisons:import.without_refused')}</p>}
          <div>
            <Button kind="main">{t('comparisons:import.confirm', { count: good })}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}

const HIDDEN: ReadonlySet<Filled> = new Set(['question', 'unit', 'locale']);

function RowLine({ checked: { line, row, outcome, problems } }: { checked: CheckedRow }) {
  const { t } = useLanguage();
  const said = FILLED.filter(
    (column) => row[column] && !HIDDEN.has(column) && !(column === 'standing' && row[column] === 'value'),
  );
  return (
    <tr>
      <th scope="row" class="num">
        {line}
      </th>
      <td class="num">{row.question}</td>
      <td>
        {t(`comparisons:import.outcome.${outcome}`)}
        {problems.length > 0 && (
          <ul class="field-error">
            {problems.map(({ path, key, values }) => (
              <li>
                {columnName(path) && `${t(columnName(path)!)}: `}
                {t(key, values)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <ul class="small">
          {said.map((column) => (
            <li>
              <span class="soft">{t(`comparisons:import.column.${column}`)}:</span>{' '}
              <span lang={row.locale}>{row[column]}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** The column of a problem; parts of a list belong to the list. */
function columnName(path: string): Key | undefined {
  const column = FILLED.find((name) => name === path.split('.')[0]);
  return column && `comparisons:import.column.${column}`;
}
