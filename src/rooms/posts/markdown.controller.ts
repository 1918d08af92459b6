import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { prose } from '../../core/http/text.schema';
import { renderMarkdown } from '../../core/markdown/markdown';
import { POST_LIMIT } from './post.schema';

const source = z.strictObject({ body: prose(POST_LIMIT) });
const preview = z.object({ html: z.string().meta({ description: 'Safe HTML, as a post would show it' }) });

@ApiTags('posts')
@Controller('api/v1/markdown')
@SignedIn()
export class MarkdownController {
  /** Shows what a text would look like as a post, without keeping it. */
  @Post()
  @HttpCode(200)
  @RateLimit(120, 60)
  @ApiOkResponse({ standardSchema: preview })
  render(@Body({ schema: source }) { body }: z.output<typeof source>) {
    return { html: renderMarkdown(body, randomUUID()) };
  }
}
