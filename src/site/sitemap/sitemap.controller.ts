import { Controller, Get, Header, Param } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { RateLimit } from '../../core/http/rate-limit';
import { Sitemap } from './sitemap.service';

const XML = 'application/xml; charset=utf-8';
const HOUR = 'public, max-age=3600';
const fileName = z.string().regex(/^[a-z_]{1,40}(-\d{1,6})?\.xml$/);

/** What search engines ask for first. */
@Public()
@Controller()
export class SitemapController {
  constructor(
    private readonly sitemap: Sitemap,
    private readonly config: Config,
  ) {}

  /** Where the map is, and what is not worth a visit. */
  @Get('robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', HOUR)
  robots(): string {
    const shut = ['/*/search', '/*/sign-in', '/*/sign-up', '/*/settings', '/*/texts/', '/api/'];
    return [
      'User-agent: *',
      ...shut.map((path) => `Disallow: ${path}`),
      `Sitemap: ${this.config.baseUrl}/sitemap.xml`,
      '',
    ].join('\n');
  }

  /** The files of the map. */
  @Get('sitemap.xml')
  @RateLimit(60, 60)
  @Header('Content-Type', XML)
  @Header('Cache-Control', HOUR)
  index(): Promise<string> {
    return this.sitemap.index();
  }

  /** Up to a thousand pages in all languages. */
  @Get('sitemaps/:name')
  @RateLimit(60, 60)
  @Header('Content-Type', XML)
  @Header('Cache-Control', HOUR)
  file(@Param('name', { schema: fileName }) name: string): Promise<string> {
    return this.sitemap.file(name.replace(/\.xml$/, ''));
  }
}
