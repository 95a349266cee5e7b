import { createDraws } from './draws.ts';
import type { Simjs } from './load-simjs.ts';
import { singleQueue, threeStages } from './workloads.ts';

const FOREVER = 1e12;

/** M/M/1 in simjs: mean time in the system. */
export function runSimjsQueue({ Entity, Facility, Sim }: Simjs, seed: number): number {
  const { records, ratePerSecond, serviceSeconds } = singleQueue;
  const draw = createDraws(seed);
  const server = new Facility('server', Facility.FCFS, 1);
  let sum = 0;
  let arrived = 0;
  class Customers extends Entity {
    start(): void {
      this.setTimer(-Math.log(draw()) / ratePerSecond).done(() => this.arrive());
    }

    arrive(): void {
      const birth = this.time();
      this.useFacility(server, -Math.log(draw()) * serviceSeconds).done(() => {
        sum += this.time() - birth;
      });
      if (++arrived < records) this.start();
    }
  }
  const sim = new Sim();
  sim.addEntity(Customers);
  sim.simulate(FOREVER);
  return sum / records;
}

/** The three stages in simjs: mean time from arrival to the end of the pool. */
export function runSimjsStages({ Entity, Facility, Sim }: Simjs, seed: number): number {
  const { records, ratePerSecond, shards, shardSeconds, consumerSeconds, workers, workerSeconds } =
    threeStages;
  const draw = createDraws(seed);
  const lane = (name: string) =>
    Array.from({ length: shards }, (_, i) => new Facility(`${name} ${i}`, Facility.FCFS, 1));
  const shardLanes = lane('shard');
  const consumerLanes = lane('consumer');
  const pool = new Facility('pool', Facility.FCFS, workers);
  let sum = 0;
  let arrived = 0;
  class Records extends Entity {
    start(): void {
      this.setTimer(-Math.log(draw()) / ratePerSecond).done(() => this.arrive());
    }

    arrive(): void {
      const birth = this.time();
      const shard = (draw() * shards) | 0;
      this.useFacility(shardLanes[shard] as object, shardSeconds).done(() => {
        const consumerTime = -Math.log(draw()) * consumerSeconds;
        this.useFacility(consumerLanes[shard] as object, consumerTime).done(() => {
          this.useFacility(pool, -Math.log(draw()) * workerSeconds).done(() => {
            sum += this.time() - birth;
          });
        });
      });
      if (++arrived < records) this.start();
    }
  }
  const sim = new Sim();
  sim.addEntity(Records);
  sim.simulate(FOREVER);
  return sum / records;
}
