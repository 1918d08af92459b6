import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor } from '../../core/access/actor';
import { Invalid, NotFound } from '../../core/errors/refusal';
import type { Text } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { placeOf } from '../memory/place';
import { TranslationMemory, type Pair } from '../memory/translation-memory.service';
import { forMachine } from '../segment-changes';
import { Translations } from '../translations.service';
import { CallbackAddress } from './callback-address';
import { Consignment, inGroups, surroundingsOf, type KeptSurroundings, type Wanted } from './consignment';
import { MachinePolicy } from './machine-policy.service';
import { MachineRequests, type MachineRequest } from './machine-requests.service';
import type { Task, TaskEnd } from './machine-tasks.service';
import { MachineTerms } from './machine-terms.service';
import { ProtectedText } from './marked/protected-text';
import { ProviderFailure, type MachineProvider } from './providers/provider';

interface Work {
  task: Task;
  text: Text;
  pair: Pair;
  provider: MachineProvider;
  wanted: Wanted[];
}

const LABELS = /^ {0,3}\[([^\]^][^\]\n]{0,200})\]:/gm;

/** Has one text translated: takes from the memory what is there, and asks the machine for the rest. */
@Injectable()
export class MachineTranslator {
  /** How often the machine has answered. */
  private asked = 0;

  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly translations: Translations,
    private readonly memory: TranslationMemory,
    private readonly policy: MachinePolicy,
    private readonly requests: MachineRequests,
    private readonly terms: MachineTerms,
    private readonly address: CallbackAddress,
  ) {}

  /** @throws ProviderFailure, BudgetSpent: what was known has been saved all the same */
  async perform(task: Task, provider: MachineProvider): Promise<{ end: TaskEnd; asked: boolean }> {
    const before = this.asked;
    const end = await this.end(task, provider);
    return { end, asked: this.asked > before };
  }

  private async end(task: Task, provider: MachineProvider): Promise<TaskEnd> {
    try {
      const text = await this.kinds.find(Actor.system, task.kind, task.id);
      if (!(await this.policy.allows(text))) return { state: 'withheld' };
      const place = await placeOf(this.kinds, text);
      const wanted = await this.wanted(task);
      return await this.translate({
        task,
        text,
        provider,
        wanted,
        pair: { from: text.locale, to: task.locale, place },
      });
    } catch (error) {
      if (error instanceof NotFound) return { state: 'done' }; // withdrawn, or it is the original's language now
      if (error instanceof Invalid) return { state: 'refused', reason: 'length' };
      throw error;
    }
  }

  private async translate(work: Work): Promise<TaskEnd> {
    const { pair, provider } = work;
    try {
      await this.askFor(work);
    } finally {
      await this.save(work);
    }
    const left = (await this.wanted(work.task)).map(({ source }) => source);
    if (left.length === 0) return { state: 'done' };
    const refused = await this.requests.refusals(left, pair, provider.name);
    const [reason] = refused.values();
    if (refused.size < left.length && provider.asynchronous) return { state: 'sent' };
    return { state: 'refused', ...(reason && { reason }) };
  }

  /** Segments that nobody has translated, or a machine before the original was changed; each once. */
  private async wanted({ kind, id, locale }: Task): Promise<Wanted[]> {
    const workshop = await this.translations.workshop(Actor.system, { kind, id, locale });
    const forms = new Map(workshop.kind.strings.map(({ name, form }) => [name, form]));
    const found = workshop.segments
      .filter(forMachine)
      .map(({ source, string }) => [source, forms.get(string)!] as const);
    return [...new Map(found)].map(([source, form]) => ({ source, form }));
  }

  private async askFor(work: Work): Promise<void> {
    const { task, pair, provider } = work;
    const missing = await this.missing(work);
    const open = await this.requests.openOf(task.id, task.locale, provider.name);
    const needed = new Set(missing.map(({ source }) => source));
    const waiting: MachineRequest[] = [];
    const covered = await this.requests.underWay(pair, provider.name);
    for (const request of open) {
      const stillNeeded = request.segments.every(({ source }) => needed.has(source));
      if (request.state === 'waiting' && !stillNeeded) await this.requests.withdraw(request.id);
      else {
        if (request.state === 'waiting') waiting.push(request);
        for (const { source } of request.segments) covered.add(source);
      }
    }
    const rest = missing.filter(({ source }) => !covered.has(source));
    waiting.push(...(await this.newRequests(work, rest)));
    for (const request of waiting) await this.send(provider, request);
  }

  /** What neither the memory knows nor the machine has spoilt before, and what has words at all. */
  private async missing({ wanted, pair, provider }: Work): Promise<Wanted[]> {
    const sources = wanted.map(({ source }) => source);
    const known = await this.memory.exact(this.database, sources, pair);
    const refused = await this.requests.refusals(sources, pair, provider.name);
    return wanted.filter(
      (each) => !known.has(each.source) && !refused.has(each.source) && !isWordless(each, provider),
    );
  }

  private async newRequests(
    { task, text, pair, provider }: Work,
    wanted: Wanted[],
  ): Promise<MachineRequest[]> {
    const surroundings: KeptSurroundings = {
      terms: await this.terms.kept(pair.from, pair.to),
      labels: labelsOf(text),
    };
    const sizeOf = (each: Wanted) => {
      const { texts, characters } = new Consignment('', [each], provider.wire, surroundingsOf(surroundings));
      return { texts: texts.length, characters };
    };
    const requests: MachineRequest[] = [];
    for (const segments of inGroups(wanted, sizeOf, provider.limits)) {
      const characters = segments.reduce((sum, each) => sum + sizeOf(each).characters, 0);
      requests.push(
        await this.requests.make({
          ...{ provider: provider.name, kind: task.kind, ownerId: task.id, ...pair },
          ...{ segments, surroundings, characters },
        }),
      );
    }
    return requests;
  }

  private async send(provider: MachineProvider, request: MachineRequest): Promise<void> {
    await this.requests.tried(request);
    const { from, to } = request;
    const batch = { from, to, texts: consignmentOf(request, provider).texts };
    try {
      if (provider.asynchronous)
        await this.requests.sent(request, await provider.submit(batch, this.address.of(request.id)));
      else {
        const answer = await provider.translate(batch);
        await this.requests.answered(request.id, (kept) => consignmentOf(kept, provider).outcomes(answer));
      }
      this.asked += 1;
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.kind !== 'refused') throw error;
      await this.requests.giveUp(request.id, 'provider');
    }
  }

  /** Everything that is known by now becomes part of the translation; with the last part it is shown to readers. */
  private async save({ task, pair, wanted, provider }: Work): Promise<void> {
    const known = await this.memory.exact(
      this.database,
      wanted.map(({ source }) => source),
      pair,
    );
    const made = wanted.flatMap((each) => {
      const found = known.get(each.source);
      if (found) return [{ ...found, by: makerOf(found.origin) }];
      return isWordless(each, provider)
        ? [{ id: '', source: each.source, target: each.source, by: provider.name }]
        : [];
    });
    for (const by of new Set(made.map((one) => one.by))) {
      const own = made.filter((one) => one.by === by);
      const texts = own.map(({ source, target }) => ({ source, text: target }));
      await this.translations.saveMachine(task, Actor.system, texts, by);
    }
    await this.memory.used(
      this.database,
      made.flatMap(({ id }) => (id ? [id] : [])),
    );
  }
}

const consignmentOf = (
  { id, segments, surroundings }: MachineRequest,
  { wire }: MachineProvider,
): Consignment => new Consignment(id.slice(0, 8), segments, wire, surroundingsOf(surroundings));

const isWordless = ({ source, form }: Wanted, { wire }: MachineProvider): boolean =>
  new ProtectedText(source, form, wire).requests.length === 0;

/** What a person made somewhere else is a proposal here, which nobody has looked at. */
const makerOf = (origin: string): string =>
  origin.startsWith('machine:') ? origin.slice('machine:'.length) : 'memory';

const labelsOf = ({ strings }: Text): string[] =>
  Object.values(strings).flatMap((value) =>
    [...(value ?? '').matchAll(LABELS)].map(([, label]) => label!.trim().toLowerCase().replace(/\s+/g, ' ')),
  );
