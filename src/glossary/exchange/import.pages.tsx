import { Controller, Get, Post, UploadedFile } from '@nestjs/common';
import { isUtf8 } from 'node:buffer';
import { SignedIn } from '../../core/access/marks';
import { Invalid, type FieldProblem } from '../../core/errors/refusal';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Upload, type UploadedFile as File } from '../../core/http/upload';
import { termbasePolicy } from '../concepts/concept.policy';
import { GLOSSARY } from '../reading/concept-paths';
import { BringTermbase, type WrongLine } from './bring-termbase';
import { readTermbase } from './termbase-csv';
import { Termbase, type Imported } from './termbase.service';

/** A table of the termbase that comes back, changed or not. */
@SignedIn()
@Controller(':locale/glossary/import')
export class GlossaryImportPages {
  constructor(private readonly termbase: Termbase) {}

  @Get()
  form(@CurrentReader() reader: Reader) {
    termbasePolicy.allow(reader.actor, 'import', null);
    return this.draw(reader, []);
  }

  /** All of it or nothing, with what is wrong line by line. */
  @RateLimit(60, 3600)
  @Upload('file')
  @Post()
  async bring(@CurrentReader() reader: Reader, @UploadedFile() file: File | undefined) {
    termbasePolicy.allow(reader.actor, 'import', null);
    const answer = await this.take(reader, file);
    if (Array.isArray(answer)) return this.draw(reader, answer);
    return seeOther(GLOSSARY, 'glossary:notice.imported', { ...answer });
  }

  private async take({ actor }: Reader, file: File | undefined): Promise<Imported | WrongLine[]> {
    if (!file || file.buffer.length === 0) return [{ line: null, key: 'glossary:problem.no_file' }];
    if (!isUtf8(file.buffer)) return [{ line: null, key: 'glossary:problem.not_utf8' }];
    let lineOf = (path: string): number => lineInPath(path);
    try {
      const read = readTermbase(file.buffer.toString());
      lineOf = (path) => read.lineOf(path);
      return await this.termbase.import(actor, read.records);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return error.fields.map(({ path, key, values }: FieldProblem) => ({
        ...{ line: lineOf(path), key },
        ...(values && { values }),
      }));
    }
  }

  private draw({ language }: Reader, wrong: WrongLine[]) {
    return page({
      title: language.t('glossary:import.title'),
      section: 'glossary',
      crumbs: [{ label: language.t('glossary:title'), path: GLOSSARY }],
      body: <BringTermbase wrong={wrong} />,
      ...(wrong.length > 0 && { status: 422 }),
      hidden: true,
    });
  }
}

/** What is no such table says itself in which line: `line.3`. */
const lineInPath = (path: string): number => Number(/^line\.(\d+)/.exec(path)?.[1] ?? 1);
