import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { locale, prose } from '../../core/http/text.schema';
import { check } from './checks';
import { FINDINGS } from './finding';
import { TermChecks } from './term-checks.service';

const LIMIT = 20_000;

const checked = z.strictObject({
  source: prose(LIMIT).meta({ description: 'The segment of the original' }),
  text: prose(LIMIT, 0).meta({ description: 'Its translation as it is being written' }),
  from: locale.meta({ description: 'Language of the original' }),
  to: locale.meta({ description: 'Language of the translation' }),
  form: z.enum(['line', 'prose', 'markdown', 'document']).meta({ description: 'How the text is written' }),
  block: z
    .string()
    .max(20)
    .default('paragraph')
    .meta({ description: 'What the segment is: paragraph, heading, row of a table' }),
});

const findings = z.object({
  findings: z.array(
    z.object({
      kind: z.enum(FINDINGS),
      severity: z.enum(['error', 'warning']).meta({ description: 'What is an error cannot be saved' }),
      value: z.string().meta({ description: 'What it is about: the number, the address, the term' }),
      message: z.string().meta({ description: 'In the language that the request asks for' }),
    }),
  ),
});

/** What can be said about a translation while it is being written. */
@ApiTags('Translations')
@SignedIn()
@Controller('api/v1/translation-checks')
export class ChecksController {
  constructor(private readonly terms: TermChecks) {}

  /** Compares a segment with its translation: numbers, links, code, marks, wording. Nothing is stored. */
  @Post()
  @HttpCode(200)
  @RateLimit(3000, 600)
  @ApiOkResponse({ standardSchema: findings })
  async check(
    @CurrentReader() { language }: Reader,
    @Body({ schema: checked }) { block, ...input }: z.output<typeof checked>,
  ): Promise<z.infer<typeof findings>> {
    const found = [...check({ ...input, kind: block }), ...(await this.terms.check(input))];
    return {
      findings: found.map((finding) => ({
        ...finding,
        message: language.t(`translations:check.${finding.kind}`, { value: finding.value }),
      })),
    };
  }
}
