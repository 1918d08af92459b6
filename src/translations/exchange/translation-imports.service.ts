import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { NotFound, Refusal } from '../../core/errors/refusal';
import { isLocale } from '../../core/i18n/locales';
import { Translations } from '../translations.service';
import type { TranslationOf } from '../segment-store';
import { Workshops } from '../workshops.service';
import { planText, type PlanLine, type TextPlan } from './plan';
import type { Incoming, IncomingProblem, IncomingUnit } from './unit';
import type { Workshop } from '../workshop';

/** What a file of translations would do. */
export interface Plan {
  from: string;
  to: string;
  lines: (PlanLine & { title: string | undefined; path: string | undefined })[];
  problems: IncomingProblem[];
  /** The translations that would change. */
  changing: TranslationOf[];
  /** A mark of all this: what was shown is done, or nothing. */
  seen: string;
}

/** Blocks of one file. */
const MOST_UNITS = 20_000;
/** Texts that are looked at in one transaction. */
const AT_ONCE = 50;

/** Takes over translations from files: looks first, then does all of it or nothing. */
@Injectable()
export class TranslationImports {
  constructor(
    private readonly transactions: Transactions,
    private readonly workshops: Workshops,
    private readonly translations: Translations,
  ) {}

  async preview(actor: Actor, incoming: Incoming): Promise<Plan> {
    const groups = groupsOf(incoming);
    const plans: TextPlan[] = [];
    for (let at = 0; at < groups.length; at += AT_ONCE)
      plans.push(
        ...(await this.transactions.run((tx) =>
          this.plan(tx, actor, incoming, groups.slice(at, at + AT_ONCE)),
        )),
      );
    return planOf(incoming, plans);
  }

  /** Does what the plan says, in the caller's transaction. Returns the plan as it is now, done if it is the one seen. */
  async perform(tx: EntityManager, actor: Actor, incoming: Incoming, seen: string): Promise<Plan> {
    const plans = await this.plan(tx, actor, incoming, groupsOf(incoming));
    const plan = planOf(incoming, plans);
    if (plan.seen !== seen) return plan;
    for (const { workshop, changes } of plans)
      if (workshop && changes.length > 0) await this.translations.put(tx, actor, workshop, changes, 'import');
    return plan;
  }

  private async plan(
    tx: EntityManager,
    actor: Actor,
    { from, to }: Incoming,
    groups: readonly IncomingUnit[][],
  ): Promise<TextPlan[]> {
    const plans: TextPlan[] = [];
    for (const units of groups)
      plans.push(planText(actor, await this.open(tx, actor, units[0]!, to), units, from));
    return plans;
  }

  private async open(tx: EntityManager, actor: Actor, { kind, id }: IncomingUnit, locale: string) {
    try {
      return await this.workshops.open(tx, actor, { kind, id, locale });
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}

/** @throws Refusal for what cannot be imported whatever stands in the hub */
export function assertSensible({ from, to, units }: Incoming): void {
  if (!isLocale(from) || !isLocale(to) || from === to)
    throw new Refusal(422, 'translations:exchange.refusal.languages', { from: from || '–', to: to || '–' });
  if (units.length > MOST_UNITS)
    throw new Refusal(422, 'translations:exchange.refusal.too_many_units', { max: MOST_UNITS });
}

/** Text by text, always in the same order, so that two imports wait for each other and not for ever. */
function groupsOf({ units }: Incoming): IncomingUnit[][] {
  const groups = new Map<string, IncomingUnit[]>();
  for (const unit of units) {
    const key = `${unit.id} ${unit.kind}`;
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function planOf({ from, to, problems }: Incoming, plans: readonly TextPlan[]): Plan {
  const lines = plans
    .flatMap(({ workshop, lines: own }) => own.map((line) => ({ ...line, ...headOf(workshop) })))
    .sort((a, b) => a.unit.line - b.unit.line);
  const told = plans.map(({ lines: own, changes }) => [own.map(({ verdict }) => verdict), changes]);
  const seen = createHash('sha256').update(JSON.stringify(told)).digest('base64url');
  const changing = plans.flatMap(({ workshop, changes }) =>
    workshop && changes.length > 0 ? [workshop.of] : [],
  );
  return { from, to, lines, problems, changing, seen };
}

const headOf = (workshop: Workshop | undefined) => ({
  title: workshop?.text.title,
  path: workshop?.text.path,
});
