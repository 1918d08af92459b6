import { Injectable, type INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeHub } from './openapi';

/** The OpenAPI document of this hub: made when it is first asked for, then kept. */
@Injectable()
export class HubDescription {
  private app?: INestApplication;
  private made?: OpenAPIObject;

  /** Called while the doors are set up: only the hub as a whole knows all its routes. */
  of(app: INestApplication): void {
    this.app = app;
  }

  get document(): OpenAPIObject {
    if (!this.app) throw new Error('The hub was not set up');
    return (this.made ??= describeHub(this.app));
  }
}
