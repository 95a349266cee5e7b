import type { z } from 'zod';
import { appEvents, appRequests } from './app-channels.ts';
import { documentEvents, documentRequests } from './document-channels.ts';
import { experimentEvents, experimentRequests } from './experiment-channels.ts';
import { exportRequests } from './export-channels.ts';
import type { Reply } from './reply.ts';
import { simulationEvents, simulationRequests } from './simulation-channels.ts';
import { templateRequests } from './template-channels.ts';

/** Every request the page may make of the main process; there are no others. */
export const requests = {
  ...appRequests,
  ...documentRequests,
  ...templateRequests,
  ...exportRequests,
  ...simulationRequests,
  ...experimentRequests,
};

/** Every message the main process may send to the page. */
export const events = { ...appEvents, ...documentEvents, ...simulationEvents, ...experimentEvents };

export type RequestName = keyof typeof requests;
export type RequestOf<Name extends RequestName> = z.infer<(typeof requests)[Name]['request']>;
export type ResponseOf<Name extends RequestName> = z.infer<(typeof requests)[Name]['response']>;

export type EventName = keyof typeof events;
export type PayloadOf<Name extends EventName> = z.infer<(typeof events)[Name]['payload']>;

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;
type AreaOf<Name extends string> = Name extends `${infer Area}:${string}` ? Area : never;
type VerbOf<Name extends string> = Name extends `${string}:${infer Verb}` ? Camel<Verb> : never;

type Call<Name extends RequestName> =
  RequestOf<Name> extends void
    ? () => Promise<Reply<ResponseOf<Name>>>
    : (request: RequestOf<Name>) => Promise<Reply<ResponseOf<Name>>>;

type Subscribe<Name extends EventName> = (listener: (payload: PayloadOf<Name>) => void) => () => void;

/**
 * What the preload script puts on `window.pipewright`: `document:save-as` becomes
 * `document.saveAs(request)`, the event `menu:command` becomes `on.menuCommand(listener)`, which
 * returns the function that ends the subscription.
 */
export type PipewrightApi = {
  readonly [Area in AreaOf<RequestName>]: {
    readonly [Name in Extract<RequestName, `${Area}:${string}`> as VerbOf<Name>]: Call<Name>;
  };
} & {
  readonly on: {
    readonly [Name in EventName as Camel<
      Name extends `${infer Area}:${infer Verb}` ? `${Area}-${Verb}` : never
    >]: Subscribe<Name>;
  };
};
