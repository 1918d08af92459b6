import { useLanguage } from '../ui/language';
import { Content } from '../ui/parts/content';
import { Link } from '../ui/parts/link';
import { Tag } from '../ui/parts/marks';
import { Standing } from '../ui/parts/standing';
import type { PartnershipSummary } from './partnership.schema';
import { partnershipPath, useCountries, usePeriod } from './partnership-words';

/** Partnerships side by side, each under its own colour. */
export function PartnershipShelf({ partnerships }: { partnerships: PartnershipSummary[] }) {
  return (
    <ul class="shelf">
      {partnerships.map((partnership) => (
        <li class="swatch stack stack-tight" data-accent={partnership.accent}>
          <h3 lang={partnership.name.locale}>
            <Link path={partnershipPath(partnership.slug)}>{partnership.name.text}</Link>
          </h3>
          <Breadth partnership={partnership} />
        </li>
      ))}
    </ul>
  );
}

/** One partnership in a list of its own: name, programme, who and when. */
export function PartnershipRow({ partnership }: { partnership: PartnershipSummary }) {
  const { t } = useLanguage();
  const { name, programme, accent, slug, status } = partnership;
  return (
    <li class="swatch partnership-row" data-accent={accent}>
      <div class="stack stack-tight">
        <h2 class="said said-large" lang={name.locale}>
          <Link path={partnershipPath(slug)}>{name.text}</Link>
        </h2>
        {programme && (
          <Content as="p" lang={programme.locale} class="soft">
            {programme.text}
          </Content>
        )}
        <p class="row row-center">
          <Standing of={name} />
        </p>
      </div>
      <div class="stack stack-tight">
        <p>
          {status === 'draft' ? (
            <Tag>{t('partnerships:status.draft')}</Tag>
          ) : (
            <b>{t(`partnerships:status.${status}`)}</b>
          )}
        </p>
        <Breadth partnership={partnership} />
      </div>
    </li>
  );
}

function Breadth({ partnership }: { partnership: PartnershipSummary }) {
  const language = useLanguage();
  const { partnerCount, countries } = partnership;
  const period = usePeriod(partnership);
  return (
    <>
      {partnerCount > 0 && (
        <span class="small soft dots">
          <span>{language.t('partnerships:partner_count', { count: partnerCount })}</span>
          <span>{useCountries(countries).join(', ')}</span>
        </span>
      )}
      {period && <span class="small soft">{period}</span>}
    </>
  );
}
