import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import type { Key } from '../core/i18n/keys';
import { LOCALES } from '../core/i18n/locales';
import { partnershipPolicy } from '../partnerships/partnership.policy';
import type { PracticeCase } from './practice-case';
import type { PracticeState } from './practice-facts';

/** Whose turn it may be to write; in all other states the words are locked. */
const OPEN: readonly PracticeState[] = ['draft', 'returned', 'declined', 'editing'];
const SUBMITTABLE: readonly PracticeState[] = ['draft', 'returned', 'declined'];
/** What the people of the partnership see before it is published: reviewers are found among them. */
const SHARED: readonly PracticeState[] = ['review', 'accepted', 'promising', 'editing', 'frozen'];
/** What those who look after its country do not see. */
const OWN: readonly PracticeState[] = ['draft', 'withdrawn'];

const listed = (states: readonly PracticeState[]): string => states.map((state) => `'${state}'`).join(', ');

export const answersFor = (actor: Actor, { partnershipId }: Pick<PracticeCase, 'partnershipId'>): boolean =>
  actor.administrator || actor.holds('organiser', partnershipId) || actor.holds('editor', partnershipId);

const isOfPartnership = (actor: Actor, { partnershipId, platformIds }: PracticeCase): boolean =>
  actor.holds('member', partnershipId) || platformIds.some((id) => actor.holds('host', id));

/** Any language: whoever translates may be asked for this one. */
const translates = (actor: Actor): boolean => LOCALES.some((locale) => actor.translates(locale));

function reads(actor: Actor, row: PracticeCase): boolean {
  const { authorId, state, version, publishedAt, partnershipId: id, partnershipStatus: status } = row;
  if (answersFor(actor, row) || actor.is(authorId)) return true;
  if (publishedAt !== null) return partnershipPolicy.may(actor, 'read', { id, status });
  if (!OWN.includes(state) && row.countryPlatformIds.some((platform) => actor.holds('host', platform)))
    return true;
  if (SHARED.includes(state) && isOfPartnership(actor, row)) return true;
  if (state !== 'withdrawn' && row.reviewerIds.some((reviewer) => actor.is(reviewer))) return true;
  return version > 0 && state !== 'withdrawn' && translates(actor);
}

/** The same as SQL. Published cases are read by whoever reads their partnership, also after they were withdrawn. */
function readable(actor: Actor, practice: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  const published = partnershipPolicy.readable(actor, 'published_in');
  const hosted = `exists (select from platforms where platforms.id = any(:practiceHosted)
    and platforms.partnership_id = ${practice}.partnership_id`;
  const where = `(${practice}.partnership_id = any(:practiceOwn)
    or ${practice}.author_id = :practiceReader
    or (${practice}.published_at is not null and exists (select from partnerships published_in
      where published_in.id = ${practice}.partnership_id and ${published.where}))
    or (${practice}.published_at is null and (
      (${practice}.state not in (${listed(OWN)}) and ${hosted} and platforms.country = ${practice}.country))
      or (${practice}.state in (${listed(SHARED)})
        and (${practice}.partnership_id = any(:practiceMember) or ${hosted})))
      or (${practice}.state <> 'withdrawn' and exists (select from practice_reviews review
        where review.practice_id = ${practice}.id and review.reviewer_id = :practiceReader
          and review.state in ('invited', 'accepted', 'scored')))
      or (${practice}.version > 0 and ${practice}.state <> 'withdrawn' and :practiceTranslator))))`;
  return {
    where,
    parameters: {
      ...published.parameters,
      practiceOwn: actor.places('organiser', 'editor'),
      practiceReader: actor.person?.id ?? null,
      practiceHosted: actor.places('host'),
      practiceMember: actor.places('member'),
      practiceTranslator: translates(actor),
    },
  };
}

/** The host of its country; the organiser where there is none. Nobody checks what she has written herself. */
function checks(actor: Actor, row: PracticeCase): boolean | Key {
  if (row.state !== 'submitted') return 'practices:refusal.not_submitted';
  if (actor.is(row.authorId)) return 'practices:refusal.own_case';
  return isHost(actor, row) || 'practices:refusal.host_only';
}

export const isHost = (actor: Actor, row: PracticeCase): boolean =>
  actor.administrator ||
  (row.hostPlatformIds.length > 0
    ? row.hostPlatformIds.some((platform) => actor.holds('host', platform))
    : actor.holds('organiser', row.partnershipId));

/** Finds reviewers: the host of its country, and those who organise the partnership. */
const invites = (actor: Actor, row: PracticeCase): boolean =>
  isHost(actor, row) || actor.holds('organiser', row.partnershipId);

const among =
  (states: readonly PracticeState[], who: (actor: Actor, row: PracticeCase) => boolean) =>
  (actor: Actor, row: PracticeCase): boolean | Key =>
    states.includes(row.state) ? who(actor, row) : 'practices:refusal.other_state';

const writes = (actor: Actor, row: PracticeCase): boolean => actor.is(row.authorId) || answersFor(actor, row);

function edits(actor: Actor, row: PracticeCase): boolean | Key {
  if (OPEN.includes(row.state)) return writes(actor, row);
  return row.version > 0 ? 'practices:refusal.frozen' : 'practices:refusal.being_assessed';
}

export type PracticeAbility =
  | ('edit' | 'submit' | 'check' | 'invite' | 'volunteer' | 'take')
  | ('freeze' | 'publish' | 'reopen' | 'withdraw');

/** Who may what with a case, at each of its stations. */
export const practicePolicy = new Policy<PracticeCase, PracticeAbility>(
  {
    read: reads,
    edit: edits,
    submit: among(SUBMITTABLE, writes),
    check: checks,
    invite: among(['review'], (actor, row) => !actor.is(row.authorId) && invites(actor, row)),
    volunteer: among(['review'], (actor, row) => !actor.is(row.authorId) && isOfPartnership(actor, row)),
    take: among(['accepted', 'promising'], answersFor),
    freeze: among(['editing'], answersFor),
    publish: among(['frozen'], answersFor),
    reopen: among(['frozen', 'published', 'due'], answersFor),
    withdraw: (actor, row) => {
      if (row.state === 'withdrawn') return 'practices:refusal.other_state';
      return answersFor(actor, row) || (actor.is(row.authorId) && row.publishedAt === null);
    },
  },
  readable,
);

/** Whoever works in a partnership may write a case for it. */
export const newPracticePolicy = new Policy<Pick<PracticeCase, 'partnershipId' | 'platformIds'>, 'create'>(
  {
    read: () => true,
    create: (actor, { partnershipId, platformIds }) =>
      answersFor(actor, { partnershipId }) ||
      actor.holds('member', partnershipId) ||
      platformIds.some((platform) => actor.holds('host', platform)) ||
      'practices:refusal.not_of_partnership',
  },
  () => ({ where: 'true', parameters: {} }),
);

/** Works on the case: sees it as it is being written, others see what was frozen. */
export const isInvolved = (actor: Actor, row: PracticeCase): boolean =>
  writes(actor, row) || row.countryPlatformIds.some((platform) => actor.holds('host', platform));
