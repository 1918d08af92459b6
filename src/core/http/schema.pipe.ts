import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../errors/refusal';
import { invalid } from './issues';

/** Checks what stands at the door against the schema named there: `@Body({ schema })`, `@Param('id', { schema })`. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!metadata.schema) return value;
    const read = await metadata.schema['~standard'].validate(
      value ?? (metadata.type === 'body' ? {} : value),
    );
    if (!read.issues) return read.value;
    if (metadata.type === 'param') throw new NotFound();
    throw invalid(read.issues);
  }
}
