import type { Key } from '../core/i18n/keys';
import type { OrganisationType } from './organisation.entity';

/** What an organisation is, in words. */
export const TYPE_WORDS: Record<OrganisationType, Key> = {
  association: 'directory:type.association',
  business_support: 'directory:type.business_support',
  company: 'directory:type.company',
  cooperative: 'directory:type.cooperative',
  development_agency: 'directory:type.development_agency',
  eu_body: 'directory:type.eu_body',
  foundation: 'directory:type.foundation',
  fund: 'directory:type.fund',
  joint_body: 'directory:type.joint_body',
  municipality: 'directory:type.municipality',
  network: 'directory:type.network',
  public_agency: 'directory:type.public_agency',
  region: 'directory:type.region',
  research: 'directory:type.research',
  science_park: 'directory:type.science_park',
  social_enterprise_support: 'directory:type.social_enterprise_support',
  study_association: 'directory:type.study_association',
  university: 'directory:type.university',
};
