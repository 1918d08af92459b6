import { UnsoundEvidence1795600000200 } from './evidence/unsound.migrations';
import { Conclusions1795600003000 } from './conclusions/conclusions.migrations';
import { Comparisons1795600000000 } from './comparisons/comparisons.migrations';
import { QuestionThreads1795600005200 } from './comparisons/structure/discussing/discussing.migrations';
import { AnswerImports1795600005100 } from './comparisons/structure/import/import.migrations';
import { ComparisonSteps1795600005000 } from './comparisons/structure/structure.migrations';
import { Answering1795600004100 } from './comparisons/answering/answering.migrations';
import { ComparisonVersionTexts1795600004000 } from './comparisons/publishing/version-texts.migrations';
import { Evidence1795600000100 } from './evidence/evidence.migrations';
import { SourcesChecked1795600002000 } from './evidence/standing/sources-checked.migrations';
import { Archives1795500008000 } from './archive/archives.migrations';
import { OriginalsOnly1795400001050 } from './accounts/reading.migrations';
import { Accounts1795200002000 } from './accounts/accounts.migrations';
import type { MigrationClass } from './core/database/connection';
import { Core1795200000000 } from './core/database/core.migrations';
import { Demo1795200007000 } from './demo/demo.migrations';
import { Languages1795400002100 } from './core/i18n/languages.migrations';
import { GatheredEntries1795800008000, RecordEntry1795300000000 } from './core/journal/journal.migrations';
import { RevisionNotes1795500000100 } from './core/texts/revision-notes.migrations';
import { Texts1795400000000 } from './core/texts/texts.migrations';
import { Directory1795200001000 } from './directory/directory.migrations';
import { Files1795500001000 } from './files/files.migrations';
import { Glossary1795400002300 } from './glossary/glossary.migrations';
import { HandbookCiting1795500006000 } from './handbooks/handbook-citing.migrations';
import { Editions1795500000300 } from './editions/editions.migrations';
import { Handbooks1795500000200 } from './handbooks/handbooks.migrations';
import { ChapterDrafts1795500002000 } from './handbooks/writing/drafts.migrations';
import { NotificationRetentionIndex1795800007000 } from './notifications/retention.migrations';
import { Notifications1795600001000 } from './notifications/notifications.migrations';
import { Partnerships1795200003000 } from './partnerships/partnerships.migrations';
import { ChapterComments1795500003100 } from './handbooks/comments/comments.migrations';
import { Suggestions1795500003000 } from './handbooks/suggestions/suggestions.migrations';
import { Platforms1795200004000 } from './platforms/platforms.migrations';
import { StakeholderGroups1795200004500 } from './platforms/groups/stakeholder-groups.migrations';
import { PinnedThreads1795300002000 } from './rooms/pinned.migrations';
import { DraftRevisions1795800006000 } from './rooms/drafts/draft-revisions.migrations';
import { Drafts1795700002100 } from './rooms/drafts/drafts.migrations';
import { Mentions1795700002000 } from './rooms/mentions/mentions.migrations';
import { PostFiles1795500001100 } from './rooms/posts/post-files.migrations';
import { PostTranslations1795400001000 } from './rooms/posts/post-translations.migrations';
import { Reading1795400001100 } from './rooms/posts/reading.migrations';
import { Publishing1795300001000 } from './rooms/publishing.migrations';
import { PracticeReaders1795500005000 } from './practices/listing/listing.migrations';
import { PracticeVerdicts1795500004100 } from './practices/practice-verdicts.migrations';
import { Practices1795500004000 } from './practices/practices.migrations';
import { Recommendations1795600001100 } from './recommendations/recommendations.migrations';
import { Rooms1795200005000 } from './rooms/rooms.migrations';
import { Search1795400002200 } from './search/search.migrations';
import { SearchThemes1795800003100 } from './search/search-themes.migrations';
import { Site1795200006000 } from './site/site.migrations';
import { Languages1795400002110 } from './site/wrong-words/wrong-words.migrations';
import { Desk1795400002700 } from './translations/desk/desk.migrations';
import { Machine1795400002500 } from './translations/machine/machine.migrations';
import { RoomMachines1795400002510 } from './rooms/keeping/room-machines.migrations';
import { Exchange1795400002600 } from './translations/exchange/exchange.migrations';
import { Translations1795400002400 } from './translations/translations.migrations';
import { Removals1795700007100 } from './rooms/removals/removals.migrations';
import { Pace1795700007200 } from './rooms/keeping/pace.migrations';
import { Readings1795800004100 } from './moderation/reporting/readings.migrations';
import { OwnRules1795800004200 } from './moderation/rules/own-rules.migrations';
import { RoomMeasures1795800004000 } from './rooms/keeping/room-measures.migrations';
import { Newcomers1795700007300 } from './rooms/newcomers/newcomers.migrations';
import { Exclusions1795700007000 } from './core/access/exclusions.migrations';
import { Moderation1795700006000 } from './moderation/moderation.migrations';
import { Discussing1795700000000 } from './rooms/discussing.migrations';
import { Moving1795700005100 } from './rooms/moving/moving.migrations';
import { FeedPages1795800003000 } from './rooms/feeds/feeds.migrations';
import { ThreadStates1795700005000 } from './rooms/threads/thread-states.migrations';
import { ClosingTimes1795800005000 } from './rooms/polls/closing-times.migrations';
import { PollReminders1795800005100 } from './rooms/polls/poll-reminders.migrations';
import { Polls1795700004000 } from './rooms/polls/polls.migrations';
import {
  Reactions1795700003000,
  ReactionsUnsearched1795800008100,
} from './rooms/reactions/reactions.migrations';
import { News1795700001200 } from './rooms/news/news.migrations';
import { FollowingRooms1795700001000 } from './rooms/following/levels.migrations';
import { FollowsWhenWriting1795700001100 } from './accounts/following.migrations';

