import { describeFile, UploadRefused, uploadFile, type Uploaded } from '../files/upload';
import { data } from './data';
import { weightOf } from './drawn-files';
import { copyOf, part } from './slots';

/** One file beside a post that is being written: on its way, arrived, or refused. */
export class Attachment {
  readonly element = copyOf('attachment-template');
  private readonly giveUp = new AbortController();
  private readonly arriving: Promise<void>;
  private readonly alt = part('alt', this.element).querySelector('input')!;
  private uploaded?: Uploaded;
  private described = '';

  /** @param removed by her who writes */
  constructor(
    file: File,
    private readonly token: string,
    removed: (attachment: Attachment) => void,
  ) {
    part('name', this.element).textContent = file.name;
    this.element.querySelector('[data-action="detach"]')!.addEventListener('click', () => {
      this.giveUp.abort();
      removed(this);
    });
    this.arriving = this.upload(file);
  }

  /** Waits until it has arrived, with what it shows. `undefined` when it cannot: the reason stands beside it. */
  async settle(locale: string): Promise<Uploaded | undefined> {
    await this.arriving;
    const alt = this.alt.value.trim();
    if (!this.uploaded || alt === this.described) return this.uploaded;
    try {
      this.uploaded = await describeFile(this.uploaded, alt, locale);
      this.described = alt;
      return this.uploaded;
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  focus(): void {
    this.element.querySelector('button')?.focus();
  }

  private async upload(file: File): Promise<void> {
    const bar = part<HTMLProgressElement>('progress', this.element);
    try {
      this.uploaded = await uploadFile(file, {
        token: this.token,
        locale: data.locale,
        progress: (share) => (bar.value = share),
        signal: this.giveUp.signal,
      });
      part('name', this.element).textContent = this.uploaded.name;
      part('weight', this.element).textContent = weightOf(this.uploaded.size);
      part('alt', this.element).hidden = this.uploaded.width === null;
    } catch (error) {
      this.fail(error);
    }
    bar.hidden = true;
  }

  private fail(error: unknown): void {
    const fault = part('fault', this.element);
    if (error instanceof UploadRefused && error.message) fault.textContent = error.message;
    fault.hidden = false;
  }
}
