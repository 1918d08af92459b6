import { randomUUID } from 'node:crypto';
import type { TestHub } from '../support/hub';
import { anOrganisation } from './organisations';

export interface TestPartnership {
  id: string;
  slug: string;
  name: string;
}

interface PartnershipOptions {
  name?: string;
  slug?: string;
  locale?: string;
  acronym?: string | null;
  programme?: string | null;
  purpose?: string | null;
  status?: 'draft' | 'active' | 'closed';
  accent?: string;
  startsOn?: string | null;
  endsOn?: string | null;
  currency?: string | null;
  budgetTotal?: string | null;
  budgetFunder?: string | null;
  budgetPartners?: string | null;
}

/** A partnership that everybody can read, unless it is said to be a draft. */
export async function aPartnership(hub: TestHub, options: PartnershipOptions = {}): Promise<TestPartnership> {
  const id = randomUUID();
  const name = options.name ?? `Partnership ${id.slice(0, 4)}`;
  const slug = options.slug ?? `partnership-${id.slice(0, 8)}`;
  await hub.database.query(
    `insert into partnerships (id, slug, name, locale, acronym, programme, purpose, status, accent,
       starts_on, ends_on, currency, budget_total, budget_funder, budget_partners)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[id, slug, name, options.locale ?? 'en', options.acronym ?? null],
      ...[
        options.programme ?? null,
        options.purpose ?? null,
        options.status ?? 'active',
        options.accent ?? 'green',
      ],
      ...[options.startsOn ?? null, options.endsOn ?? null, options.currency ?? null],
      ...[options.budgetTotal ?? null, options.budgetFunder ?? null, options.budgetPartners ?? null],
    ],
  );
  return { id, slug, name };
}

export async function aStatement(
  hub: TestHub,
  partnershipId: string,
  options: { kind?: string; number?: number; text?: string; locale?: string } = {},
): Promise<{ id: string }> {
  const id = randomUUID();
  await hub.database.query(
    'insert into statements (id, partnership_id, kind, number, text, locale) values ($1, $2, $3, $4, $5, $6)',
    [
      ...[id, partnershipId, options.kind ?? 'objective', options.number ?? 1],
      ...[options.text ?? 'To cooperate.', options.locale ?? 'en'],
    ],
  );
  return { id };
}

/** Something that does not fit together in the source. */
export async function aSourceNote(hub: TestHub, partnershipId: string): Promise<{ id: string }> {
  const [row] = await hub.database.query<[{ id: string }]>(
    `insert into source_notes (partnership_id, number, issue, treatment, locale)
     values ($1, 1, 'Vsota ni prava.', 'Kakor je natisnjeno.', 'sl') returning id`,
    [partnershipId],
  );
  return row;
}

/** Creates the organisation when none is named. */
export async function aPartner(
  hub: TestHub,
  partnershipId: string,
  options: { organisationId?: string; role?: string; position?: number } = {},
): Promise<{ organisationId: string }> {
  const organisationId = options.organisationId ?? (await anOrganisation(hub)).id;
  await hub.database.query(
    'insert into partners (partnership_id, organisation_id, role, position) values ($1, $2, $3, $4)',
    [partnershipId, organisationId, options.role ?? 'partner', options.position ?? 0],
  );
  return { organisationId };
}

export async function aFundingNotice(
  hub: TestHub,
  partnershipId: string,
  options: {
    version?: number;
    statement?: string | null;
    disclaimer?: string | null;
    locale?: string;
    emblem?: boolean;
  } = {},
): Promise<void> {
  await hub.database.query(
    `insert into funding_notices (partnership_id, version, statement, disclaimer, locale, emblem)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      ...[partnershipId, options.version ?? 1, options.statement ?? null],
      ...[options.disclaimer ?? null, options.locale ?? 'en', options.emblem ?? false],
    ],
  );
}
