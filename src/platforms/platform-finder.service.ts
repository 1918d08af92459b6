import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import { Platform } from './platform.entity';
import { platformPolicy } from './platform.policy';

/** Fetches platforms through what the actor may see, with all their translations. */
@Injectable()
export class PlatformFinder {
  constructor(@InjectRepository(Platform) private readonly platforms: Repository<Platform>) {}

  /** @throws NotFound */
  async bySlug(actor: Actor, slug: string): Promise<Platform> {
    const platform = await this.readable(actor).andWhere('platform.slug = :slug', { slug }).getOne();
    if (!platform) throw new NotFound();
    return platform;
  }

  all(actor: Actor): Promise<Platform[]> {
    return this.readable(actor).orderBy('platform.slug').getMany();
  }

  ofPartnership(actor: Actor, partnershipId: string): Promise<Platform[]> {
    return this.readable(actor)
      .andWhere('platform.partnershipId = :partnershipId', { partnershipId })
      .orderBy('platform.slug')
      .getMany();
  }

  private readable(actor: Actor): SelectQueryBuilder<Platform> {
    const { where, parameters } = platformPolicy.readable(actor, 'platform');
    return this.platforms
      .createQueryBuilder('platform')
      .leftJoinAndSelect('platform.translations', 'translation')
      .where(where, parameters);
  }
}
