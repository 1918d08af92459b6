import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module';
import { PartnershipsModule } from '../partnerships/partnerships.module';
import { Arrivals } from './invitations/arrivals.service';
import { Invitation } from './invitations/invitation.entity';
import { InvitationLetters } from './invitations/invitation-letters.service';
import { InvitationLinks } from './invitations/invitation-links.service';
import { InvitationPages } from './invitations/invitation.pages';
import { InvitationsController } from './invitations/invitations.controller';
import { Invitations } from './invitations/invitations.service';
import { Joining } from './members/joining.service';
import { JoiningPages } from './members/joining.pages';
import { ManageDesk } from './members/manage-desk.service';
import { ManagePages } from './members/manage.pages';
import { Members } from './members/members.service';
import { Membership } from './members/membership.entity';
import { MembershipsController } from './members/memberships.controller';
import { MembershipsPages } from './members/memberships.pages';
import { Memberships } from './members/memberships.service';
import { NewPlatformPages } from './editing/new-platform.pages';
import { PlatformEditPages } from './editing/platform-edit.pages';
import { PlatformEditing } from './editing/platform-editing.service';
import { PlatformFinder } from './platform-finder.service';
import { PlatformFrames } from './platform-frames.service';
import { PlatformLetters } from './platform-letters.service';
import { PlatformOrganisations } from './platform-organisations.service';
import { PlatformWorkbench } from './editing/platform-workbench.service';
import { Platform, PlatformTranslation } from './platform.entity';
import { PlatformTexts } from './platform.texts';
import { PlatformsController } from './platforms.controller';
import { PlatformsPages } from './platforms.pages';
import { PlatformsReactions } from './platforms.reactions';
import { Platforms } from './platforms.service';
import { SeatChoices } from './members/seat-choices.service';
import { Seats } from './members/seats.service';
import { SentInvitations } from './invitations/sent-invitations.service';
import { StakeholderGroup, StakeholderGroupTranslation } from './groups/stakeholder-group.entity';
import { StakeholderGroupTexts } from './groups/stakeholder-group.texts';
import { TranslationsModule } from '../translations/translations.module';
import { StakeholderGroupsController } from './groups/stakeholder-groups.controller';
import { StakeholderGroups } from './groups/stakeholder-groups.service';

const ENTITIES = [
  ...[Platform, PlatformTranslation],
  ...[StakeholderGroup, StakeholderGroupTranslation],
  ...[Membership, Invitation],
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), DirectoryModule, PartnershipsModule, TranslationsModule],
  controllers: [
    PlatformsController,
    MembershipsController,
    InvitationsController,
    StakeholderGroupsController,
    PlatformsPages,
    NewPlatformPages,
    PlatformEditPages,
    ManagePages,
    MembershipsPages,
    JoiningPages,
    InvitationPages,
  ],
  providers: [
    Arrivals,
    InvitationLetters,
    InvitationLinks,
    Invitations,
    Joining,
    ManageDesk,
    Members,
    Memberships,
    PlatformEditing,
    PlatformFinder,
    PlatformFrames,
    PlatformLetters,
    PlatformOrganisations,
    PlatformTexts,
    PlatformWorkbench,
    Platforms,
    PlatformsReactions,
    SeatChoices,
    Seats,
    SentInvitations,
    StakeholderGroupTexts,
    StakeholderGroups,
  ],
  exports: [
    Invitations,
    Joining,
    Members,
    Memberships,
    PlatformEditing,
    PlatformFrames,
    PlatformOrganisations,
    Platforms,
    StakeholderGroups,
  ],
})
export class PlatformsModule {}
