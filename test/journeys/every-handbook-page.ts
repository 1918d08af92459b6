import { Actor } from '../../src/core/access/actor';
import { Chapters } from '../../src/handbooks/writing/chapters.service';
import { Editions } from '../../src/editions/editions.service';
import { aChapter, aChapterTranslation, aHandbook, aSuggestion } from '../factories/handbooks';
import type { Page } from 'playwright-core';
import type { TestHub } from '../support/hub';
import type { Stop } from './every-page';

const BODY = `Uvodni odstavek z opombo.[^1]

## Najprej razdeliti

| Kdo | Koliko |
| --- | ---: |
| občina | 3 |

::: key
Skupaj.
:::

## Potem pogojevati

Glej [](chapter:merila).

[^1]: Vir.`;

const FROZEN = {
  ...{ locale: 'sl', isbn: '', issn: '', machine: 'original' as const },
  ...{ editors: [], note: 'Za poskus.', decided: true },
};

const sendEmpty = async (page: Page) => {
  await page.locator('main .button-main').click();
  await page.locator('main [role="alert"]').waitFor();
};
/** As when somebody else has saved meanwhile. */
const sendLate = async (page: Page) => {
  await page.locator('input[name="revision"]').evaluate((field: HTMLInputElement) => (field.value = '1'));
  await page.locator('#chapter textarea[name="body"]').evaluate((field: HTMLTextAreaElement) => {
    field.value = 'Nekaj drugega.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.locator('main .button-main').click();
  await page.locator('form.merge').waitFor();
};

/** Handbooks as they are read and written. */
export async function handbookPages(hub: TestHub): Promise<Stop[]> {
  const [coop] = await hub.database.query<{ id: string }[]>(
    `select id from partnerships where slug = 'coop'`,
  );
  const book = await aHandbook(hub, {
    ...{ partnershipId: coop!.id, slug: 'walked', title: 'Priročnik za pot', locale: 'sl' },
    ...{ subtitle: 'Za vse, ki hodijo', summary: 'O sodelovanju treh sektorjev.' },
  });
  const part = await aChapter(hub, { handbook: book, slug: 'del', title: 'Sodelovanje', locale: 'sl' });
  const chapter = await aChapter(hub, {
    ...{ handbook: book, parentId: part.id, slug: 'poglavje', title: 'Javno naročanje', locale: 'sl' },
    ...{ lead: 'V enem stavku.', body: BODY },
  });
  await aChapterTranslation(hub, chapter, {
    locale: 'en',
    title: 'Procurement',
    body: BODY,
    status: 'machine',
  });
  await aChapter(hub, {
    ...{ handbook: book, parentId: chapter.id, slug: 'merila', title: 'Merila', locale: 'sl' },
    body: 'Besedilo razdelka.',
  });
  const changed = {
    body: BODY.replace('Uvodni', 'Prvi'),
    revision: 1,
    weight: 'meaning' as const,
    note: null,
  };
  await hub.app.get(Chapters).edit(Actor.system, book.slug, chapter.slug, changed);
  const as = 'admin';
  await aHandbook(hub, {
    ...{
      partnershipId: coop!.id,
      slug: 'spoken',
      kind: 'proceedings',
      title: 'Zbornik pogovorov',
      locale: 'sl',
    },
  });
  await hub.app.get(Editions).freeze(Actor.system, book.slug, FROZEN);
  const suggestion = await aSuggestion(hub, chapter, {
    ...{ base: BODY, body: BODY.replace('Skupaj', 'Vsi skupaj'), note: 'Jasneje' },
  });
  return [
    { name: 'the suggestions for a chapter', path: '/handbooks/walked/poglavje/suggestions', as: 'admin' },
    { name: 'the comments on a chapter', path: '/handbooks/walked/poglavje/comments', as: 'admin' },
    { name: 'suggesting a change', path: '/handbooks/walked/poglavje/suggestions/new', as: 'admin' },
    { name: 'a suggestion', path: `/handbooks/walked/suggestions/${suggestion.id}`, as: 'admin' },
    { name: 'gathering proceedings', path: '/handbooks/spoken/edit/gathering', as },
    { name: 'the editions of a handbook', path: '/editions/walked' },
    { name: 'an edition', path: '/editions/walked/sl/1' },
    { name: 'freezing an edition', path: '/editions/walked/new?language=it', as: 'admin' },
    { name: 'all handbooks', path: '/handbooks' },
    { name: 'the title page of a handbook', path: '/handbooks/walked' },
    { name: 'a part of a handbook', path: '/handbooks/walked/del' },
    { name: 'a chapter', path: '/handbooks/walked/poglavje' },
    { name: 'opening a handbook', path: '/handbooks/new', as, act: sendEmpty },
    { name: 'the structure of a handbook', path: '/handbooks/walked/edit', as },
    { name: 'the settings of a handbook', path: '/handbooks/walked/edit/settings', as },
    {
      name: 'bringing a folder into a handbook',
      path: '/handbooks/walked/edit/exchange',
      as,
      act: sendEmpty,
    },
    { name: 'writing a chapter', path: '/handbooks/walked/poglavje/edit', as },
    {
      name: 'a chapter that somebody else has saved',
      path: '/handbooks/walked/poglavje/edit',
      as,
      act: sendLate,
    },
    { name: 'the versions of a chapter', path: '/handbooks/walked/poglavje/revisions', as },
    { name: 'two versions of a chapter', path: '/handbooks/walked/poglavje/revisions?from=1&to=2', as },
    { name: 'a discussion of a chapter', path: '/handbooks/walked/poglavje/discussion', as: 'organiser' },
  ];
}
