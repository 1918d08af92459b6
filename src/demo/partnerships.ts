import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOCALES } from '../core/i18n/locales';
import type { PartnerRole } from '../partnerships/partners/partner.entity';
import type { Accent, PartnershipStatus } from '../partnerships/partnership.entity';
import { budgetFields, budgetOf } from './budgets';
import seeds from './data/seeds.json';
import { fact, record } from './facts';
import { loadFundingNotices } from './funding-notices';
import { plans } from './plans';
import { idOf, insert, type Row } from './rows';
import { loadSourceNotes } from './source-notes';
import { loadStatements } from './statements';
import { insertTexts, paragraphs, text, type Text, type Translatable } from './texts';

const partnerships = z.array(
  z.object({
    id: z.string(),
    acronym: z.string().nullable(),
    status: z.string(),
    name: text,
    programme: text.optional(),
    purpose: text.optional(),
    purposes: z.array(text).optional(),
    projectGoal: text.optional(),
    contractRef: z.string().nullish(),
    duration: z.object({ start: z.iso.date(), end: z.iso.date() }),
    ...budgetFields,
    workingLanguages: z.array(z.enum(LOCALES)),
    partners: z.array(z.object({ orgId: z.string(), role: z.string() })),
  }),
);

type Partnership = z.infer<typeof partnerships>[number];

/** What the seeds leave to us: address and colour, and the counties that they mean as NUTS codes. */
const OURS: Record<string, { slug: string; accent: Accent; territory: string[] }> = {
  'p-coop': { slug: 'coop', accent: 'green', territory: [] },
  'p-eruf': { slug: 'oms', accent: 'violet', territory: ['SE121', 'SE123', 'SE124', 'SE125'] },
  'p-orebro': { slug: 'orebro', accent: 'red', territory: ['SE124'] },
  'p-sormland': { slug: 'sormland', accent: 'amber', territory: ['SE122'] },
  'p-region': { slug: 'region', accent: 'blue', territory: ['SE124'] },
};

/** The seeds describe what each partner does in words of their own. */
const ROLES: Record<string, PartnerRole> = {
  lead: 'lead',
  'lead/applicant': 'lead',
  partner: 'partner',
  partnership: 'cooperation',
  owner: 'owner',
  'funder and board seat': 'funder',
  'member and co-financier': 'cofinancier',
  member: 'member',
  'co-operation': 'cooperation',
  'co-operation on statistics': 'cooperation',
  'direct support to social enterprises': 'cooperation',
  'network membership': 'network',
  'reporting addressee': 'reporting',
};

export async function loadPartnerships(tx: EntityManager, now: Date): Promise<number> {
  const all = partnerships.parse(seeds.partnerships);
  const items = all.map(item);
  await insertTexts(tx, 'partnership', items);
  await insert(tx, 'partners', all.flatMap(partnersOf));
  await loadStatements(tx);
  await loadFundingNotices(tx);
  await loadSourceNotes(tx);
  await record(
    tx,
    items.map(({ row }) => fact('partnership.created', { kind: 'partnership', id: row.id }, {}, { at: now })),
  );
  return items.length;
}

function item(partnership: Partnership): Translatable {
  const { id, acronym, name, programme = null, contractRef, duration, workingLanguages } = partnership;
  return {
    row: {
      ...{ id: idOf('partnership', id), ...OURS[id], acronym, status: statusOf(partnership) },
      ...{ contract_reference: contractRef ?? null, starts_on: duration.start, ends_on: duration.end },
      ...{ ...budgetOf(partnership), working_locales: workingLanguages },
    },
    texts: { name, programme, purpose: purposeOf(partnership) },
  };
}

/** "closed (followed by …)", "running 2024–2026". */
const statusOf = ({ status }: Partnership): PartnershipStatus =>
  status.startsWith('running') ? 'active' : 'closed';

/** Where the source names no purpose, what its plan is for stands in its place. */
const purposeOf = ({ id, purpose, purposes, projectGoal }: Partnership): Text | null =>
  purpose ?? paragraphs(purposes ?? []) ?? projectGoal ?? plans.get(id)?.overallGoal ?? null;

const partnersOf = ({ id, partners }: Partnership): Row[] =>
  partners.map(({ orgId, role }, index) => ({
    ...{ partnership_id: idOf('partnership', id), organisation_id: idOf('organisation', orgId) },
    ...{ role: ROLES[role], position: index + 1 },
  }));
