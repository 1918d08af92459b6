import type { Actor } from '../core/access/actor';
import { rendered, type RenderedText } from '../core/database/rendered';
import type { OrganisationName } from '../directory/organisations.service';
import { plain, shareOf, sumOf } from './amount';
import type { PartnerRole } from './partners/partner.entity';
import type { Partnership } from './partnership.entity';
import { partnershipPolicy } from './partnership.policy';
import type { BudgetView, PartnershipSummary, PartnershipView } from './partnership.schema';
import type { SourceNote } from './source-notes/source-note.entity';
import type { LanguageCounts } from './translations/standings.service';
import type { Statement } from './statements/statement.entity';

/** How many take part, and from where. */
export interface Breadth {
  partnerCount: number;
  countries: string[];
}

export interface PartnerView {
  organisation: OrganisationName;
  role: PartnerRole;
}

/** Everything that a record is made of. */
interface Whole {
  row: Partnership;
  partners: PartnerView[];
  statements: Statement[];
  notes: SourceNote[];
  languages: LanguageCounts[];
}

export function summaryOf(
  row: Partnership,
  breadth: Breadth,
  locales: readonly string[],
): PartnershipSummary {
  const { id, slug, acronym, accent, status, startsOn, endsOn } = row;
  return {
    ...{ id, slug, acronym, accent, status, startsOn, endsOn },
    name: rendered(row, (each) => each.name, locales)!,
    programme: rendered(row, (each) => each.programme, locales),
    ...breadth,
  };
}

export function viewOf(
  { row, partners, statements, notes, languages }: Whole,
  actor: Actor,
  locales: string[],
): PartnershipView {
  const countries = [...new Set(partners.map(({ organisation }) => organisation.country))].sort();
  return {
    ...summaryOf(row, { partnerCount: partners.length, countries }, locales),
    purpose: rendered(row, (each) => each.purpose, locales),
    contractReference: row.contractReference,
    budget: budgetOf(row),
    territory: row.territory,
    workingLocales: row.workingLocales,
    partners,
    statements: statements.map((each) => statementOf(each, locales)),
    sourceNotes: notes.map((each) => noteOf(each, locales)),
    languages,
    originalLocale: row.locale,
    revision: row.revision,
    can: partnershipPolicy.can(actor, row),
  };
}

const statementOf = (row: Statement, locales: string[]) => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  text: must(rendered(row, ({ text }) => text, locales)),
  revision: row.revision,
});

const noteOf = (row: SourceNote, locales: string[]) => ({
  id: row.id,
  number: row.number,
  issue: must(rendered(row, ({ issue }) => issue, locales)),
  treatment: must(rendered(row, ({ treatment }) => treatment, locales)),
  revision: row.revision,
});

/** Columns that are never empty. */
function must(text: RenderedText | null): RenderedText {
  if (!text) throw new Error('A text that must be there is missing');
  return text;
}

/** The split of the money with computed shares; `null` when no amount is known. */
export function budgetOf(row: Partnership): BudgetView | null {
  const [total, funder, partners] = [row.budgetTotal, row.budgetFunder, row.budgetPartners].map(known);
  const [grantPercent, grantCeiling] = [row.grantPercent, row.grantCeiling].map(known);
  if (!row.currency || ![total, funder, partners, grantPercent, grantCeiling].some(Boolean)) return null;
  const sum = funder && partners ? sumOf(funder, partners) : null;
  return {
    currency: row.currency,
    total: total ?? null,
    funder: funder ?? null,
    partners: partners ?? null,
    funderShare: total && funder ? shareOf(funder, total) : null,
    partnersShare: total && partners ? shareOf(partners, total) : null,
    addsUp: sum && total ? sum === total : null,
    sum,
    grantPercent: grantPercent ?? null,
    grantCeiling: grantCeiling ?? null,
  };
}

const known = (amount: string | null): string | null => amount && plain(amount);
