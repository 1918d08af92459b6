import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../core/config/config';
import { demoPassword } from '../../core/config/secrets';
import type { Locale } from '../../core/i18n/locales';
import { Organisations, type OrganisationName } from '../../directory/organisations.service';

export interface DemoAccount {
  name: string;
  email: string;
  locale: Locale;
  organisation: OrganisationName | undefined;
}

export interface DemoAccounts {
  password: string;
  accounts: DemoAccount[];
}

/** Who can be tried out, by role, while the demonstration is on. */
@Injectable()
export class Demonstration {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly organisations: Organisations,
  ) {}

  /** In the order in which they were made; `undefined` when there is no demonstration. */
  async accounts(): Promise<DemoAccounts | undefined> {
    if (!this.config.demo) return undefined;
    const people = await this.database.query<(DemoAccount & { organisationId: string | null })[]>(
      `select name, email, locale, organisation_id as "organisationId" from people
       where demo and password_hash is not null order by created_at`,
    );
    if (people.length === 0) return undefined;
    const organisations = await this.organisations.byIds(
      people.flatMap((person) => person.organisationId ?? []),
    );
    return {
      password: demoPassword(this.config),
      accounts: people.map(({ organisationId, ...person }) => ({
        ...person,
        organisation: organisations.get(organisationId ?? ''),
      })),
    };
  }
}
