import type { StationSeries } from '../run.ts';
import type { SeriesGroup } from '../series.ts';
import type { FluidStation } from './fluid-station.ts';

/** Places of a station's quantities in its group of series. */
export const ARRIVAL = 0;
export const THROUGHPUT = 1;
export const THROTTLED = 2;
export const LOSS = 3;
export const BACKLOG = 4;
export const UTILIZATION = 5;
export const AGE = 6;
/** Only of a station that scales. */
export const UNITS = 7;

/** Number of quantities of a station. */
export function countQuantities(station: FluidStation): number {
  return station.scaler === undefined ? UNITS : UNITS + 1;
}

/** The series of a station by name. */
export function nameSeries(station: FluidStation, series: SeriesGroup): StationSeries {
  return {
    id: station.spec.id,
    arrivalRate: series.getSeries(ARRIVAL),
    throughput: series.getSeries(THROUGHPUT),
    throttledRate: series.getSeries(THROTTLED),
    lossRate: series.getSeries(LOSS),
    backlog: series.getSeries(BACKLOG),
    utilization: series.getSeries(UTILIZATION),
    ageSeconds: series.getSeries(AGE),
    ...(station.scaler === undefined ? {} : { units: series.getSeries(UNITS) }),
  };
}
