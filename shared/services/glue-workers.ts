/** A Glue worker type and what it is made of. */
export interface WorkerType {
  value: string;
  dpus: number;
  vCpus: number;
  memoryGb: number;
}

/** Worker types of Spark jobs; R types have twice the memory per DPU. */
export const workerTypes: readonly WorkerType[] = [
  { value: 'G.1X', dpus: 1, vCpus: 4, memoryGb: 16 },
  { value: 'G.2X', dpus: 2, vCpus: 8, memoryGb: 32 },
  { value: 'G.4X', dpus: 4, vCpus: 16, memoryGb: 64 },
  { value: 'G.8X', dpus: 8, vCpus: 32, memoryGb: 128 },
  { value: 'G.12X', dpus: 12, vCpus: 48, memoryGb: 192 },
  { value: 'G.16X', dpus: 16, vCpus: 64, memoryGb: 256 },
  { value: 'R.1X', dpus: 1, vCpus: 4, memoryGb: 32 },
  { value: 'R.2X', dpus: 2, vCpus: 8, memoryGb: 64 },
  { value: 'R.4X', dpus: 4, vCpus: 16, memoryGb: 128 },
  { value: 'R.8X', dpus: 8, vCpus: 32, memoryGb: 256 },
];

/** DPUs of one worker; 1 for an unknown type. */
export function getWorkerDpus(workerType: string): number {
  // For streams only, so it is not among the types that batch jobs offer.
  if (workerType === 'G.025X') return 0.25;
  return workerTypes.find((type) => type.value === workerType)?.dpus ?? 1;
}
