import type { Workload } from '../../graph/design.ts';
import { getMeanBytes } from '../../graph/record-sizes.ts';
import { getWorkloadRates } from '../../simulator/model/workload-rates.ts';
import type { Flow } from './flow.ts';

/** Mean and peak traffic of a workload; wrong numbers count as none (they are findings elsewhere). */
export function getWorkloadFlow(workload: Workload): Flow {
  const rates = getWorkloadRates(workload);
  const recordsMean = toAmount(rates.meanPerSecond);
  const recordsPeak = toAmount(rates.peakPerSecond);
  const recordBytes = toAmount(getMeanBytes(workload));
  return {
    recordsMean,
    recordsPeak,
    bytesMean: recordsMean * recordBytes,
    bytesPeak: recordsPeak * recordBytes,
    recordBytes,
  };
}

function toAmount(value: number): number {
  return Number.isFinite(value) && value > 0 ? value : 0;
}
