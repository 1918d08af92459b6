import { ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { TextState, type TextStanding } from '../../ui/parts/text-state';
import { partnershipPath } from '../partnership-words';
import type { PartnershipView } from '../partnership.schema';

const STANDINGS: TextStanding[] = [
  ...(['original', 'reviewed', 'in_review', 'draft', 'machine'] as const),
  ...(['outdated', 'missing'] as const),
];

/** How many texts of the record stand where, language by language. */
export function RecordLanguages({ languages, slug }: Pick<PartnershipView, 'languages' | 'slug'>) {
  const language = useLanguage();
  const { t } = language;
  return (
    <section class="stack" aria-labelledby="languages">
      <h2 id="languages">{t('partnerships:texts.title')}</h2>
      <dl class="facts facts-stacked">
        {languages.map(({ locale, ...counts }) => (
          <div>
            <dt lang={locale}>{ownName(locale)}</dt>
            {STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
              <dd class="row row-center">
                <TextState state={standing} />
                <span class="num small soft">{language.number(counts[standing])}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p>
        <Link path={`${partnershipPath(slug)}/coverage`}>{t('translations:coverage.title')}</Link>
      </p>
    </section>
  );
}
