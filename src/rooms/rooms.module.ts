import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MulterModule } from '@nestjs/platform-express';
import { Config } from '../core/config/config';
import { uploadsToDisk } from '../core/http/upload';
import { IncomingFiles } from '../core/storage/incoming-files.service';
import { FilesModule } from '../files/files.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { Authors } from './threads/authors.service';
import { Delivery } from './live/delivery.service';
import { GuestsController } from './keeping/guests.controller';
import { Guests } from './keeping/guests.service';
import { CalledPeople } from './mentions/called-people.service';
import { Mentionable } from './mentions/mentionable.service';
import { MentionsController } from './mentions/mentions.controller';
import { MentionsReactions } from './mentions/mentions.reactions';
import { Mentions } from './mentions/mentions.service';
import { TranslatedMentions } from './mentions/translated-mentions.service';
import { notice, of } from '../notifications/notice-kind';
import { PlatformsModule } from '../platforms/platforms.module';
import { Drafts } from './drafts/drafts.service';
import { DraftsController } from './drafts/drafts.controller';
import { MarkdownController } from './posts/markdown.controller';
import { BroughtFiles } from './posts/brought-files.service';
import { ClosingTimePages } from './polls/closing-time.pages';
import { ClosingTimes } from './polls/closing-times.service';
import { NewPollPages } from './polls/new-poll.pages';
import { PollClosing } from './polls/poll-closing.service';
import { PollKeeping } from './polls/poll-keeping.service';
import { PollOptionTexts } from './polls/poll-option.texts';
import { PollTexts } from './polls/poll.texts';
import { PollsController } from './polls/polls.controller';
import { PollsPages } from './polls/polls.pages';
import { PollReminding } from './polls/poll-reminding.service';
import { PollResults } from './polls/poll-results.service';
import { RoomPollsController } from './polls/room-polls.controller';
import { RoomPollsPages } from './polls/room-polls.pages';
import { RoomPolls } from './polls/room-polls.service';
import { PollsReactions } from './polls/polls.reactions';
import { Polls } from './polls/polls.service';
import { Voting } from './polls/voting.service';
import { FeedsController } from './feeds/feeds.controller';
import { RoomFeeds } from './feeds/room-feeds.service';
import { RoomNews } from './feeds/room-news.service';
import { PostFrames } from './posts/post-frames.service';
import { PostReactions } from './reactions/post-reactions.service';
import { ReactionsController } from './reactions/reactions.controller';
import { ReactionsPages } from './reactions/reactions.pages';
import { PostTexts } from './posts/post.texts';
import { PostsController } from './posts/posts.controller';
import { PostsPages } from './posts/posts.pages';
import { PostHiding } from './posts/hiding.service';
import { Posts } from './posts/posts.service';
import { Publishing } from './posts/publishing.service';
import { PresenceBoard } from './live/presence.service';
import { ReadingChoices } from './reading-choices.service';
import { ReadingPositions } from './threads/reading-positions.service';
import { RecentThreads } from './threads/recent-threads.service';
import { RoomFrames } from './room-frames.service';
import { RoomCompanions } from './room-companion';
import { RoomFeed } from './live/room-feed.service';
import { RoomKeepingPages } from './keeping/room-keeping.pages';
import { RoomOrder } from './live/room-order';
import { RoomTexts } from './room.texts';
import { RoomViews } from './room-views.service';
import { RoomsController } from './rooms.controller';
import { RoomKeepers } from './keeping/room-keepers.service';
import { MeasuresController } from './keeping/measures.controller';
import { RoomPace } from './keeping/room-pace.service';
import { ThreadClosingPages } from './threads/thread-closing.pages';
import { Contributions } from './newcomers/contributions.service';
import { HeldApprovals } from './newcomers/held-approvals.service';
import { HELD_NOTICES, HeldNews } from './newcomers/held-news.service';
import { HeldFiles } from './newcomers/held-files';
import { HeldPostViews } from './newcomers/held-post-views.service';
import { HeldPostsController } from './newcomers/held-posts.controller';
import { HeldPostsPages } from './newcomers/held-posts.pages';
import { HeldPosts } from './newcomers/held-posts.service';
import { Newcomers } from './newcomers/newcomers.service';
import { REMOVAL_NOTICES } from './removals/removal-notices';
import { RemovalsController } from './removals/removals.controller';
import { RemovalsPages } from './removals/removals.pages';
import { Removals } from './removals/removals.service';
import { RoomWriters } from './removals/room-writers.service';
import { RoomsGateway } from './live/rooms.gateway';
import { RoomsReactions } from './rooms.reactions';
import { RoomsPages } from './rooms.pages';
import { Rooms } from './rooms.service';
import { ThreadKeepingPages } from './threads/thread-keeping.pages';
import { ThreadLocking } from './threads/thread-locking.service';
import { ThreadReading } from './threads/thread-reading.service';
import { ThreadTexts } from './threads/thread.texts';
import { ThreadsController } from './threads/threads.controller';
import { Carrying } from './moving/carrying.service';
import { MovingController } from './moving/moving.controller';
import { MovingPages } from './moving/moving.pages';
import { SplittingPages } from './moving/splitting.pages';
import { OpenRooms } from './moving/open-rooms.service';
import { Replies } from './moving/replies.service';
import { Splitting } from './moving/splitting.service';
import { TargetForms } from './moving/target-forms.service';
import { ThreadAddresses } from './moving/thread-addresses.service';
import { ThreadMoves } from './moving/thread-moves.service';
import { ThreadTargets } from './moving/thread-targets.service';
import { WiderReaders } from './moving/wider-readers.service';
import { SearchModule } from '../search/search.module';
import { Resolving } from './resolving/resolving.service';
import { ResolutionsController } from './resolving/resolutions.controller';
import { ResolvingPages } from './resolving/resolving.pages';
import { ThreadThemes } from './themes/thread-themes.service';
import { ThreadFacetCounts } from './threads/thread-facets.service';
import { ThreadFrames } from './threads/thread-frames.service';
import { ThreadThemesPages } from './themes/thread-themes.pages';
import { ThreadsPages } from './threads/threads.pages';
import { Threads } from './threads/threads.service';
import { Hearers } from './following/hearers.service';
import { LevelsController } from './following/levels.controller';
import { ChosenLevelsPages } from './following/chosen-levels.pages';
import { ChosenLevelLists } from './following/chosen-levels.service';
import { NewMembers } from './following/new-members';
import { LevelsPages } from './following/levels.pages';
import { Levels } from './following/levels.service';
import { newsNotices } from './following/news-notices';
import { PostNews } from './following/post-news.service';
import { NewsController } from './news/news.controller';
import { NewsPages } from './news/news.pages';
import { News } from './news/news.service';
import { RoomConsent } from '../translations/machine/room-consent';
import { RoomConsents } from './keeping/room-consents.service';
import { RoomTranslations } from './keeping/room-translations.service';
import { TranslationsModule } from '../translations/translations.module';

