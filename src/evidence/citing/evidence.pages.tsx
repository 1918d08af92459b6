import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { nextPath } from '../../accounts/sign-in/next-path';
import { Public, SignedIn } from '../../core/access/marks';
import { Invalid } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { RateLimit } from '../../core/http/rate-limit';
import type { Key } from '../../core/i18n/keys';
import { TextFrame } from '../../translations/text-frame';
import { kindName } from '../../translations/translation.schema';
import { evidencePath } from '../evidence-paths';
import { Evidence } from '../evidence.service';
import { GroundsInWords } from '../grounds-in-words.service';
import type { Subject } from '../relation';
import { Citing } from './citing.service';
import { citedHere, citedSource } from './citing.schema';
import type { EvidenceFormProps } from './evidence-form';
import { EvidencePage } from './evidence-page';

type Refused = EvidenceFormProps['refused'];

/** What a statement of any kind rests on, and where those who keep it say so. */
@Public()
@Controller(':locale/evidence')
export class EvidencePages {
  constructor(
    private readonly citing: Citing,
    private readonly evidence: Evidence,
    private readonly inWords: GroundsInWords,
    private readonly frame: TextFrame,
    private readonly database: DataSource,
  ) {}

  /** What the statement rests on. */
  @Get(':kind/:id')
  async show(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<Page> {
    return this.page(reader, { kind, id });
  }

  /** Cites something on this hub by its address. */
  @Post(':kind/:id')
  @SignedIn()
  @RateLimit(300, 3600)
  async cite(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const statement = { kind, id };
    const answer = await attempt(citedHere, body, async ({ back, ...given }) => {
      await this.citing.cite(reader.actor, statement, given);
      return back;
    });
    if (answer.done) return this.backTo(statement, answer.result, 'evidence:notice.cited');
    return this.page(reader, statement, { at: 'here', state: answer.form });
  }

  /** Adds a source and cites it. */
  @Post(':kind/:id/source')
  @SignedIn()
  @RateLimit(300, 3600)
  async citeSource(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const statement = { kind, id };
    const answer = await attempt(citedSource, body, async ({ back, quote, ...source }) => {
      await this.citing.cite(reader.actor, statement, { source, quote });
      return back;
    });
    if (answer.done) return this.backTo(statement, answer.result, 'evidence:notice.cited');
    return this.page(reader, statement, { at: 'source', state: answer.form });
  }

  /** The statement holds although its ground has changed. */
  @Post('links/:id/confirm')
  @SignedIn()
  async confirm(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const statement = await this.citing.statementOf(id);
    const gone = await refusedWords(this.citing.confirm(actor, id));
    return this.backTo(
      statement,
      backIn(body),
      gone ? 'evidence:notice.quote_gone' : 'evidence:notice.confirmed',
    );
  }

  /** The statement does not rest on that any more. */
  @Post('links/:id/drop')
  @SignedIn()
  async drop(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: z.guid() }) id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const statement = await this.citing.statementOf(id);
    await this.citing.drop(actor, id);
    return this.backTo(statement, backIn(body), 'evidence:notice.dropped');
  }

  private backTo(statement: Subject, back: unknown, notice: Key): SeeOther {
    return seeOther(nextPath(back) ?? evidencePath(statement), notice);
  }

  private async page(reader: Reader, subject: Subject, refused?: Refused): Promise<Page> {
    const { actor, locales, language } = reader;
    const statement = await this.citing.statement(actor, subject);
    const [evidence, standing, may, words, frame] = await Promise.all([
      this.evidence.of(actor, subject.kind, [subject.id], locales),
      this.evidence.standingOf([subject.id]),
      this.citing.may(actor, subject),
      this.inWords.of(this.database, [statement], locales),
      this.frame.of(reader, { partnershipId: statement.text?.partnershipId ?? null }),
    ]);
    const title = words.title(statement);
    return page({
      ...frame,
      title: language.t('evidence:page.window', { title: title.text }),
      body: (
        <EvidencePage
          {...{ subject, title, may, path: statement.path! }}
          evidence={evidence.get(subject.id) ?? []}
          standing={standing.get(subject.id)!}
          {...(refused && { refused })}
        />
      ),
      hidden: true,
      ...(refused && { status: refused.state.refusal!.status }),
    });
  }
}

/** Words that do not stand there any more cannot be confirmed: whoever keeps the statement quotes others. */
async function refusedWords(confirming: Promise<void>): Promise<boolean> {
  try {
    await confirming;
    return false;
  } catch (error) {
    if (error instanceof Invalid) return true;
    throw error;
  }
}

const backIn = (body: unknown): unknown => (body as { back?: unknown } | null)?.back;
