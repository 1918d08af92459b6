import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import type { Config } from './core/config/config';
import { connectionOptions, migrate } from './core/database/connection';
import { HubAdapter } from './core/http/hub.adapter';
import { setUpHttp } from './core/http/http.setup';
import { migrations } from './migrations';
import { assetsMiddleware } from './ui/assets';

/** Brings the database up to date before anything else looks at it. */
export async function migrateAt(databaseUrl: string): Promise<string[]> {
  const database = new DataSource(connectionOptions(databaseUrl, [], migrations, 3));
  await database.initialize();
  try {
    return await migrate(database);
  } finally {
    await database.destroy();
  }
}

/** The hub with all its doors, not yet listening. The database is migrated. */
export async function createHub(config: Config, databaseUrl: string): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.of(config, databaseUrl),
    new HubAdapter(),
    {
      bodyParser: false,
      abortOnError: false,
      forceCloseConnections: true,
      logger: ['error', 'warn', 'fatal'],
    },
  );
  app.use('/assets', assetsMiddleware());
  await setUpHttp(app);
  return app;
}