@Module({
  imports: [
    DiscoveryModule,
    ...[PartnershipsModule, PlatformsModule, TranslationsModule, FilesModule, NotificationsModule],
    SearchModule,
    MulterModule.registerAsync({ inject: [Config, IncomingFiles], useFactory: uploadsToDisk }),
  ],
  controllers: [
    ...[ResolutionsController, MovingController],
    ...[RoomsController, GuestsController, ThreadsController, PostsController, MarkdownController],
    ...[LevelsController, NewsController, NewsPages],
    ...[RemovalsController, RemovalsPages, MentionsController, DraftsController],
    ...[MeasuresController, ThreadClosingPages, HeldPostsController, HeldPostsPages],
    // `rooms/new` is asked for before `rooms/:slug`.
    ...[ResolvingPages, ThreadThemesPages, MovingPages, SplittingPages],
    ...[
      RoomKeepingPages,
      RoomsPages,
      LevelsPages,
      ChosenLevelsPages,
      ThreadKeepingPages,
      ThreadsPages,
      PostsPages,
    ],
    ...[PollsController, PollsPages, ClosingTimePages, NewPollPages],
    ...[RoomPollsController, RoomPollsPages],
    ...[ReactionsController, ReactionsPages, FeedsController],
  ],
  providers: [
    Rooms,
    RoomViews,
    RoomOrder,
    Guests,
    RoomTranslations,
    ...[Threads, ThreadFacetCounts],
    ...[Resolving, ThreadThemes, ThreadFrames],
    ...[Carrying, ThreadMoves, Splitting, Replies, OpenRooms],
    ...[ThreadAddresses, ThreadTargets, WiderReaders, TargetForms],
    ThreadReading,
    Posts,
    Publishing,
    PostFrames,
    BroughtFiles,
    PostReactions,
    ...[PostHiding, ThreadLocking],
    ...[RoomFeeds, RoomNews],
    Authors,
    ReadingPositions,
    RoomFeed,
    RecentThreads,
    RoomFrames,
    ReadingChoices,
    Delivery,
    PresenceBoard,
    RoomsGateway,
    RoomsReactions,
    ...[RoomTexts, ThreadTexts, PostTexts],
    ...[Drafts, CalledPeople, Mentions, TranslatedMentions, Mentionable, MentionsReactions],
    {
      provide: 'notice post.mentioned',
      useValue: of('mentions', notice('post.mentioned', 'rooms:mention.notice')),
    },
    ...[Polls, Voting, PollKeeping, ClosingTimes, PollClosing, PollReminding, RoomPolls, PollsReactions],
    ...[PollTexts, PollOptionTexts, PollResults],
    { provide: 'notice poll.closed', useValue: of('threads', notice('poll.closed', 'rooms:poll.ended')) },
    { provide: 'notice poll.closing', useValue: of('threads', notice('poll.closing', 'rooms:poll.closing')) },
    {
      provide: 'notice poll.rescheduled',
      useValue: of('threads', notice('poll.rescheduled', 'rooms:poll.rescheduled')),
    },
    RoomCompanions,
    RoomConsents,
    ...[
      Contributions,
      HeldPosts,
      HeldApprovals,
      HeldPostViews,
      HeldFiles,
      HeldNews,
      Newcomers,
      ...HELD_NOTICES,
    ],
    ...[RoomKeepers, RoomPace, Removals, RoomWriters, ...REMOVAL_NOTICES],
    { provide: RoomConsent, useExisting: RoomConsents },
    ...[News, Levels, ChosenLevelLists, NewMembers, Hearers, PostNews, ...newsNotices],
  ],
  exports: [
    Rooms,
    Threads,
    Posts,
    PostHiding,
    ThreadLocking,
    RecentThreads,
    PresenceBoard,
    RoomOrder,
    RoomFrames,
    RoomKeepers,
    RoomPace,
    HeldPosts,
    HeldApprovals,
    HeldPostViews,
    Removals,
    Hearers,
    PollResults,
  ],
})
export class RoomsModule {}
