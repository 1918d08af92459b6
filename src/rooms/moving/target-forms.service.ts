import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FieldProblem } from '../../core/errors/refusal';
import { attempt, typed } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import type { Reader } from '../../core/http/reader';
import { line } from '../../core/http/text.schema';
import { QUERY_LIMIT } from '../../search/search.schema';
import type { Option } from '../../ui/parts/choice';
import type { Thread } from '../threads/thread.entity';
import { mergedThread, splitThread } from './moving.schema';
import { ThreadTargets } from './thread-targets.service';
import { WIDER, WiderReaders } from './wider-readers.service';

/** Forms send '' for what is not said, and one box as a string. */
const said = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((sent) => {
    const fields = Object.entries(sent as object).filter(([, value]) => value !== '');
    return Object.fromEntries(
      fields.map(([name, value]) => [name, name === 'postIds' ? [value].flat() : value]),
    );
  }, schema);

export const splitForm = said(splitThread);
export const mergeForm = said(mergedThread);

/** What a form says of the thread that is looked for, beside what is to be done. */
const search = z.object({
  words: line(QUERY_LIMIT, 0).default(''),
  find: z.string().optional().catch(undefined),
  confirmed: z.string().optional().catch(undefined),
});

type Answer<Result> = Awaited<ReturnType<typeof attempt<z.ZodType, Result>>>;
type Fields = Record<string, unknown>;
/** @throws Invalid when others can read there, and she was not told before */
type Sure = (target: { threadId?: string | undefined; roomId?: string | undefined }) => Promise<void>;

/** Forms in which a thread is chosen from a list, looked for by words, or named by its address. */
@Injectable()
export class TargetForms {
  constructor(
    private readonly targets: ThreadTargets,
    private readonly wider: WiderReaders,
  ) {}

  /** Performs what the form asks for; or gives it back to be drawn with what was found, and all that was typed. */
  async read<Result>(
    reader: Reader,
    thread: Thread,
    body: unknown,
    perform: (fields: Fields, sure: Sure) => Promise<Answer<Result>>,
  ): Promise<Answer<Result>> {
    const { _token, words, find, confirmed, ...fields } = (body ?? {}) as Fields;
    const values = typed({ ...fields, words });
    const asked = await attempt(search, { words, find, confirmed }, async (input) => ({
      ...input,
      threadId: await this.meant(reader, input, fields),
    }));
    if (!asked.done) return { done: false, form: { ...asked.form, values } };
    if (asked.result.find && asked.result.words) return { done: false, form: { values, problems: [] } };
    const { threadId } = asked.result;
    const answer = await perform({ ...fields, ...(threadId && { threadId }) }, (target) =>
      this.wider.confirm(reader, thread, target, asked.result.confirmed),
    );
    if (answer.done) return answer;
    return { done: false, form: { ...answer.form, values: { ...values, threadId: threadId ?? '' } } };
  }

  /** The form as it is drawn, with the threads to choose from. */
  async shown(
    reader: Reader,
    thread: Thread,
    { values, problems, ...form }: FormState,
  ): Promise<{ form: FormState; threads: Option[] }> {
    const words = (values['words'] ?? '').trim();
    const unread = problems.some(({ path }) => path === 'words');
    const threads = unread ? [] : await this.targets.options(reader, thread, words);
    const told = problems.some(({ key }) => key === WIDER);
    const confirmed = (told && (values['threadId'] || values['roomId'])) || '';
    const none = !unread && words !== '' && threads.length === 0;
    const nothing = { path: 'words', key: 'rooms:problem.none_found' } as const;
    const others = problems.filter(({ path }) => path !== 'threadId');
    // Where none are offered, the search is the field to mend.
    const kept = threads.length > 0 ? problems : problems.map(atSearch);
    return {
      form: { ...form, values: { ...values, confirmed }, problems: none ? [nothing, ...others] : kept },
      threads,
    };
  }

  /** The thread that was chosen; or that of the address, where nothing else says where the posts should go. */
  private async meant(
    reader: Reader,
    { words, find }: { words: string; find?: string | undefined },
    { threadId, title }: Fields,
  ): Promise<string | undefined> {
    if (typeof threadId === 'string' && threadId) return threadId;
    return words && !find && !title ? this.targets.only(reader, words) : undefined;
  }
}

const atSearch = (problem: FieldProblem): FieldProblem =>
  problem.path === 'threadId' ? { ...problem, path: 'words' } : problem;
