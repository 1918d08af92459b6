import { Module } from '@nestjs/common';
import { ArchiveMaking } from './archive-making.service';
import { ArchivePlace } from './archive-place.service';
import { ArchivePages } from './archive.pages';
import { Archives } from './archives.service';
import { ArchiveWriter } from './writing/archive-writer.service';
import { HubDoor } from './writing/hub-door.service';
import { Subjects } from './writing/subjects.service';

@Module({
  controllers: [ArchivePages],
  providers: [Archives, ArchiveMaking, ArchivePlace, ArchiveWriter, HubDoor, Subjects],
})
export class ArchiveModule {}
