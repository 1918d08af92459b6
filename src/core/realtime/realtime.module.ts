import { Global, Module } from '@nestjs/common';
import { Sockets } from './sockets.gateway';

@Global()
@Module({ providers: [Sockets], exports: [Sockets] })
export class RealtimeModule {}
