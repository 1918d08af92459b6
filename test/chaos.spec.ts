import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A bench as an operator starts it: processes and a database of its own. */
async function bench(name: string, ...options: string[]): Promise<{ status: number; said: string }> {
  const run = spawn('npm', ['run', '--silent', `bench:${name}`, '--', '--short', ...options]);
  let said = '';
  for (const stream of [run.stdout, run.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const [status] = (await once(run, 'close')) as [number];
  return { status, said };
}

describe('What was sent in a room', () => {
  it('is kept, once and in one order, while processes, the database and Redis are killed', async () => {
    const { status, said } = await bench('chaos');
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('The promise holds.') });
  }, 240_000);

  it('gets lost in a plain broadcast, or the proof would see nothing', async () => {
    const { status, said } = await bench('chaos', '--plain', '--posts', '200', '--seconds', '6');
    expect(status).toBe(1);
    expect(said).toMatch(/\| posts missing on clients +\| +[1-9].*\*\*no\*\*/);
  }, 240_000);
});

describe('A rolling restart', () => {
  it('is noticed by nobody who reads or writes', async () => {
    const { status, said } = await bench('rolling');
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('Nobody noticed.') });
  }, 240_000);
});
