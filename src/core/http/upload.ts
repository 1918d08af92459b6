import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { catchError, finalize } from 'rxjs';
import { Config } from '../config/config';
import { sessionSecret } from '../config/secrets';
import { Refusal } from '../errors/refusal';
import type { IncomingFiles } from '../storage/incoming-files.service';
import { asRefusal } from './as-refusal';
import { sameToken } from './form-token';

/** What a form with a file may have beside it. */
const REST_OF_FORM = 256 * 1024;
/** The longest text of a form with a file, in UTF-8: a post. */
const LONGEST_FIELD = 96 * 1024;

/** A file as a form sends it, in memory. */
export interface UploadedFile {
  originalname: string;
  buffer: Buffer;
}

/** A file as a form sends it, on the disk; it is gone when the request has been answered. */
export interface IncomingFile {
  originalname: string;
  path: string;
  size: number;
}

const tooLarge = () => new Refusal(413, 'errors:too_large');
const fileTooLarge = ({ uploadLimit }: Config) =>
  new Refusal(413, 'errors:file_too_large', { megabytes: uploadLimit / 1024 / 1024 });

const announced = (request: Request): number => Number(request.headers['content-length'] ?? 0);

/** What says of itself that it is too large is not read at all. */
@Injectable()
class SmallEnough implements NestInterceptor {
  constructor(private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<Request>();
    if (announced(request) > this.config.uploadLimit + REST_OF_FORM) throw fileTooLarge(this.config);
    const said = (error: unknown): never => {
      throw asRefusal(error).key === 'errors:too_large' ? fileTooLarge(this.config) : error;
    };
    return next.handle().pipe(catchError(said));
  }
}

/** What was written to the disk for this request is removed with it, however it ends. */
@Injectable()
class Sweeping implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const { file } = context.switchToHttp().getRequest<{ file?: Partial<IncomingFile> }>();
    return next.handle().pipe(finalize(() => file?.path && void rm(file.path, { force: true })));
  }
}

/** Forms with files are read only here, after the gate that asks all other forms for their token. */
@Injectable()
class TokenOfForm implements NestInterceptor {
  constructor(private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<Request>();
    const token = (request.body as Record<string, unknown> | undefined)?.['_token'];
    const session = request.actor.credential?.kind === 'session';
    if (session && !sameToken(sessionSecret(this.config), request.sessionID, token))
      throw new Refusal(403, 'errors:form_expired');
    return next.handle();
  }
}

/** For modules with such forms: `MulterModule.registerAsync({ inject: [Config], useFactory: uploadLimits })`. */
export const uploadLimits = ({ uploadLimit }: Config) => ({
  defParamCharset: 'utf8',
  limits: { fileSize: uploadLimit, files: 1, fields: 20, fieldSize: 2000, parts: 21 },
});

/** The handler takes a form with one file: `@UploadedFile() file: UploadedFile | undefined`. */
export const Upload = (field: string) =>
  applyDecorators(UseInterceptors(SmallEnough, FileInterceptor(field), TokenOfForm));

/** The same for modules whose files are too large for memory: `IncomingFile` instead. */
export const uploadsToDisk = (config: Config, incoming: IncomingFiles) => ({
  ...uploadLimits(config),
  limits: { ...uploadLimits(config).limits, fieldSize: LONGEST_FIELD },
  storage: {
    _handleFile(_request: unknown, file: { stream: Readable }, done: Done) {
      const path = incoming.place();
      const target = createWriteStream(path);
      pipeline(file.stream, target).then(
        () => done(null, { path, size: target.bytesWritten }),
        (error: unknown) => void rm(path, { force: true }).then(() => done(error)),
      );
    },
    _removeFile(_request: unknown, { path }: Partial<IncomingFile>, done: Done) {
      rm(path ?? '', { force: true }).then(() => done(null), done);
    },
  },
});

type Done = (error: unknown, file?: Partial<IncomingFile>) => void;

/** The handler takes a form with one file on the disk: `@UploadedFile() file: IncomingFile | undefined`. */
export const UploadToDisk = (field: string) =>
  applyDecorators(UseInterceptors(SmallEnough, FileInterceptor(field), Sweeping, TokenOfForm));

/** A body that is nothing but a file, as programs send it. @throws Refusal as soon as it is too large */
export function fileInBody(request: Request, limit: number): Promise<Buffer> {
  if (announced(request) > limit) throw tooLarge();
  if (request.readableEnded) return Promise.resolve(Buffer.alloc(0)); // a form or JSON, which has been read
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > limit) end(() => reject(tooLarge()));
    };
    const done = (): void => end(() => resolve(Buffer.concat(chunks)));
    const broken = (): void => end(() => reject(new Refusal(400, 'errors:malformed')));
    const end = (act: () => void): void => {
      request.off('data', take).off('end', done).off('error', broken).off('close', broken);
      act();
    };
    request.on('data', take).on('end', done).on('error', broken).on('close', broken);
  });
}
