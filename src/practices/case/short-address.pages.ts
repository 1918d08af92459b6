import { Controller, Get, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { positional } from '../../core/texts/text-kinds';
import { practicePath, SHORT_LENGTH } from '../practice-paths';
import { practicePolicy } from '../practice.policy';

const short = z.string().regex(/^[0-9a-f]{8}$/);

/** What is printed beside a case leads to its page, in the language of who types it. */
@Public()
@Controller(':locale/p')
export class ShortAddressPages {
  constructor(private readonly database: DataSource) {}

  @Get(':short')
  async lead(@CurrentReader() { actor }: Reader, @Param('short', { schema: short }) typed: string) {
    const values: unknown[] = [typed];
    const readable = positional(practicePolicy.readable(actor, 'practice'), values);
    const [row] = await this.database.query<{ slug: string }[]>(
      `select slug from practices practice where left(id::text, ${SHORT_LENGTH}) = $1 and ${readable} limit 1`,
      values,
    );
    if (!row) throw new NotFound();
    return seeOther(practicePath(row.slug));
  }
}
