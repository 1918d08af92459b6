import { data } from './data';
import { slot } from './slots';

/** Short losses are not worth a word. Milliseconds. */
const PATIENCE = 1500;

/** The line that says how the connection stands, and what was loaded: read out politely. */
export class Status {
  private readonly line = slot('connection');
  private lostAt?: number;

  say = (words: string, lasting = false): void => {
    if (!this.line) return;
    this.line.textContent = words;
    this.line.classList.toggle('reconnecting', lasting);
    if (words && !lasting) setTimeout(() => this.line?.textContent === words && this.say(''), 6000);
  };

  lost(): void {
    this.lostAt ??= window.setTimeout(() => this.say(data.words.reconnecting, true), PATIENCE);
  }

  joined(): void {
    if (this.lostAt === undefined) return;
    clearTimeout(this.lostAt);
    this.lostAt = undefined;
    if (this.line?.textContent === data.words.reconnecting) this.say(data.words.connected);
  }

  gone(message: string): void {
    clearTimeout(this.lostAt);
    this.say(`${message} ${data.words.gone}`, true);
    this.line?.classList.remove('reconnecting');
  }
}
