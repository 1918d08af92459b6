import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, text, urlencoded, type RequestHandler } from 'express';
import { DataSource } from 'typeorm';
import { ActorSource } from '../access/actor-source';
import { poolOf } from '../database/pool';
import { Config } from '../config/config';
import { sessionSecret } from '../config/secrets';
import { SocketAdapter } from '../realtime/socket.adapter';
import { Farewell } from './farewell.service';
import { HubDescription } from './hub-description.service';
import { addressMiddleware } from './address.middleware';
import { readable, readableForm } from './readable';
import { localeMiddleware } from './locale.middleware';
import { originMiddleware } from './origin.middleware';
import { securityMiddleware } from './security.middleware';
import { sessionMiddlewares } from './session.middleware';

/** A post holds 20,000 characters at most; four bytes each, percent-encoded by a form. */
const BODY_LIMIT = '512kb';

/** A chapter of a handbook holds 200,000 characters, and a form that puts two of them together asks many things. */
const LONG_TEXTS = /^\/(?:[a-z]{2,3}|api\/v1)\/handbooks\//;
const LONG_LIMIT = '4mb';

/** Other services bring whole documents, in forms of their own: who is called reads them. */
const CALLBACK_LIMIT = '4mb';

type MakeTag = (body: Buffer | string, encoding?: BufferEncoding) => string | undefined;

/** Pages that are kept bring their own tag; others are not worth comparing. */
const forData =
  (tag: MakeTag): MakeTag =>
  (body, encoding) =>
    body.slice(0, 9).toString() === '<!doctype' ? undefined : tag(body, encoding);

/** What has been read once is not read again by those that come after. */
const onlyAt = (paths: RegExp, ...readers: RequestHandler[]): RequestHandler[] =>
  readers.map(
    (read) => (request, response, next) =>
      paths.test(request.path) ? read(request, response, next) : next(),
  );

/** Everything that stands before the handlers, in order. The same for the hub and for its tests. */
export async function setUpHttp(app: NestExpressApplication): Promise<void> {
  const config = app.get(Config);
  const secret = sessionSecret(config);
  const sessions = sessionMiddlewares(config, secret, poolOf(app.get(DataSource)), app.get(ActorSource));
  app.get(Farewell).watch(app.getHttpServer());
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  const express = app.getHttpAdapter().getInstance();
  express.set('etag', forData(express.get('etag fn') as MakeTag));
  app.use(securityMiddleware(config));
  app.use(addressMiddleware);
  app.use('/callbacks', text({ type: () => true, limit: CALLBACK_LIMIT }));
  app.use(
    ...onlyAt(
      LONG_TEXTS,
      json({ limit: LONG_LIMIT, verify: readable }),
      urlencoded({ extended: false, limit: LONG_LIMIT, parameterLimit: 1000, verify: readableForm }),
    ),
    json({ limit: BODY_LIMIT, verify: readable }),
    urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: 200, verify: readableForm }),
  );
  app.use(...sessions);
  app.use(originMiddleware(config.baseUrl, secret));
  app.use(localeMiddleware);
  const sockets = new SocketAdapter(app, config, sessions, app.get(ActorSource));
  await sockets.connect();
  app.useWebSocketAdapter(sockets);
  app.get(HubDescription).of(app);
}
