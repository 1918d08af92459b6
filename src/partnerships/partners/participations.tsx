import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { partnershipPath, usePeriod } from '../partnership-words';
import type { Participation } from '../partnerships.service';

/** The partnerships that an organisation takes part in, and as what. */
export function Participations({ participations }: { participations: Participation[] }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="participations">
      <SectionHead id="participations" title={t('partnerships:title')} />
      {participations.length === 0 && <p class="soft">{t('partnerships:participation.none')}</p>}
      <ul class="list">
        {participations.map((participation) => (
          <Row participation={participation} />
        ))}
      </ul>
    </section>
  );
}

function Row({ participation: { partnership, role } }: { participation: Participation }) {
  const { t } = useLanguage();
  const { name, slug, status } = partnership;
  const period = usePeriod(partnership);
  return (
    <li>
      <h3 class="said" lang={name.locale}>
        <Link path={partnershipPath(slug)}>{name.text}</Link>
      </h3>
      <p class="small soft dots">
        <span>{t(`partnerships:role.${role}`)}</span>
        <span>{t(`partnerships:status.${status}`)}</span>
        {period && <span>{period}</span>}
      </p>
      <p>
        <Standing of={name} />
      </p>
    </li>
  );
}
