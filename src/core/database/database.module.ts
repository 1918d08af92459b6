import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Grants } from '../access/grants.service';
import { Transactions } from './transactions';
import { connectionOptions, type EntityClass, type MigrationClass } from './connection';

@Global()
@Module({ providers: [Transactions, Grants], exports: [Transactions, Grants] })
export class DatabaseModule {
  static at(url: string, pool: number, entities: EntityClass[], migrations: MigrationClass[]): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...connectionOptions(url, entities, migrations, pool), retryAttempts: 0 }),
      ],
    };
  }
}
