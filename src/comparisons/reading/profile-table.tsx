import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { flagsIn, scoreIn, stepIn } from './fact-words';
import { dimensionPath } from './reading-paths';
import { ScaleDrawing } from './scale-drawing';
import { useSheet } from './sheet-context';

/** One country against the middle of all, dimension by dimension in their own order. */
export function ProfileTable({ country }: { country: string }) {
  const language = useLanguage();
  const { t } = language;
  const { place, figures, say } = useSheet();
  return (
    <table class="drawn profile">
      <caption class="small soft">{t('comparisons:reading.profile_caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('comparisons:reading.dimension')}</th>
          <th scope="col" class="n">
            {language.country(country)}
          </th>
          <th scope="col" class="n">
            {t('comparisons:reading.all_countries')}
          </th>
          <th scope="col">{t('comparisons:reading.answered')}</th>
          <th scope="col" class="drawing">
            <span class="visually-hidden">{t('comparisons:reading.drawing')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.scoredDimensions().map(({ id, code, title }) => {
          const { mean, step, answered, asked, flags } = figures.cell(country, id);
          const median = figures.median(id);
          const { text, locale } = say(title);
          return (
            <tr>
              <th scope="row">
                <span class="code num soft">{code}</span>{' '}
                <Link path={dimensionPath(place, code)} lang={locale} class="quiet-link">
                  {text}
                </Link>
              </th>
              <td class="n" data-label={language.country(country)}>
                {mean === null ? (
                  <span class="small soft">{t('comparisons:reading.too_few_answers')}</span>
                ) : (
                  <b>{scoreIn(language, mean)}</b>
                )}
              </td>
              <td class="n" data-label={t('comparisons:reading.all_countries')}>
                {median === null ? '–' : scoreIn(language, median)}
              </td>
              <td class="small soft" data-label={t('comparisons:reading.answered')}>
                {answered}/{asked}
                {step !== null && <>, {stepIn(t, step)}</>}
                {flags.length > 0 && <>, {flagsIn(t, flags)}</>}
              </td>
              <td class="drawing">
                <ScaleDrawing score={mean} median={median} bar />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
