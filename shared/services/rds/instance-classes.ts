/** Virtual processors per size of an instance family of the M, R and T lines. */
const vCpusBySize: Readonly<Record<string, number>> = {
  micro: 2,
  small: 2,
  medium: 2,
  large: 2,
  xlarge: 4,
  '2xlarge': 8,
  '4xlarge': 16,
  '8xlarge': 32,
  '12xlarge': 48,
  '16xlarge': 64,
};

const families: readonly { name: string; sizes: readonly string[]; help: string }[] = [
  {
    name: 'db.t4g',
    sizes: ['micro', 'small', 'medium', 'large', 'xlarge', '2xlarge'],
    help: 'burstable, Graviton',
  },
  {
    name: 'db.m7g',
    sizes: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'],
    help: 'general purpose, Graviton',
  },
  {
    name: 'db.r7g',
    sizes: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'],
    help: 'memory optimized, Graviton',
  },
  {
    name: 'db.t3',
    sizes: ['micro', 'small', 'medium', 'large', 'xlarge', '2xlarge'],
    help: 'burstable, Intel',
  },
  {
    name: 'db.m6i',
    sizes: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'],
    help: 'general purpose, Intel',
  },
  {
    name: 'db.r6i',
    sizes: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'],
    help: 'memory optimized, Intel',
  },
];

/** Classes offered in the inspector. */
export const instanceClassOptions = families.flatMap((family) =>
  family.sizes.map((size) => ({
    value: `${family.name}.${size}`,
    label: `${family.name}.${size}`,
    help: `${getVCpus(`${family.name}.${size}`)} vCPU, ${family.help}`,
  })),
);

/** Virtual processors of an instance class, from its size. */
export function getVCpus(instanceClass: string): number {
  return vCpusBySize[instanceClass.split('.')[2] ?? ''] ?? 2;
}

/** The line of Intel machines that is closest to a line of Graviton machines, with the same sizes. */
const intelLines: Readonly<Record<string, string>> = { t4g: 't3', m7g: 'm6i', r7g: 'r6i' };
const onGraviton: ReadonlySet<string> = new Set(['postgres', 'mysql', 'mariadb']);

/** Threads that Standard Edition 2 of Oracle Database may use (source: RDS-CLASS). */
const se2VCpus = 16;

/** A class that the engine does run on, for one that it does not; undefined where all is well. */
export function findFittingClass(engine: string, instanceClass: string): string | undefined {
  const [prefix = '', line = '', size = ''] = instanceClass.split('.');
  const intel = onGraviton.has(engine) ? undefined : intelLines[line];
  const isTooLarge = engine === 'oracle-se2' && getVCpus(instanceClass) > se2VCpus;
  if (intel === undefined && !isTooLarge) return undefined;
  return [prefix, intel ?? line, isTooLarge ? '4xlarge' : size].join('.');
}
