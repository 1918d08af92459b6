import { Outbox, type KeptMail } from '../../src/core/mail/outbox.service';
import type { TestHub } from './hub';

/** What the hub has written to an address, newest first, once all reactions are done. */
export async function mailsTo(hub: TestHub, email: string): Promise<KeptMail[]> {
  await hub.drain();
  const mails = await hub.app.get(Outbox).newest(1000);
  return mails.filter(({ to }) => to === email);
}

/** The path of the one link in the newest mail to an address: `/sl/confirm/…`. */
export async function mailedPath(hub: TestHub, email: string): Promise<string> {
  const [newest] = await mailsTo(hub, email);
  if (!newest?.link) throw new Error(`No link was mailed to ${email}`);
  return new URL(newest.link).pathname;
}
