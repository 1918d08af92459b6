import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import type { PartnershipSummary } from './partnership.schema';

/** Partnerships side by side, each under its own colour. */
export function PartnershipShelf({ partnerships }: { partnerships: PartnershipSummary[] }) {
  const language = useLanguage();
  const period = ({ startsOn, endsOn }: PartnershipSummary) =>
    startsOn && endsOn ? language.dateRange(startsOn, endsOn) : '';
  return (
    <ul class="shelf">
      {partnerships.map((partnership) => (
        <li class="swatch stack stack-tight" data-accent={partnership.accent}>
          <h3 lang={partnership.name.locale}>
            <Link path={`/partnerships/${partnership.slug}`}>{partnership.name.text}</Link>
          </h3>
          <span class="small soft">{period(partnership)}</span>
        </li>
      ))}
    </ul>
  );
}
