import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { PracticeAccess } from '../practice-access.service';
import type { PracticeCase } from '../practice-case';
import { Practice } from '../practice.entity';
import { answersFor, isHost, isInvolved, practicePolicy } from '../practice.policy';
import { Reviewers } from '../reviews/reviewers.service';
import { isActive, judged, Reviews, type Review } from '../reviews/reviews.service';
import { neededFor } from '../reviews/verdict';
import { PracticeVersions } from '../versions/practice-versions.service';
import { ballOf, type Ball } from './ball';
import type { ReviewView, StandingView } from './standing.schema';

type Move = StandingView['moves'][number];

/** Where a case stands, who has the ball and since when, for everybody who sees it. */
@Injectable()
export class CaseStandings {
  constructor(
    private readonly database: DataSource,
    private readonly access: PracticeAccess,
    private readonly reviews: Reviews,
    private readonly reviewers: Reviewers,
    private readonly versions: PracticeVersions,
  ) {}

  /** @throws NotFound */
  async of(actor: Actor, slug: string): Promise<StandingView> {
    const found = await this.access.to(actor, 'read', slug);
    const [row, reviews, versions] = await Promise.all([
      this.database.manager.findOneByOrFail(Practice, { id: found.id }),
      this.reviews.of(found),
      this.versions.of(found.id),
    ]);
    const needed = neededFor(judged(reviews));
    const missing = reviews.filter(isActive).length < needed;
    const who = ballOf(found, missing);
    const own = reviews.find(({ reviewerId }) => actor.is(reviewerId));
    const reviewing = found.state === 'review' && actor.mayWrite;
    const can = practicePolicy.can(actor, found);
    const volunteers = can.volunteer && missing && !own && actor.person !== null;
    return {
      ...{ slug: found.slug, title: row.title, locale: row.locale, state: found.state },
      partnershipId: found.partnershipId,
      since: found.stateSince.toISOString(),
      ball: { who, names: actor.signedIn ? await this.names(found, who) : [] },
      version: found.version,
      versions: versions.map(({ version, frozenAt, note }) => ({
        ...{ version, note, frozenAt: frozenAt.toISOString() },
      })),
      publishedAt: found.publishedAt?.toISOString() ?? null,
      ...{ checkedAt: row.checkedAt, nextReviewAt: row.nextReviewAt, needed },
      verdict: row.verdict,
      reviews: reviews.map((review) => seen(actor, found, review)),
      moves: await this.moves(actor, found),
      can: {
        ...can,
        invite: can.invite && missing,
        volunteer: volunteers && (await this.reviewers.countryOf(found, actor.person.id)) !== undefined,
        answer: reviewing && own?.state === 'invited',
        judge: reviewing && own?.state === 'accepted',
      },
    };
  }

  /** The newest first. What was said to the author is for those who work on the case; why it was withdrawn is for all. */
  private async moves(actor: Actor, found: PracticeCase): Promise<Move[]> {
    const rows = await this.database.query<(Omit<Move, 'at'> & { at: Date })[]>(
      `select from_state as "from", to_state as "to", moved_at as at, person.name as by, reason, move.locale, checks
       from practice_moves move left join people person on person.id = moved_by
       where practice_id = $1 order by move.id desc limit 200`,
      [found.id],
    );
    return rows.map(({ at, ...move }) => ({
      ...move,
      at: at.toISOString(),
      by: actor.signedIn && !(move.from === 'review' && !isInvolved(actor, found)) ? move.by : null,
    }));
  }

  /** Reviewers stay unnamed: they say what they think of a neighbour's work. */
  private async names(found: PracticeCase, who: Ball): Promise<string[]> {
    if (who === 'nobody' || who === 'reviewers') return [];
    const rows = await this.database.query<{ name: string }[]>(...peopleWith(found, who));
    return rows.map(({ name }) => name);
  }
}

/** Who has the ball by name, as a statement with its values. */
function peopleWith(found: PracticeCase, who: Exclude<Ball, 'nobody' | 'reviewers'>): [string, unknown[]] {
  if (who === 'author') return ['select name from people where id = $1', [found.authorId]];
  const holding = `select distinct name from people join grants on grants.person_id = people.id
    where grants.role = any($1::text[]) and grants.place_id = any($2::uuid[])
      and people.id is distinct from $3::uuid order by name limit 20`;
  if (who === 'host' && found.hostPlatformIds.length > 0)
    return [holding, [['host'], found.hostPlatformIds, found.authorId]];
  const roles = who === 'host' ? ['organiser'] : ['organiser', 'editor'];
  return [holding, [roles, [found.partnershipId], null]];
}

/** Reviewers do not see what the others make of it before all have judged; nor does anybody else. */
function seen(actor: Actor, found: PracticeCase, review: Review): ReviewView {
  const own = actor.is(review.reviewerId);
  const finds = !actor.is(found.authorId) && (isHost(actor, found) || answersFor(actor, found));
  const decided = found.state !== 'review';
  const works = isInvolved(actor, found) || found.reviewerIds.some((id) => actor.is(id));
  return {
    ...{ id: review.id, country: review.country, state: review.state, own },
    name: own || finds ? review.name : null,
    interest: own || finds ? review.interest : null,
    scores: own || decided ? (review.scores ?? null) : null,
    gates: own || decided ? (review.gates ?? null) : null,
    comment: own || (decided && works) ? review.comment : null,
    locale: own || (decided && works) ? review.locale : null,
  };
}
