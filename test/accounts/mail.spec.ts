import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../../src/core/i18n/locales';
import { Outbox } from '../../src/core/mail/outbox.service';
import { Letters } from '../../src/ui/letters.service';
import { signUpFields } from '../factories/accounts';
import { TestClient } from '../support/client';
import { startHub, type TestHub } from '../support/hub';
import { mailsTo } from '../support/mails';
import { startSmtp, type TestSmtp } from '../support/smtp';

describe('A letter', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  const letter = {
    to: 'reader@example.org',
    subject: 'A <subject>',
    paragraphs: ['Ljubljana & Örebro <script>', 'Second paragraph'],
    action: { label: 'Open', url: 'https://hub.example.org/sl/confirm/abc' },
  };

  it.each(LOCALES)('says the same as text and as HTML, in the language of its reader: %s', async (locale) => {
    await hub.app.get(Letters).send({ ...letter, locale });
    const [mail] = await mailsTo(hub, letter.to);
    expect(mail).toMatchObject({ subject: 'A <subject>', locale, link: letter.action.url });
    expect(mail!.html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`));
    expect(mail!.html).toContain('Ljubljana &amp; Örebro &lt;script>');
    expect(mail!.html).toContain(`href="${letter.action.url}"`);
    expect(mail!.text).toContain('Ljubljana & Örebro <script>\n\nSecond paragraph');
    expect(mail!.text).toContain(`Open:\n${letter.action.url}`);
    expect(mail!.html + mail!.text).not.toMatch(/mail:|\{\{/);
  });

  it('carries the statement of its grant verbatim, in its own language, and says when it is not known', async () => {
    const grant = { lang: 'sl', emblem: true, name: 'A fund' };
    const funding = [{ ...grant, statement: 'Izjava.', disclaimer: 'Omejitev.' }, grant];
    await hub.app.get(Letters).send({ ...letter, locale: 'en', funding });
    const [mail] = await mailsTo(hub, letter.to);
    expect(mail!.html).toMatch(/<div lang="sl"><p[^>]*>Izjava\.<\/p><p[^>]*>Omejitev\.<\/p><\/div>/);
    expect(mail!.text).toContain('Izjava.\nOmejitev.');
    expect(mail!.text).toContain('Funding: A fund');
  });

  it('lies in the outbox for the owner of the files only', () => {
    const folder = join(hub.config.dataDir, 'outbox');
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes.length).toBeGreaterThan(0);
    expect(new Set(modes)).toEqual(new Set([0o600]));
  });
});

describe('A mail server', () => {
  let hub: TestHub;
  let smtp: TestSmtp;

  beforeAll(async () => {
    smtp = await startSmtp();
    hub = await startHub({ SMTP_URL: smtp.url, MAIL_FROM: 'Polylog <hub@example.org>' });
  });
  afterAll(async () => {
    await hub.close();
    await smtp.close();
  });

  it('gets what was written, for one reader, in two forms', async () => {
    await new TestClient(hub).submit('/sl/sign-up', signUpFields('ana@example.org'));
    await hub.drain();
    expect(smtp.received).toHaveLength(1);
    const [{ to, data }] = smtp.received as [TestSmtp['received'][number]];
    expect(to).toEqual(['RCPT TO:<ana@example.org>']);
    expect(data).toContain('From: Polylog <hub@example.org>');
    expect(data).toContain('Content-Language: sl');
    expect(data).toContain('Auto-Submitted: auto-generated');
    expect(data).toContain('Content-Type: multipart/alternative');
    expect(data).toContain('Content-Type: text/plain; charset=utf-8');
    expect(data).toContain('Content-Type: text/html; charset=utf-8');
    expect(await hub.app.get(Outbox).newest(10)).toEqual([]);
    expect((await new TestClient(hub).get('/en/dev/mail')).status).toBe(404);
    expect((await new TestClient(hub).get('/sl/sign-up/sent')).text).not.toContain('/dev/mail');
  });

  it('that does not answer is asked again later, and the link in the mail works', async () => {
    smtp.refusing = true;
    await new TestClient(hub).submit('/sl/sign-up', signUpFields('late@example.org'));
    await hub.drain();
    expect(smtp.received.filter(({ to }) => to.join().includes('late@'))).toEqual([]);
    smtp.refusing = false;
    await hub.database.query('update graphile_worker._private_jobs set run_at = now() where attempts > 0');
    await hub.drain();
    expect(smtp.received.filter(({ to }) => to.join().includes('late@'))).toHaveLength(1);
  });

  it('cannot be made to write to others by what stands in an address or a name', async () => {
    const before = smtp.received.length;
    for (const email of [
      'a@example.org, b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      '"<b@example.org>" a@example.org',
    ])
      expect((await new TestClient(hub).submit('/en/sign-up', signUpFields(email))).status).toBe(422);
    await hub.drain();
    expect(smtp.received).toHaveLength(before);
    await hub.app.get(Letters).send({
      to: 'one@example.org',
      locale: 'en',
      subject: 'Subject\r\nBcc: other@example.org',
      paragraphs: ['.', '\r\n.\r\nRCPT TO:<other@example.org>'],
    });
    expect(smtp.received.at(-1)!.to).toEqual(['RCPT TO:<one@example.org>']);
    expect(smtp.received.at(-1)!.data.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  });
});

describe('A mailbox', () => {
  it('is not flooded by somebody who asks again and again', async () => {
    const hub = await startHub();
    const visitor = new TestClient(hub);
    await visitor.submit('/en/sign-up', signUpFields('flooded@example.org'));
    for (let round = 0; round < 9; round += 1)
      await visitor.agent
        .post('/en/confirm')
        .type('form')
        .redirects(0)
        .send({ email: 'flooded@example.org' });
    expect((await mailsTo(hub, 'flooded@example.org')).length).toBe(6);
    await hub.close();
  });
});
