import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../ui/language';
import type { DataAnswer } from '../comparison-data';
import type { Spread } from '../group-result';
import { scoreIn } from './fact-words';
import { ScaleDrawing } from './scale-drawing';

interface GroupSpreadProps {
  answer: DataAnswer;
  groups: ReadonlyMap<string, { text: string; locale: string }>;
}

/** What respondents said together and by stakeholder group; groups of fewer than three are not in the data. */
export function GroupSpread({ answer: { groupResult }, groups }: GroupSpreadProps) {
  const { t } = useLanguage();
  if (!groupResult?.spread) return null;
  return (
    <section aria-labelledby="spread">
      <h2 id="spread">{t('comparisons:reading.spread_title')}</h2>
      <table class="drawn">
        <caption class="small soft">{t('comparisons:reading.spread_words')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comparisons:reading.group')}</th>
            <th scope="col" class="n">
              {t('comparisons:reading.median')}
            </th>
            <th scope="col">{t('comparisons:reading.respondents')}</th>
            <th scope="col" class="drawing">
              <span class="visually-hidden">{t('comparisons:reading.drawing')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <SpreadRow name={t('comparisons:reading.all_respondents')} spread={groupResult.spread} />
          {groupResult.groups.map(({ group, ...spread }) => {
            const name = groups.get(group);
            return <SpreadRow name={name?.text ?? group} lang={name?.locale} spread={spread} />;
          })}
        </tbody>
      </table>
    </section>
  );
}

function SpreadRow({
  name,
  lang,
  spread,
}: {
  name: ComponentChildren;
  lang?: string | undefined;
  spread: Spread;
}) {
  const language = useLanguage();
  const { t } = language;
  const { count, minimum, lower, median, upper, maximum } = spread;
  return (
    <tr>
      <th scope="row" lang={lang}>
        {name}
      </th>
      <td class="n" data-label={t('comparisons:reading.median')}>
        <b>{scoreIn(language, median)}</b>
      </td>
      <td class="small soft" data-label={t('comparisons:reading.respondents')}>
        {t('comparisons:reading.spread', {
          respondents: count,
          minimum: language.number(minimum),
          maximum: language.number(maximum),
        })}
        ; {t('comparisons:reading.half', { lower: language.number(lower), upper: language.number(upper) })}
      </td>
      <td class="drawing">
        <ScaleDrawing score={median} spread={spread} />
      </td>
    </tr>
  );
}
