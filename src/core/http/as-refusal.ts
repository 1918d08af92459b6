import { HttpException } from '@nestjs/common';
import { Forbidden, NotFound, Refusal } from '../errors/refusal';

const DATABASE_AWAY = /^(08|53|57P0)/;
const NETWORK_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);
/** What the driver and TypeORM say, without a code, when the connection goes under a query's feet. */
const CONNECTION_LOST =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|already released/i;

interface Faulty {
  status?: number;
  statusCode?: number;
  code?: string;
  driverError?: { code?: string };
  message?: string;
}

function databaseAway({ code, driverError, message }: Faulty): boolean {
  const sign = driverError?.code ?? code ?? '';
  return DATABASE_AWAY.test(sign) || NETWORK_AWAY.has(sign) || CONNECTION_LOST.test(message ?? '');
}

/** Whatever went wrong, as something that can be said to a reader. 500 and 503 are ours; the rest is theirs. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const fault = (error ?? {}) as Faulty;
  const status = error instanceof HttpException ? error.getStatus() : (fault.status ?? fault.statusCode);
  if (databaseAway(fault)) return new Refusal(503, 'errors:unavailable');
  switch (status) {
    case 404:
      return new NotFound();
    case 403:
      return new Forbidden();
    case 405:
      return new Refusal(405, 'errors:method_not_allowed');
    case 413:
      return new Refusal(413, 'errors:too_large');
    case 415:
      return new Refusal(415, 'errors:malformed');
    case 429:
      return new Refusal(429, 'errors:too_many_requests');
    case 503:
      return new Refusal(503, 'errors:unavailable');
    default:
      return status && status >= 400 && status < 500
        ? new Refusal(400, 'errors:malformed')
        : new Refusal(500, 'errors:unexpected');
  }
}