/** The whole schema in the order in which it grew; each capability keeps its own steps. */
export const migrations: MigrationClass[] = [
  Core1795200000000,
  Directory1795200001000,
  Accounts1795200002000,
  Partnerships1795200003000,
  Platforms1795200004000,
  StakeholderGroups1795200004500,
  Rooms1795200005000,
  Site1795200006000,
  Demo1795200007000,
  RecordEntry1795300000000,
  Publishing1795300001000,
  PinnedThreads1795300002000,
  Texts1795400000000,
  PostTranslations1795400001000,
  OriginalsOnly1795400001050,
  Reading1795400001100,
  Languages1795400002100,
  Languages1795400002110,
  Search1795400002200,
  Glossary1795400002300,
  Translations1795400002400,
  Machine1795400002500,
  RoomMachines1795400002510,
  Exchange1795400002600,
  Desk1795400002700,
  RevisionNotes1795500000100,
  Handbooks1795500000200,
  Files1795500001000,
  PostFiles1795500001100,
  Editions1795500000300,
  ChapterDrafts1795500002000,
  Practices1795500004000,
  HandbookCiting1795500006000,
  PracticeReaders1795500005000,
  PracticeVerdicts1795500004100,
  Archives1795500008000,
  Suggestions1795500003000,
  ChapterComments1795500003100,
  Comparisons1795600000000,
  ComparisonSteps1795600005000,
  AnswerImports1795600005100,
  QuestionThreads1795600005200,
  Evidence1795600000100,
  Notifications1795600001000,
  ComparisonVersionTexts1795600004000,
  Conclusions1795600003000,
  Answering1795600004100,
  Recommendations1795600001100,
  SourcesChecked1795600002000,
  UnsoundEvidence1795600000200,
  Discussing1795700000000,
  Exclusions1795700007000,
  Removals1795700007100,
  ThreadStates1795700005000,
  Moving1795700005100,
  Mentions1795700002000,
  Polls1795700004000,
  Drafts1795700002100,
  Reactions1795700003000,
  Moderation1795700006000,
  Pace1795700007200,
  Newcomers1795700007300,
  FollowingRooms1795700001000,
  FollowsWhenWriting1795700001100,
  News1795700001200,
  ClosingTimes1795800005000,
  PollReminders1795800005100,
  RoomMeasures1795800004000,
  Readings1795800004100,
  OwnRules1795800004200,
  GatheredEntries1795800008000,
  NotificationRetentionIndex1795800007000,
  FeedPages1795800003000,
  ReactionsUnsearched1795800008100,
  SearchThemes1795800003100,
  DraftRevisions1795800006000,
];
