import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import { Organisations, type OrganisationName } from '../../directory/organisations.service';
import { Invitation, standingOf } from './invitation.entity';
import { invitationPolicy } from './invitation.policy';
import type { InvitationView } from './invitation.schema';

/** Invitations as those who run a platform see them. */
@Injectable()
export class SentInvitations {
  constructor(
    @InjectRepository(Invitation) private readonly invitations: Repository<Invitation>,
    private readonly organisations: Organisations,
  ) {}

  /** Those that wait, have run out or were turned down, the newest first. */
  async list(actor: Actor, platformId: string): Promise<InvitationView[]> {
    const rows = await this.readable(actor)
      .andWhere('invitation.platformId = :platformId', { platformId })
      .andWhere(`invitation.state in ('open', 'declined')`)
      .orderBy('invitation.createdAt', 'DESC')
      .getMany();
    return this.views(actor, rows);
  }

  /** @throws NotFound */
  async one(actor: Actor, id: string): Promise<InvitationView> {
    const rows = await this.readable(actor).andWhere('invitation.id = :id', { id }).getMany();
    const [view] = await this.views(actor, rows);
    if (!view) throw new NotFound();
    return view;
  }

  private readable(actor: Actor): SelectQueryBuilder<Invitation> {
    const { where, parameters } = invitationPolicy.readable(actor, 'invitation');
    return this.invitations
      .createQueryBuilder('invitation')
      .innerJoinAndSelect('invitation.platform', 'platform')
      .where(where, parameters);
  }

  private async views(actor: Actor, rows: Invitation[]): Promise<InvitationView[]> {
    const names = await this.organisations.byIds(rows.flatMap(({ organisationId }) => organisationId ?? []));
    return rows.map((row) => view(actor, row, names));
  }
}

function view(actor: Actor, row: Invitation, names: Map<string, OrganisationName>): InvitationView {
  return {
    id: row.id,
    email: row.email,
    locale: row.locale,
    groupId: row.groupId,
    organisation: names.get(row.organisationId ?? '') ?? null,
    standing: standingOf(row),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    can: invitationPolicy.can(actor, row),
  };
}
