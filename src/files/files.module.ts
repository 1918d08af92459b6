import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MulterModule } from '@nestjs/platform-express';
import { Config } from '../core/config/config';
import { uploadsToDisk } from '../core/http/upload';
import { IncomingFiles } from '../core/storage/incoming-files.service';
import { FileContentsController } from './file-contents.controller';
import { FileContents } from './file-contents.service';
import { FileReaders } from './file-readers.service';
import { FileShelf } from './file-shelf.service';
import { FileTexts } from './file.texts';
import { FilesController } from './files.controller';
import { FilesPages } from './files.pages';
import { Files } from './files.service';
import { ImageWorkshop } from './intake/image-workshop.service';
import { Intake } from './intake/intake.service';
import { UnusedFiles } from './unused-files.service';
import { Uploads } from './uploads.service';
import { Vault } from './vault.service';

@Module({
  imports: [
    DiscoveryModule,
    MulterModule.registerAsync({ inject: [Config, IncomingFiles], useFactory: uploadsToDisk }),
  ],
  controllers: [FilesController, FileContentsController, FilesPages],
  providers: [
    ...[Intake, ImageWorkshop, Vault, Uploads],
    ...[Files, FileReaders, FileTexts, FileContents, FileShelf, UnusedFiles],
  ],
  exports: [Files, FileReaders, FileShelf, FileContents, Uploads],
})
export class FilesModule {}
