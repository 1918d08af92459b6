import type { OpenCase } from './case-reading.service';
import type { CaseSummary, CaseView } from './case-view.schema';
import type { StandingCase } from './standing-case';

/** A case as programs see it in a list. */
export const summaryOf = (matter: StandingCase): CaseSummary => ({
  id: matter.id,
  number: matter.number,
  state: matter.state,
  revision: matter.revision,
  openedAt: matter.openedAt.toISOString(),
  decidedAt: matter.decidedAt?.toISOString() ?? null,
  post: { id: matter.postId, number: matter.postNumber, locale: matter.locale },
  thread: {
    ...{ id: matter.threadId, title: matter.threadTitle },
    ...{ locale: matter.threadLocale, closed: matter.threadClosed },
  },
  room: {
    ...{ id: matter.room.id, slug: matter.room.slug },
    ...{ name: matter.room.name, locale: matter.room.locale },
  },
  hidden: matter.hidden,
  gone: matter.gone,
  author: personOf(matter.authorId, matter.author),
  assignee: personOf(matter.assigneeId, matter.assignee),
  reports: matter.reports,
  illegal: matter.illegal,
});

/** The same with everything that has gathered in it. */
export const wholeCase = ({ matter, file, post, readings, keepers, can }: OpenCase): CaseView => ({
  ...summaryOf(matter),
  words: post,
  readings: readings.map(({ readAt, ...rest }) => ({ ...rest, readAt: readAt.toISOString() })),
  filed: file.reports.map(({ receivedAt, ...rest }) => ({ ...rest, receivedAt: receivedAt.toISOString() })),
  decisions: file.decisions.map(({ decidedAt, ...rest }) => ({
    ...rest,
    decidedAt: decidedAt.toISOString(),
  })),
  notes: file.notes.map(({ writtenAt, ...rest }) => ({ ...rest, writtenAt: writtenAt.toISOString() })),
  appeals: file.appeals.map(({ madeAt, ...rest }) => ({ ...rest, madeAt: madeAt.toISOString() })),
  keepers,
  can,
});

const personOf = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;
