import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { NotFound, Refusal } from '../../core/errors/refusal';
import { isLocale } from '../../core/i18n/locales';
import { Translations } from '../translations.service';
import { Workshops } from '../workshops.service';
import { planText, type PlanLine, type TextPlan } from './plan';
import { markOf, type Report, type ReportLine } from './report';
import { assertSeen, type Performed } from './performed';
import { MOST_TEXTS, textId, unitId, type Incoming, type IncomingUnit } from './unit';
import type { Workshop } from '../workshop';

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

  async preview(actor: Actor, incoming: Incoming): Promise<Report> {
    const groups = groupsOf(incoming);
    const plans: TextPlan[] = [];
    for (let at = 0; at < groups.length; at += AT_ONCE)
      plans.push(
        ...(await this.transactions.run((tx) =>
          this.plan(tx, actor, incoming, groups.slice(at, at + AT_ONCE)),
        )),
      );
    return reportOf(incoming, plans);
  }

  /**
   * Does what was seen, in the caller's transaction. Returns the translations that were changed.
   * @throws Conflict when something else would be done
   */
  async perform(tx: EntityManager, actor: Actor, incoming: Incoming, seen: string): Promise<Performed> {
    const plans = await this.plan(tx, actor, incoming, groupsOf(incoming));
    assertSeen(reportOf(incoming, plans).seen, seen);
    const changing = plans.filter(({ changes }) => changes.length > 0);
    for (const { workshop, changes } of changing)
      await this.translations.put(tx, actor, workshop!, changes, 'import');
    const count = changing.reduce((sum, { changes }) => sum + changes.length, 0);
    return { count, translations: changing.map(({ workshop }) => workshop!.of) };
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
  if (new Set(units.map(({ kind, id }) => `${kind} ${id}`)).size > MOST_TEXTS)
    throw new Refusal(422, 'translations:exchange.refusal.too_many_texts', { max: MOST_TEXTS });
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

function reportOf({ from, to, problems }: Incoming, plans: readonly TextPlan[]): Report {
  const lines = plans
    .flatMap(({ workshop, lines: own }) => own.map((line) => lineOf(line, workshop)))
    .sort((a, b) => a.line - b.line);
  const told = plans.map(({ lines: own, changes }) => [own.map(({ verdict }) => verdict), changes]);
  return { kind: 'translations', from, to, lines, problems, seen: markOf(told) };
}

function lineOf({ unit, ...line }: PlanLine, workshop: Workshop | undefined): ReportLine {
  return {
    ...{ ...line, line: unit.line, source: unit.source },
    id: `${textId(unit)} ${unitId(unit)}`,
    ...(workshop && { title: workshop.text.title, path: workshop.text.path }),
  };
}
