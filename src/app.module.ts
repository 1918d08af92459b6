import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module';
import { ArchiveModule } from './archive/archive.module';
import { ConclusionsModule } from './conclusions/conclusions.module';
import { ComparisonsModule } from './comparisons/comparisons.module';
import { AnsweringModule } from './comparisons/answering/answering.module';
import { ComparisonExportsModule } from './comparisons/exports/exports.module';
import { EditorialModule } from './comparisons/editorial/editorial.module';
import { ReleasingModule } from './comparisons/releasing/releasing.module';
import { PublishingModule } from './comparisons/publishing/publishing.module';
import { StructureModule } from './comparisons/structure/structure.module';
import { ComparisonReadingModule } from './comparisons/reading/reading.module';
import { Config } from './core/config/config';
import { ConfigModule } from './core/config/config.module';
import { DatabaseModule } from './core/database/database.module';
import { HttpModule } from './core/http/http.module';
import { JobsModule } from './core/jobs/jobs.module';
import { JournalModule } from './core/journal/journal.module';
import { MailModule } from './core/mail/mail.module';
import { StorageModule } from './core/storage/storage.module';
import { TextsModule } from './core/texts/texts.module';
import { RealtimeModule } from './core/realtime/realtime.module';
import { DirectoryModule } from './directory/directory.module';
import { EditionsModule } from './editions/editions.module';
import { entities } from './entities';
import { EvidenceModule } from './evidence/evidence.module';
import { FilesModule } from './files/files.module';
import { GlossaryModule } from './glossary/glossary.module';
import { HandbooksModule } from './handbooks/handbooks.module';
import { CommentsModule } from './handbooks/comments/comments.module';
import { SuggestionsModule } from './handbooks/suggestions/suggestions.module';
import { HandbookReadingModule } from './handbooks/reading/reading.module';
import { migrations } from './migrations';
import { ModerationModule } from './moderation/moderation.module';
import { NotificationsModule } from './notifications/notifications.module';
import { PartnershipsModule } from './partnerships/partnerships.module';
import { PlatformsModule } from './platforms/platforms.module';
import { PracticesModule } from './practices/practices.module';
import { RecommendationsModule } from './recommendations/recommendations.module';
import { RoomsModule } from './rooms/rooms.module';
import { SearchModule } from './search/search.module';
import { SiteModule } from './site/site.module';
import { MachineModule } from './translations/machine/machine.module';
import { MemoryModule } from './translations/memory/memory.module';
import { ExchangeModule } from './translations/exchange/exchange.module';
import { TranslationsModule } from './translations/translations.module';
import { UiModule } from './ui/ui.module';

/** The table of contents of the hub, in layer order: imports go down this list only. */
@Module({})
export class AppModule {
  static of(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule.at(databaseUrl, config.databasePool, entities, migrations),
        JournalModule,
        JobsModule,
        HttpModule,
        TextsModule,
        StorageModule,
        RealtimeModule,
        MailModule,
        UiModule,
        SearchModule,
        DirectoryModule,
        AccountsModule,
        NotificationsModule,
        GlossaryModule,
        TranslationsModule,
        MemoryModule,
        MachineModule,
        ExchangeModule,
        FilesModule,
        EvidenceModule,
        PartnershipsModule,
        PlatformsModule,
        RoomsModule,
        ModerationModule,
        PracticesModule,
        ConclusionsModule,
        ComparisonsModule,
        PublishingModule,
        ComparisonExportsModule,
        StructureModule,
        AnsweringModule,
        EditorialModule,
        ReleasingModule,
        RecommendationsModule,
        ComparisonReadingModule,
        HandbooksModule,
        HandbookReadingModule,
        SuggestionsModule,
        CommentsModule,
        EditionsModule,
        SiteModule,
        ArchiveModule,
      ],
    };
  }
}
