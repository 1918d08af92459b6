import { useLanguage } from '../../ui/language';
import { plainNumber } from '../exports/practice-tables';
import type { PracticeView } from './case.schema';
import { RowWords } from './row-words';
import { usePeriodOf } from './result-period';

type Result = PracticeView['results'][number];

/** What was measured: numbers before words, and who is behind them. */
export function CaseResults({ results }: { results: Result[] }) {
  const { t } = useLanguage();
  if (results.length === 0) return null;
  const persons = results.some((result) => result.persons);
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={t('practices:case.results')}>
      <table class="data results">
        <thead>
          <tr>
            <th scope="col">{t('practices:case.indicator')}</th>
            <th scope="col" class="n">
              {t('practices:case.value')}
            </th>
            {persons && (
              <>
                <th scope="col" class="n">
                  {t('practices:case.women')}
                </th>
                <th scope="col" class="n">
                  {t('practices:case.men')}
                </th>
                <th scope="col" class="n">
                  {t('practices:case.not_stated')}
                </th>
              </>
            )}
            <th scope="col">{t('practices:case.period')}</th>
            <th scope="col">{t('practices:case.method')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <ResultRow result={result} persons={persons} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ResultRow({ result, persons }: { result: Result; persons: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const period = usePeriodOf();
  const { indicator, value, unit, women, men, notStated, method, source, counterfactual } = result;
  return (
    <tr>
      <th scope="row">
        <RowWords of={indicator} />
      </th>
      <td class="n">
        {language.number(Number(plainNumber(value)))} <span lang={unit.locale}>{unit.text}</span>
      </td>
      {persons &&
        [women, men, notStated].map((count) => (
          <td class="n">{result.persons && count !== null ? language.number(count) : '–'}</td>
        ))}
      <td>{period(result)}</td>
      <td>
        <RowWords of={method} />
        {counterfactual && <span class="small soft"> {t('practices:case.counterfactual')}</span>}
        {source && (
          <>
            {' '}
            <a href={source} rel="noopener">
              {t('practices:case.source')}
            </a>
          </>
        )}
      </td>
    </tr>
  );
}
