import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { People } from '../../accounts/people.service';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { Organisations } from '../../directory/organisations.service';
import { Files } from '../../files/files.service';
import { RecommendationAccess } from '../recommendation-access.service';
import type { UptakeState } from '../recommendation-facts';
import { uptakePolicy } from './uptake.policy';
import type { UptakeView } from './uptake.schema';

interface UptakeRow {
  id: string;
  organisation_id: string | null;
  name: string | null;
  country: string;
  state: UptakeState;
  since: string;
  told_by: string | null;
  withdrawn_at: Date | null;
  reason: string | null;
  reason_locale: Locale | null;
}

interface StateRow {
  uptake_id: string;
  state: UptakeState;
  since: string;
  proof: string | null;
  locale: Locale | null;
  address: string | null;
  file_id: string | null;
  told_by: string | null;
  told_at: Date;
}

/** The register as readers see it. */
@Injectable()
export class UptakeReading {
  constructor(
    private readonly database: DataSource,
    private readonly access: RecommendationAccess,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly files: Files,
  ) {}

  /** Who has taken it up, oldest first; those withdrawn are there with the reason. @throws NotFound */
  async of(actor: Actor, recommendationId: string, locales: readonly Locale[]): Promise<UptakeView[]> {
    const recommendation = await this.access.to(actor, 'read', recommendationId);
    const rows = await this.database.query<UptakeRow[]>(
      `select *, since::text as since from uptakes where recommendation_id = $1 order by told_at, id`,
      [recommendationId],
    );
    const states = await this.states(rows.map(({ id }) => id));
    const [organisations, people, files] = await Promise.all([
      this.organisations.byIds(rows.flatMap(({ organisation_id }) => organisation_id ?? [])),
      this.people.named(states.flatMap(({ told_by }) => told_by ?? [])),
      this.files.named(
        states.flatMap(({ file_id }) => file_id ?? []),
        locales,
      ),
    ]);
    const toldIn = ({ state, since, proof, locale, address, file_id, told_by, told_at }: StateRow) => {
      const file = files.get(file_id ?? '');
      return {
        ...{ state, since, proof: said(proof, locale), address, toldAt: told_at.toISOString() },
        file: file ? { address: file.address, name: file.name, type: file.type, size: file.size } : null,
        toldBy: people.get(told_by ?? '')?.name ?? null,
      };
    };
    return rows.map((row) => {
      const listed = organisations.get(row.organisation_id ?? '');
      const withdrawn = row.withdrawn_at !== null;
      return {
        ...{ id: row.id, country: row.country, state: row.state, since: row.since },
        who: {
          ...{ name: listed?.name ?? row.name ?? '', locale: listed?.lang ?? null },
          ...{ slug: listed?.slug ?? null, organisationId: row.organisation_id },
        },
        history: states.filter(({ uptake_id }) => uptake_id === row.id).map(toldIn),
        withdrawal: withdrawn ? said(row.reason, row.reason_locale) : null,
        can: uptakePolicy.can(actor, { recommendation, toldBy: row.told_by, withdrawn }),
      };
    });
  }

  private states(ids: string[]): Promise<StateRow[]> {
    return this.database.query<StateRow[]>(
      `select *, since::text as since from uptake_states where uptake_id = any($1::uuid[]) order by id desc`,
      [ids],
    );
  }
}

const said = (text: string | null, locale: Locale | null): UptakeView['withdrawal'] =>
  text !== null && locale ? { text, locale } : null;
