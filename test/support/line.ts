import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that can be cut and mended. */
export class Line {
  private readonly server = createServer((near) => this.join(near));
  private readonly ends = new Set<Socket>();
  private port = 0;

  private constructor(private readonly to: { host: string; port: number }) {}

  /** @returns the line, and the address that leads through it */
  static async to(address: string): Promise<{ line: Line; url: string }> {
    const url = new URL(address);
    const line = new Line({ host: url.hostname, port: Number(url.port) });
    await line.mend();
    url.port = String(line.port);
    return { line, url: url.href };
  }

  async mend(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const end of this.ends) end.destroy();
    await closed;
  }

  private join(near: Socket): void {
    const far = connect(this.to);
    for (const end of [near, far]) {
      this.ends.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        this.ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}
