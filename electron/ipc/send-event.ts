import type { WebContents } from 'electron';
import type { EventName, PayloadOf } from '../../shared/ipc/contract.ts';

/** Sends an event of the contract to the page. */
export type SendEvent = <Name extends EventName>(name: Name, payload: PayloadOf<Name>) => void;

/** Sends to the window that is there at the time; without one the event is dropped. */
export function createEventSender(findPage: () => WebContents | undefined): SendEvent {
  return (name, payload) => {
    const page = findPage();
    if (page !== undefined && !page.isDestroyed()) page.send(name, payload);
  };
}
