import { Module } from '@nestjs/common';
import { ReleaseController } from './release.controller';
import { ReleaseDesks } from './release-desk.service';
import { ReleasePages } from './release.pages';

/** The desk of those who publish. */
@Module({ controllers: [ReleaseController, ReleasePages], providers: [ReleaseDesks] })
export class ReleasingModule {}
