import { Injectable, Optional } from '@nestjs/common';
import type { Request } from 'express';
import { renderToString } from 'preact-render-to-string';
import { Config } from '../core/config/config';
import { sessionSecret } from '../core/config/secrets';
import type { Refusal } from '../core/errors/refusal';
import { formToken } from '../core/http/form-token';
import type { Told } from '../core/http/notice';
import { Page } from '../core/http/page';
import { PageRenderer } from '../core/http/page-renderer';
import { languageOf } from '../core/http/request';
import { withoutLocale } from '../core/i18n/locales';
import { readManifest } from './assets';
import { ErrorPage } from './errors';
import { keptText } from './kept-text';
import { ReadingContext, type Reading } from './language';
import { Layout, type Assets } from './layout';
import { initials } from './initials';
import { TermMarks } from './terms';

declare module 'express-serve-static-core' {
  interface Request {
    /** How much waits for who asks; unknown for visitors. */
    waits?: number;
  }
}

/** Draws whole documents from pages. */
@Injectable()
export class HtmlRenderer extends PageRenderer {
  private readonly assets: Assets;
  private readonly secret: string;

  constructor(
    private readonly config: Config,
    @Optional() private readonly terms?: TermMarks,
  ) {
    super();
    const { polylog, ...scripts } = readManifest();
    this.assets = { style: polylog, scripts, origin: config.baseUrl };
    this.secret = sessionSecret(config);
  }

  render(page: Page, request: Request, notice?: Told): string {
    const reading = this.reading(page, request);
    if (page.options.bare)
      return renderToString(
        <ReadingContext.Provider value={reading}>{page.options.body}</ReadingContext.Provider>,
      );
    const document = (
      <Layout page={page.options} reading={reading} assets={this.assets} {...(notice && { notice })} />
    );
    return `<!doctype html>${renderToString(document)}`;
  }

  refused(refusal: Refusal, request: Request): Page {
    const { t } = languageOf(request);
    const title = t(refusal.key, refusal.values);
    return new Page({
      title,
      body: <ErrorPage status={refusal.status} title={title} kept={keptText(request.body)} />,
      status: refusal.status,
      hidden: true,
    });
  }

  private reading(page: Page, request: Request): Reading {
    const person = request.actor.person;
    const path = page.options.path ?? (withoutLocale(request.originalUrl) || '/');
    return {
      language: languageOf(request),
      path,
      ...(person && {
        person: {
          id: person.id,
          name: person.name,
          initials: initials(person.name),
          administrator: request.actor.administrator,
          ...waitingFor(request),
        },
      }),
      formToken:
        request.actor.credential?.kind === 'session' ? formToken(this.secret, request.sessionID) : '',
      ...(this.terms && { terms: this.terms }),
      demo: this.config.demo,
      development: this.config.development,
    };
  }
}

function waitingFor(request: Request): Pick<NonNullable<Reading['person']>, 'waits'> {
  const { waits } = request;
  if (!waits) return {};
  const words = languageOf(request).t('notifications:waits', { count: waits });
  return { waits: { count: waits > 99 ? '99+' : String(waits), words } };
}
