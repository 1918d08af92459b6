export interface Choice {
  of: string;
  label: string;
}

interface Rendered {
  text: string;
}

/** What the hub answers when it is asked what there is, by kind. */
interface Answers {
  definition: { items: { slug: string; headword: { word: string } }[] };
  message: { statements: { id: string; kind: string; number: number; text: Rendered }[] };
  practice: { items: { slug: string; title: Rendered }[] };
  chapter: { chapters: { slug: string; number: string | null; title: string }[] };
  figure: { figures: { file: string; number: number; caption: string }[] };
}

const READ: { [Kind in keyof Answers]: (answer: Answers[Kind]) => Choice[] } = {
  definition: ({ items }) => items.map(({ slug, headword }) => ({ of: slug, label: headword.word })),
  message: ({ statements }) =>
    statements
      .filter(({ kind }) => kind === 'message')
      .map(({ id, number, text }) => ({ of: id, label: `${number}. ${text.text}` })),
  practice: ({ items }) => items.map(({ slug, title }) => ({ of: slug, label: title.text })),
  chapter: ({ chapters }) =>
    chapters.map(({ slug, number, title }) => ({
      of: slug,
      label: [number, title].filter(Boolean).join(' '),
    })),
  figure: ({ figures }) =>
    figures.map(({ file, number, caption }) => ({ of: file, label: `${number}. ${caption}` })),
};

export type Kind = keyof Answers;

/** What can be put into a text, by kind; asked for once. */
export class Choices {
  private readonly lists = new Map<string, Promise<Choice[]>>();

  constructor(private readonly addresses: Partial<Record<Kind, string>>) {}

  of(kind: Kind): Promise<Choice[]> {
    let list = this.lists.get(kind);
    if (!list) this.lists.set(kind, (list = this.load(kind)));
    return list;
  }

  async name(kind: Kind, of: string): Promise<string | undefined> {
    return (await this.of(kind)).find((choice) => choice.of === of)?.label;
  }

  private async load(kind: Kind): Promise<Choice[]> {
    const address = this.addresses[kind];
    if (!address) return [];
    try {
      const answer = await fetch(address, { headers: { Accept: 'application/json' } });
      return answer.ok ? READ[kind]((await answer.json()) as never) : [];
    } catch {
      return [];
    }
  }
}

/** Of all dialogs that offer a list. */
export function addressesIn(dialogs: Iterable<HTMLDialogElement>): Partial<Record<Kind, string>> {
  return Object.assign(
    {},
    ...[...dialogs]
      .map((dialog) => dialog.querySelector<HTMLElement>('[data-addresses]')?.dataset['addresses'])
      .map((addresses): object => (addresses ? (JSON.parse(addresses) as object) : {})),
  ) as Partial<Record<Kind, string>>;
}

/** A list that follows the kind that is chosen and the words that are typed. */
export function offer(dialog: HTMLDialogElement, choices: Choices, nothing: string): void {
  const kind = dialog.querySelector<HTMLSelectElement>('[name="kind"]')!;
  const words = dialog.querySelector<HTMLInputElement>('[name="q"]')!;
  const list = dialog.querySelector<HTMLSelectElement>('[data-addresses]')!;
  const problem = dialog.querySelector<HTMLElement>('[data-problem]')!;
  const show = async () => {
    const wanted = plain(words.value);
    const asked = kind.value;
    const all = await choices.of(asked as Kind);
    if (asked !== kind.value || wanted !== plain(words.value)) return;
    const found = all.filter(({ label }) => plain(label).includes(wanted));
    list.replaceChildren(...found.map(({ of, label }, place) => new Option(label, of, false, place === 0)));
    problem.textContent = found.length === 0 ? nothing : '';
  };
  kind.addEventListener('change', () => void show());
  words.addEventListener('input', () => void show());
  dialog.addEventListener('toggle', () => void show());
}

/** Marks on letters do not matter. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
