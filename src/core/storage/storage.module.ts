import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { Config } from '../config/config';
import { FolderStore } from './folder-store';
import { IncomingFiles } from './incoming-files.service';
import { ObjectStore } from './object-store';
import { S3Store } from './s3-store';

const store = {
  provide: ObjectStore,
  inject: [Config],
  useFactory: ({ storage, dataDir }: Config): ObjectStore =>
    storage ? new S3Store(storage) : new FolderStore(join(dataDir, 'files')),
};

@Global()
@Module({ providers: [store, IncomingFiles], exports: [ObjectStore, IncomingFiles] })
export class StorageModule {}
