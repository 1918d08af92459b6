import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, NotFound, Refusal } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import { isMarkdown, type Text } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { stateOf, type Segment } from '../segment';
import { translationPolicy } from '../translation.policy';
import { longest } from '../../core/texts/text-length';
import type { Workshop } from '../workshop';
import { Workshops } from '../workshops.service';
import type { Wanted } from './exchange.schema';
import { inScope, scopeOf, type Scope } from './scope';
import { markedPieces } from './marks';
import { MOST_TEXTS, type Parcel, type Unit, type UnitsOfText } from './unit';

/** Texts that are read in one transaction. */
const AT_ONCE = 50;

/** How many originals of one language are there to be translated. */
export interface Supply {
  locale: Locale;
  texts: number;
}

/** Puts together what goes out to translators. */
@Injectable()
export class Parcels {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly transactions: Transactions,
    private readonly workshops: Workshops,
  ) {}

  /** Originals that the actor may translate into a language, by their own. */
  async supply(actor: Actor, scope: Scope, to: Locale): Promise<Supply[]> {
    const counts = new Map<Locale, number>();
    for (const text of await this.texts(actor, scope, to))
      counts.set(text.locale, (counts.get(text.locale) ?? 0) + 1);
    return [...counts].map(([locale, texts]) => ({ locale, texts }));
  }

  /**
   * The same parcel as long as nothing has changed.
   * @throws NotFound when there is nothing to be translated; Forbidden for who may translate none of it
   */
  async pack(actor: Actor, wanted: Wanted): Promise<Parcel> {
    const { from, to, only } = wanted;
    const texts = (await this.texts(actor, scopeOf(wanted), to)).filter(({ locale }) => locale === from);
    if (texts.length === 0) throw new NotFound();
    if (texts.length > MOST_TEXTS)
      throw new Refusal(422, 'translations:exchange.refusal.too_many_texts', { max: MOST_TEXTS });
    const packed: UnitsOfText[] = [];
    for (let at = 0; at < texts.length; at += AT_ONCE)
      packed.push(...(await this.units(actor, texts.slice(at, at + AT_ONCE), to)));
    const open = ({ state }: Unit) => only === 'all' || ['missing', 'outdated', 'machine'].includes(state);
    const filtered = packed.map((text) => ({ ...text, units: text.units.filter(open) }));
    return { from, to, texts: filtered.filter(({ units }) => units.length > 0) };
  }

  /** Texts in a place that the actor may translate. @throws Forbidden when there are some, and none for her */
  private async texts(actor: Actor, scope: Scope, to: Locale): Promise<Text[]> {
    const found: Text[] = [];
    for (const kind of this.kinds.all) {
      const { where, values } = inScope(kind, scope);
      found.push(...(await this.kinds.read(kind, this.database, actor, where, values)));
    }
    const others = found.filter(({ shown, locale }) => shown && locale !== to);
    const allowed = others.filter((text) => translationPolicy.may(actor, 'translate', { text, locale: to }));
    if (others.length > 0 && allowed.length === 0)
      throw new Forbidden('translations:refusal.translators_only');
    return allowed.sort(inOrder);
  }

  private units(actor: Actor, texts: readonly Text[], locale: Locale): Promise<UnitsOfText[]> {
    return this.transactions.run(async (tx) => {
      const packed: UnitsOfText[] = [];
      for (const { kind, id } of texts)
        packed.push(this.packed(await this.workshops.open(tx, actor, { kind, id, locale })));
      return packed;
    });
  }

  private packed({ text, kind, segments }: Workshop): UnitsOfText {
    const { id, title, path, locale } = text;
    const forms = new Map(kind.strings.map((string) => [string.name, string]));
    const units = kind.strings.flatMap(({ name }) => segments.filter(({ string }) => string === name));
    return {
      ...{ kind: text.kind, id, title, address: `${this.config.baseUrl}/${locale}${path}` },
      units: units.map((segment) => {
        const string = forms.get(segment.string)!;
        const whole = text.strings[segment.string] === segment.source;
        return unitOf(segment, isMarkdown(string.form), whole ? longest(string) : null);
      }),
    };
  }
}

function unitOf(segment: Segment, markdown: boolean, limit: number | null): Unit {
  const { string, position, source, text } = segment;
  return {
    ...{ string, position, limit, state: stateOf(segment) },
    source: markedPieces(source, markdown),
    target: text === null ? null : markedPieces(text, markdown),
  };
}

/** The oldest first, as people wrote them; the same order every time. */
function inOrder(a: Text, b: Text): number {
  const [first, second] = [a, b].map(({ at }) => (at ? new Date(at).getTime() : 0));
  return first! - second! || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.id < b.id ? -1 : 1);
}
