import { type RequestName, type RequestOf, type ResponseOf, requests } from '../../shared/ipc/contract.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import { Failure, toIpcFailure } from '../failure.ts';
import { fitsInto } from './measure-payload.ts';
import { type OwnOrigin, type SenderEvent, isTrustedSender } from './sender.ts';

type Handler<Name extends RequestName> = (
  request: RequestOf<Name>,
) => Promise<ResponseOf<Name>> | ResponseOf<Name>;

/** Registers the one handler of a channel of the contract. */
export type RegisterHandler = <Name extends RequestName>(name: Name, handler: Handler<Name>) => void;

export interface IpcPolicy {
  origin: OwnOrigin;
  isKnownWindow(webContentsId: number): boolean;
  /** Told of every refusal and every fault; never shown to the page. */
  log(message: string, error?: unknown): void;
}

/** The part of Electron's ipcMain that is used here. */
export interface IpcListener {
  handle(channel: string, listener: (event: SenderEvent, payload: unknown) => Promise<unknown>): void;
}

/**
 * The only way a channel gets a handler: sender, size and schema are checked before it runs, and
 * whatever it throws becomes a typed failure.
 */
export function createRegistrar(ipc: IpcListener, policy: IpcPolicy): RegisterHandler {
  return (name, handler) => {
    ipc.handle(name, (event, payload) => answer(name, handler, event, payload, policy));
  };
}

async function answer<Name extends RequestName>(
  name: Name,
  handler: Handler<Name>,
  event: SenderEvent,
  payload: unknown,
  policy: IpcPolicy,
): Promise<Reply<ResponseOf<Name>>> {
  try {
    if (!isTrustedSender(event, policy.origin, policy.isKnownWindow)) {
      throw new Failure('forbidden', 'This page may not do that.');
    }
    return { ok: true, value: await handler(checkRequest(name, payload)) };
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'forbidden' || error.code === 'bad-request') {
      policy.log(`${name} failed`, error);
    }
    return { ok: false, error: toIpcFailure(error) };
  }
}

function checkRequest<Name extends RequestName>(name: Name, payload: unknown): RequestOf<Name> {
  const channel = requests[name];
  if (!fitsInto(payload, channel.maxBytes)) {
    throw new Failure('bad-request', `The request is larger than ${channel.maxBytes} bytes.`);
  }
  const parsed = channel.request.safeParse(payload);
  if (parsed.success) return parsed.data as RequestOf<Name>;
  const places = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Failure('bad-request', `The request ${name} is malformed (${places.join('; ')}).`);
}
