const families: readonly { name: string; sizes: Readonly<Record<string, readonly [number, number]>> }[] = [
  { name: 'dms.t3', sizes: { micro: [2, 1], small: [2, 2], medium: [2, 4], large: [2, 8] } },
  {
    name: 'dms.c6i',
    sizes: { large: [2, 4], xlarge: [4, 8], '2xlarge': [8, 16], '4xlarge': [16, 32], '8xlarge': [32, 64] },
  },
  {
    name: 'dms.r6i',
    sizes: {
      large: [2, 16],
      xlarge: [4, 32],
      '2xlarge': [8, 64],
      '4xlarge': [16, 128],
      '8xlarge': [32, 256],
    },
  },
];

/** Classes of replication instances, with processors and memory. */
export const instanceClassOptions = families.flatMap((family) =>
  Object.entries(family.sizes).map(([size, [vCpus, memoryGib]]) => ({
    value: `${family.name}.${size}`,
    label: `${family.name}.${size}`,
    help: `${vCpus} vCPU, ${memoryGib} GiB`,
  })),
);

/** Memory of a class in bytes; 4 GiB for an unknown one. */
export function getMemoryBytes(instanceClass: string): number {
  const [prefix, family, size] = instanceClass.split('.');
  const found = families.find((candidate) => candidate.name === `${prefix}.${family}`);
  return (found?.sizes[size ?? '']?.[1] ?? 4) * 1024 ** 3;
}
