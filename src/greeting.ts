import { join } from 'node:path';
import type { Config } from './core/config/config';
import { demoPassword } from './core/config/secrets';

type Say = (line: string) => void;

/** Who can be tried, in the order in which a newcomer may want to. */
const DEMO_ACCOUNTS: [account: string, role: string][] = [
  ['member.si', 'member of the Slovenian platform'],
  ['member.it', 'member of the Italian platform'],
  ['member.gb', 'member of the British platform'],
  ['member.se', 'member of the Swedish platform'],
  ['host.si', 'host of the Slovenian platform'],
  ['organiser', 'organiser of the partnerships'],
  ['translator', 'translator'],
  ['policy', 'policymaker'],
  ['admin', 'administrator of the hub'],
  ['host.it', 'host of the Italian platform'],
  ['host.gb', 'host of the British platform'],
  ['host.se', 'host of the Swedish platform'],
];

/** What the terminal says once the hub is ready: where to go, who to be, where mails end up. */
export function greet(config: Config, say: Say): void {
  if (!config.web) return say('The worker of Polylog is at work.');
  say(`\nPolylog is ready: ${config.baseUrl}\n`);
  if (config.demo) introduce(config, say);
  if (!config.smtpUrl) sayWhereMailsGo(config, say);
}

function introduce(config: Config, say: Say): void {
  say(`Demo accounts, all with the password ${demoPassword(config)}`);
  for (const [account, role] of DEMO_ACCOUNTS) say(`  ${`${account}@demo.example`.padEnd(25)} ${role}`);
  say('');
}

function sayWhereMailsGo(config: Config, say: Say): void {
  const shown = config.development ? ` and shown at ${config.baseUrl}/en/dev/mail` : '';
  say(`SMTP_URL is not set: mails are kept in ${join(config.dataDir, 'outbox')}${shown}`);
}
