import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PARTNER_ROLES = [
  'lead',
  'partner',
  'owner',
  'funder',
  'cofinancier',
  'member',
  'cooperation',
  'network',
  'reporting',
] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

/** An organisation in a partnership, once, with what it does there. */
@Entity('partners')
export class Partner {
  @PrimaryColumn('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @PrimaryColumn('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  role!: PartnerRole;

  @Column('int', { default: 0 })
  position!: number;
}
