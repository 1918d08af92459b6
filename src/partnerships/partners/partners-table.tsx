import { OrganisationLink } from '../../directory/organisation';
import { useLanguage } from '../../ui/language';
import { SectionHead } from '../../ui/parts/section-head';
import type { PartnerView } from '../partnership.view';

/** Who takes part, as what and from where. */
export function PartnersTable({ partners }: { partners: PartnerView[] }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="partners">
      <SectionHead id="partners" title={t('partnerships:partners.title')} />
      {partners.length === 0 ? (
        <p class="soft">{t('partnerships:partners.none')}</p>
      ) : (
        <Rows partners={partners} />
      )}
    </section>
  );
}

function Rows({ partners }: { partners: PartnerView[] }) {
  const { t } = useLanguage();
  return (
    <table class="data reflow">
      <caption class="visually-hidden">{t('partnerships:partners.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('partnerships:partners.organisation')}</th>
          <th scope="col">{t('partnerships:partners.role')}</th>
          <th scope="col">{t('partnerships:partners.country')}</th>
        </tr>
      </thead>
      <tbody>
        {partners.map((partner) => (
          <Row partner={partner} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ partner: { organisation, role } }: { partner: PartnerView }) {
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <OrganisationLink organisation={organisation} class="quiet-link" />
      </th>
      <td>{language.t(`partnerships:role.${role}`)}</td>
      <td>
        {language.country(organisation.country)}
        {organisation.city && <span class="small soft place">{organisation.city}</span>}
      </td>
    </tr>
  );
}
