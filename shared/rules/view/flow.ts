/** Estimated traffic: what workloads send, carried along the edges. Rates are per second. */
export interface Flow {
  recordsMean: number;
  recordsPeak: number;
  bytesMean: number;
  bytesPeak: number;
  /** Largest mean record size of any workload that contributes, in bytes. */
  recordBytes: number;
}

/** No traffic at all. */
export const noFlow: Flow = { recordsMean: 0, recordsPeak: 0, bytesMean: 0, bytesPeak: 0, recordBytes: 0 };

/** Both flows together; peaks add up, as if they came at the same time. */
export function addFlows(left: Flow, right: Flow): Flow {
  if (left === noFlow) return right;
  if (right === noFlow) return left;
  return {
    recordsMean: left.recordsMean + right.recordsMean,
    recordsPeak: left.recordsPeak + right.recordsPeak,
    bytesMean: left.bytesMean + right.bytesMean,
    bytesPeak: left.bytesPeak + right.bytesPeak,
    recordBytes: Math.max(left.recordBytes, right.recordBytes),
  };
}

/** The flow after a step that multiplies records and bytes. */
export function scaleFlow(flow: Flow, records: number, bytes: number): Flow {
  if (flow === noFlow || (records === 1 && bytes === 1)) return flow;
  return {
    recordsMean: flow.recordsMean * records,
    recordsPeak: flow.recordsPeak * records,
    bytesMean: flow.bytesMean * bytes,
    bytesPeak: flow.bytesPeak * bytes,
    recordBytes: records > 0 ? (flow.recordBytes * bytes) / records : 0,
  };
}

/** Whether two estimates are equal, number by number. */
export function isSameFlow(left: Flow, right: Flow): boolean {
  return (
    left === right ||
    (left.recordsMean === right.recordsMean &&
      left.recordsPeak === right.recordsPeak &&
      left.bytesMean === right.bytesMean &&
      left.bytesPeak === right.bytesPeak &&
      left.recordBytes === right.recordBytes)
  );
}

/** The same records with another size each, in bytes. */
export function resizeFlow(flow: Flow, recordBytes: number): Flow {
  return {
    ...flow,
    bytesMean: flow.recordsMean * recordBytes,
    bytesPeak: flow.recordsPeak * recordBytes,
    recordBytes,
  };
}
