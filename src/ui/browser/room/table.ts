import { counted, data, fill } from './data';
import { copyOf, initials, part, slot } from './slots';
import type { Presence } from './wire';

const SVG = 'http://www.w3.org/2000/svg';
const MOST = 16;

interface Seat {
  kind: 'taken' | 'own' | 'free';
  label: string;
}

/** Who is at the table, as a drawing and as a list. */
export class Table {
  private readonly table = part('table');
  private readonly people = part('people', this.table);
  /** How many read here now, with an account or without. */
  readers = 0;

  show({ people, count, visitors }: Presence): void {
    this.readers = count + visitors;
    const others = people.filter(({ id }) => id !== data.person?.id);
    part('live').hidden = others.length === 0;
    const here = slot('here');
    if (here) {
      here.hidden = count === 0;
      here.textContent = counted(data.words.here, count);
    }
    part('nobody', this.table).hidden = people.length > 0;
    const visiting = part('visitors', this.table);
    const more = data.person ? visitors : visitors - 1;
    visiting.hidden = more <= 0;
    visiting.textContent = counted(data.words.visitors, more);
    this.people.replaceChildren(...people.map(({ id, name }) => this.line(id, name)));
    this.draw(people, count);
  }

  private line(id: string, name: string): HTMLElement {
    const line = copyOf('person-template');
    const own = id === data.person?.id;
    line.dataset['person'] = id;
    const seat = line.querySelector('.seat')!;
    seat.textContent = initials(name);
    seat.classList.toggle('seat-own', own);
    part('name', line).textContent = own ? data.words.you : name;
    const organisation = slot('organisation', this.author(id) ?? document.createElement('li'));
    if (organisation) part('organisation', line).replaceWith(organisation.cloneNode(true));
    else part('organisation', line).remove();
    return line;
  }

  private author(id: string): HTMLElement | null {
    return this.table.querySelector<HTMLElement>(`[data-author="${id}"]`);
  }

  /** Who has spoken here and left keeps her seat, dashed. */
  private draw(people: Presence['people'], count: number): void {
    const authors = [...this.table.querySelectorAll<HTMLElement>('[data-author]')];
    const away = authors.filter((author) => !people.some(({ id }) => id === author.dataset['author']));
    for (const author of authors) author.hidden = !away.includes(author);
    const list = slot('away', this.table);
    if (list) list.hidden = away.length === 0;
    const seats: Seat[] = [
      ...people.map(({ id, name }): Seat => ({
        kind: id === data.person?.id ? 'own' : 'taken',
        label: initials(name),
      })),
      ...away.map((author): Seat => ({ kind: 'free', label: initials(part('name', author).textContent) })),
    ];
    while (seats.length < Number(this.table.dataset['seats'])) seats.push({ kind: 'free', label: '' });
    drawSeats(this.table.querySelector('svg')!, seats);
    this.table.querySelector('.middle')!.textContent = fill(data.words.table, { count });
  }
}

/** The same geometry as the drawing of the server (ui/parts/table-drawing). */
function drawSeats(drawing: SVGElement, seats: Seat[]): void {
  const shown =
    seats.length > MOST
      ? [...seats.slice(0, MOST - 1), { kind: 'taken' as const, label: `+${seats.length - MOST + 1}` }]
      : seats;
  drawing
    .querySelectorAll('circle:not(.top), .top ~ text:not(.middle, .under)')
    .forEach((each) => each.remove());
  shown.forEach(({ kind, label }, place) => {
    const angle = (place / shown.length) * 2 * Math.PI;
    const [x, y] = [150 + 116 * Math.sin(angle), 150 - 116 * Math.cos(angle)];
    const circle = { class: kind, cx: x, cy: y, r: shown.length > 12 ? 17 : 21 };
    drawing.append(element('circle', circle));
    if (label)
      drawing.append(element('text', { class: kind === 'own' ? 'own-text' : '', x, y: y + 4 }, label));
  });
}

function element(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made: SVGElement = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === 'number' ? value.toFixed(1) : value);
  made.textContent = text;
  return made;
}
