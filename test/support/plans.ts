import type { PoolClient } from 'pg';
import { poolOf } from '../../src/core/database/pool';
import type { TestHub } from './hub';

/** One step of what PostgreSQL really did, as auto_explain tells it. */
interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Step[];
}

interface Plan {
  'Query Text': string;
  Plan: Step;
}

/** Statements, also those inside of functions and of foreign keys, tell their plans to the client that sent them. */
const TELLING = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
};

/** To be said before a hub is started. @param generic plans that are made once for all parameters */
export function tellPlans(): void {
  process.env['PGOPTIONS'] = Object.entries(TELLING)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** What the hub's own connections were told. */
export class Plans {
  readonly heard: Plan[] = [];
  private readonly known = new WeakSet<PoolClient>();

  constructor(hub: TestHub) {
    poolOf(hub.database).on('acquire', (client) => {
      if (this.known.has(client)) return;
      this.known.add(client);
      client.on('notice', ({ message }) => {
        const json = /plan:\n([^]*)$/.exec(message ?? '')?.[1];
        if (json) this.heard.push(JSON.parse(json) as Plan);
      });
    });
  }

  /**
   * What is wrong with the plans that were heard of since the last time.
   * @param except statements that may be as they are
   */
  faults(most: number, except?: RegExp): string[] {
    const plans = this.heard.splice(0).filter((plan) => !except?.test(plan['Query Text']));
    return [...new Set(plans.flatMap((plan) => faultsOf(plan, most)))];
  }
}

/** Tables that everything people do makes longer. */
const GROWING = new Set([
  ...['posts', 'post_revisions', 'journal', 'threads', 'thread_translations', 'reading_positions'],
  ...['thread_levels', 'room_readings'],
  ...['people', 'sessions', 'api_tokens', 'grants', 'memberships', 'organisations'],
]);

function faultsOf(plan: Plan, most: number): string[] {
  const faults: string[] = [];
  const look = (step: Step): void => {
    const fault = faultOf(step, most);
    if (fault) faults.push(`${fault} in: ${plan['Query Text'].replace(/\s+/g, ' ').trim()}`);
    for (const each of step.Plans ?? []) look(each);
  };
  look(plan.Plan);
  return faults;
}

/** A table read from end to end, or more rows touched than a page can need. */
function faultOf(step: Step, most: number): string | undefined {
  if (step['Actual Loops'] === 0) return undefined; // planned, but not needed
  const table = step['Relation Name'];
  if (step['Node Type'] === 'Seq Scan' && table && GROWING.has(table)) return `reads all of ${table}`;
  const removed =
    (step['Rows Removed by Filter'] ?? 0) +
    (step['Rows Removed by Join Filter'] ?? 0) +
    (step['Rows Removed by Index Recheck'] ?? 0);
  const touched = Math.round((step['Actual Rows'] + removed) * step['Actual Loops']);
  const where = [step['Node Type'], table, step['Index Name']].filter(Boolean).join(' ');
  return touched > most ? `${where} touches more than ${most} rows` : undefined;
}
