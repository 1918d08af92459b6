import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import { partnershipPolicy } from '../partnerships/partnership.policy';
import type { Partnership } from '../partnerships/partnership.entity';
import type { Chapter } from './chapter.entity';
import type { Handbook } from './handbook.entity';

interface HandbookSubject extends Pick<Handbook, 'status'> {
  partnership: Pick<Partnership, 'id' | 'status'>;
}

interface ChapterSubject extends Pick<Chapter, 'status'> {
  handbook: HandbookSubject;
}

const writes = (actor: Actor, { partnership }: HandbookSubject): boolean =>
  partnershipPolicy.may(actor, 'edit', partnership);

const reads = (actor: Actor, handbook: HandbookSubject): boolean =>
  partnershipPolicy.may(actor, 'read', handbook.partnership) &&
  (handbook.status === 'published' || edits(actor, handbook));

/** Also with a token that may only read. */
const edits = (actor: Actor, { partnership: { id } }: HandbookSubject): boolean =>
  actor.administrator || actor.holds('organiser', id) || actor.holds('editor', id);

/** Over `handbook` and, joined as `partnership`, whose it is. */
function readable(actor: Actor, alias: string): Scope {
  if (actor.administrator) return { where: 'true', parameters: {} };
  const partnership = partnershipPolicy.readable(actor, 'partnership');
  return {
    where: `(${partnership.where} and (${alias}.status = 'published' or partnership.id = any(:${alias}Own)))`,
    parameters: { ...partnership.parameters, [`${alias}Own`]: actor.places('organiser', 'editor') },
  };
}

/** With all that it stands in: whoever withdraws a part withdraws its chapters, too. */
const published = (chapter: string): string => `(${chapter}.status = 'published' and not exists (
  select from chapters above left join chapters top on top.id = above.parent_id
  where above.id = ${chapter}.parent_id and (above.status <> 'published' or top.status <> 'published')))`;

/** A draft is for those who write it; published handbooks are read by whoever reads the partnership. */
export const handbookPolicy = new Policy<HandbookSubject, 'edit' | 'publish' | 'freeze'>(
  { read: reads, edit: writes, publish: writes, freeze: writes },
  readable,
);

/** Its SQL speaks of `handbook` and `partnership` beside its own alias. */
export const chapterPolicy = new Policy<ChapterSubject, 'edit' | 'suggest' | 'comment' | 'discuss'>(
  {
    read: (actor, { status, handbook }) =>
      reads(actor, handbook) && (status === 'published' || edits(actor, handbook)),
    edit: (actor, { handbook }) => writes(actor, handbook),
    suggest: (actor, { status }) => actor.signedIn && status !== 'withdrawn',
    comment: (actor, { status }) => actor.signedIn && status !== 'withdrawn',
    discuss: (actor, { status }) => actor.signedIn && status === 'published',
  },
  (actor, alias) => {
    if (actor.administrator) return { where: 'true', parameters: {} };
    const { where, parameters } = readable(actor, 'handbook');
    return {
      where: `(${where} and (${published(alias)} or partnership.id = any(:handbookOwn)))`,
      parameters,
    };
  },
);
