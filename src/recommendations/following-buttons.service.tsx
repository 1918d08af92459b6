import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import type { Comparison } from '../comparisons/comparison.entity';
import type { Reader } from '../core/http/reader';
import { FollowButton } from '../notifications/following/follow-button';
import { Followings } from '../notifications/following/followings.service';

interface Place {
  comparison: Pick<Comparison, 'id'>;
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
  /** Its code. */
  dimension?: string | undefined;
}

/** Following a comparison, one of its countries or one of its dimensions: parts of the comparison. */
@Injectable()
export class FollowingButtons {
  constructor(private readonly followings: Followings) {}

  /** For the comparison, and for the country and the dimension that are looked at. */
  async at(
    { actor, language }: Reader,
    { comparison, country, dimension }: Place,
  ): Promise<ComponentChildren> {
    const subject = { kind: 'comparison', id: comparison.id };
    const followed = await this.followings.partsFollowed(actor, subject);
    const parts = [
      ...(country ? [{ part: country.toUpperCase(), of: language.country(country.toUpperCase()) }] : []),
      ...(dimension ? [{ part: dimension.toUpperCase(), of: dimension.toUpperCase() }] : []),
    ];
    const shown = parts.length > 0 ? parts : [{ part: '', of: language.t('recommendations:the_comparison') }];
    return shown.map(({ part, of }) => (
      <FollowButton subject={subject} part={part} followed={followed.has(part)} of={of} said />
    ));
  }
}
