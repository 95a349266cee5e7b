import type { FluidClock } from './clock.ts';
import type { SharedGroup } from './network.ts';

/**
 * Max-min fair shares of `capacity`: nobody gets more than it asks for while another wants more.
 * What is left when all are content is spread evenly, so that late demand finds room.
 */
export function getFairShares(capacity: number, demands: readonly number[]): number[] {
  const shares = demands.map(() => 0);
  const order = demands.map((_, i) => i).sort((a, b) => (demands[a] as number) - (demands[b] as number));
  let left = capacity;
  order.forEach((member, position) => {
    const share = Math.min(demands[member] as number, left / (order.length - position));
    shares[member] = share;
    left -= share;
  });
  return shares.map((share) => share + left / demands.length);
}

/** Grants each member of a group its share for the step, from what it holds and last received. */
export function grantShares(group: SharedGroup, clock: FluidClock): void {
  const first = group.specs[0];
  if (first === undefined) {
    return;
  }
  const classes = group.members[0]?.classes.length ?? 1;
  const perLane =
    first.scope === 'lane' && group.members.every((member) => member.classes.length === classes);
  const rounds = perLane ? classes : 1;
  for (let i = 0; i < rounds; i++) {
    const lanes = perLane
      ? (group.members[0]?.classes[i]?.weight ?? 1)
      : first.scope === 'lane'
        ? (group.members[0]?.spec.lanes ?? 1)
        : 1;
    grant(group, clock, perLane ? i : -1, first.recordsPerSecond, lanes, 'records');
    grant(group, clock, perLane ? i : -1, first.bytesPerSecond, lanes, 'bytes');
  }
}

function grant(
  group: SharedGroup,
  clock: FluidClock,
  index: number,
  rate: number | undefined,
  lanes: number,
  unit: 'records' | 'bytes',
): void {
  if (rate === undefined) {
    return;
  }
  const demands = group.members.map((member) => {
    let demand = 0;
    // What last came, brought to the width of this step.
    const scale = member.lastWidth > 0 ? clock.dt / member.lastWidth : 1;
    member.classes.forEach((lane, i) => {
      if (index < 0 || i === index) {
        const held =
          unit === 'records'
            ? lane.queue.records + lane.inRecords * scale
            : lane.queue.bytes + lane.inBytes * scale;
        demand += Math.min(held, unit === 'records' ? lane.capRecords : lane.capBytes);
      }
    });
    return demand;
  });
  const shares = getFairShares(rate * lanes * clock.dt, demands);
  group.members.forEach((member, m) => {
    const granted = unit === 'records' ? member.capacity.grantedRecords : member.capacity.grantedBytes;
    member.classes.forEach((lane, i) => {
      if (index < 0) {
        granted[i] = Math.min(granted[i] as number, (shares[m] as number) * lane.share);
      } else if (i === index) {
        granted[i] = Math.min(granted[i] as number, shares[m] as number);
      }
    });
  });
}
