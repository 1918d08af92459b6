import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { Person } from './person.entity';

/** What others show of a person: never the address. */
export interface NamedPerson {
  id: string;
  name: string;
  organisationId: string | null;
}

/** Finds people for the capabilities above. */
@Injectable()
export class People {
  constructor(@InjectRepository(Person) private readonly people: Repository<Person>) {}

  /** One query for all authors of a page. Who is gone is not in the map. */
  async named(ids: readonly string[]): Promise<Map<string, NamedPerson>> {
    if (ids.length === 0) return new Map();
    const rows = await this.people.find({
      where: { id: In([...new Set(ids)]) },
      select: { id: true, name: true, organisationId: true },
    });
    return new Map(rows.map(({ id, name, organisationId }) => [id, { id, name, organisationId }]));
  }

  /** Addresses are compared without regard to capitals. */
  byEmail(email: string): Promise<Person | null> {
    return this.people.findOneBy({ email });
  }

  byId(id: string): Promise<Person | null> {
    return this.people.findOneBy({ id });
  }
}
