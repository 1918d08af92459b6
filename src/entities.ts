import { OwnRules, OwnRulesTranslation } from './moderation/rules/own-rules.entity';
import { Chapter, ChapterTranslation } from './handbooks/chapter.entity';
import { Handbook, HandbookTranslation } from './handbooks/handbook.entity';
import { Person } from './accounts/person.entity';
import { ApiToken } from './accounts/tokens/api-token.entity';
import { Post } from './rooms/posts/post.entity';
import { Invitation } from './platforms/invitations/invitation.entity';
import { Membership } from './platforms/members/membership.entity';
import { Platform, PlatformTranslation } from './platforms/platform.entity';
import { StakeholderGroup, StakeholderGroupTranslation } from './platforms/groups/stakeholder-group.entity';
import { Room, RoomTranslation } from './rooms/room.entity';
import { Thread, ThreadTranslation } from './rooms/threads/thread.entity';
import type { EntityClass } from './core/database/connection';
import { Organisation, OrganisationTranslation } from './directory/organisation.entity';
import { Practice, PracticeTranslation } from './practices/practice.entity';
import { PracticeActor, PracticeActorTranslation } from './practices/rows/practice-actor.entity';
import { PracticeLink, PracticeLinkTranslation } from './practices/rows/practice-link.entity';
import { PracticeResult, PracticeResultTranslation } from './practices/rows/practice-result.entity';
import { PracticeTransfer, PracticeTransferTranslation } from './practices/rows/practice-transfer.entity';
import { FileTranslation, StoredFile } from './files/file.entity';
import { Concept, ConceptTranslation } from './glossary/concepts/concept.entity';
import { CountryNote, CountryNoteTranslation } from './glossary/notes/country-note.entity';
import { Recommendation, RecommendationTranslation } from './recommendations/recommendation.entity';
import { Partner } from './partnerships/partners/partner.entity';
import { Partnership, PartnershipTranslation } from './partnerships/partnership.entity';
import { FundingNoticeVersion } from './partnerships/funding/funding-notice.entity';
import { SourceNote, SourceNoteTranslation } from './partnerships/source-notes/source-note.entity';
import { Statement, StatementTranslation } from './partnerships/statements/statement.entity';
import { Conclusion, ConclusionTranslation } from './conclusions/conclusion.entity';
import { Answer, AnswerTranslation } from './comparisons/answering/answer.entity';
import { Synthesis, SynthesisTranslation } from './comparisons/answering/synthesis.entity';
import { Comparison, ComparisonTranslation } from './comparisons/comparison.entity';
import {
  ComparisonCountry,
  ComparisonCountryTranslation,
} from './comparisons/structure/comparison-country.entity';
import { Dimension, DimensionTranslation } from './comparisons/structure/dimension.entity';
import { Question, QuestionTranslation } from './comparisons/structure/question.entity';
import { QuestionOption, QuestionOptionTranslation } from './comparisons/structure/question-option.entity';

/** Every entity of the hub, one line per capability. */
export const entities: EntityClass[] = [
  ...[Organisation, OrganisationTranslation],
  ...[Person, ApiToken],
  ...[Concept, ConceptTranslation, CountryNote, CountryNoteTranslation],
  ...[StoredFile, FileTranslation],
  ...[Partnership, PartnershipTranslation, Statement, StatementTranslation],
  ...[Partner, FundingNoticeVersion, SourceNote, SourceNoteTranslation],
  ...[Platform, PlatformTranslation, StakeholderGroup, StakeholderGroupTranslation, Membership, Invitation],
  ...[Recommendation, RecommendationTranslation],
  Room,
  RoomTranslation,
  Thread,
  ThreadTranslation,
  Post,
  ...[Handbook, HandbookTranslation, Chapter, ChapterTranslation],
  ...[Practice, PracticeTranslation, PracticeActor, PracticeActorTranslation],
  ...[PracticeResult, PracticeResultTranslation, PracticeTransfer, PracticeTransferTranslation],
  ...[PracticeLink, PracticeLinkTranslation],
  ...[Conclusion, ConclusionTranslation],
  ...[Comparison, ComparisonTranslation, ComparisonCountry, ComparisonCountryTranslation],
  ...[Dimension, DimensionTranslation, Question, QuestionTranslation],
  ...[QuestionOption, QuestionOptionTranslation, Answer, AnswerTranslation, Synthesis, SynthesisTranslation],
  ...[OwnRules, OwnRulesTranslation],
];
