export interface SimjsRequest {
  done(callback: () => void): this;
}

declare class SimjsEntity {
  time(): number;
  setTimer(seconds: number): SimjsRequest;
  useFacility(facility: object, seconds: number): SimjsRequest;
}

/** The part of simjs 2.0.3 that the bench uses. */
export interface Simjs {
  Entity: typeof SimjsEntity;
  Facility: { FCFS: number; new (name: string, discipline: number, servers: number): object };
  Sim: new () => {
    addEntity(entity: new () => SimjsEntity & { start(): void }): void;
    simulate(endTime: number): boolean;
  };
}

let loaded: Simjs | undefined;

/** Loads simjs, which puts itself on a global `window` and exports nothing. */
export async function loadSimjs(): Promise<Simjs> {
  if (loaded === undefined) {
    const page: { Sim?: Simjs } = {};
    Object.defineProperty(globalThis, 'window', { value: page, configurable: true });
    await import('simjs');
    Reflect.deleteProperty(globalThis, 'window');
    loaded = page.Sim;
  }
  if (loaded === undefined) throw new Error('simjs did not load');
  return loaded;
}
