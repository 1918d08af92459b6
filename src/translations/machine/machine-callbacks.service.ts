import { Injectable } from '@nestjs/common';
import { CallbackAddress } from './callback-address';
import { Consignment, surroundingsOf } from './consignment';
import { ChosenProvider } from './machine-provider.service';
import { MachineHealth } from './machine-health.service';
import { MachineRequests } from './machine-requests.service';
import { MachineTasks } from './machine-tasks.service';
import { MachineTiming } from './machine-timing';
import type { Callback } from './providers/provider';

/** Takes what providers bring later: in any order, as often as they like. The first answer to a request counts. */
@Injectable()
export class MachineCallbacks {
  constructor(
    private readonly address: CallbackAddress,
    private readonly chosen: ChosenProvider,
    private readonly requests: MachineRequests,
    private readonly tasks: MachineTasks,
    private readonly health: MachineHealth,
    private readonly timing: MachineTiming,
  ) {}

  /** @returns whether somebody was told this address */
  async receive(ticket: string, { reference, answer, error }: Callback): Promise<boolean> {
    const id = this.address.requestOf(ticket);
    const { provider } = this.chosen;
    if (!id || !provider || (reference !== undefined && reference !== id)) return false;
    if (error !== undefined) await this.failed(id, error);
    else if (answer !== undefined) await this.answered(id, answer, provider.name);
    return true;
  }

  private async answered(id: string, answer: string, name: string): Promise<void> {
    const { wire } = this.chosen.provider!;
    const request = await this.requests.answered(id, ({ segments, surroundings }) =>
      new Consignment(id.slice(0, 8), segments, wire, surroundingsOf(surroundings)).outcomes(answer),
    );
    if (!request) return;
    await this.health.answered(name);
    await this.tasks.wake(request.to);
  }

  private async failed(id: string, error: string): Promise<void> {
    const request = await this.requests.failed(id, error.slice(0, 100));
    if (request) await this.tasks.wake(request.to, this.timing.backOff(this.timing.again, request.attempts));
  }
}
