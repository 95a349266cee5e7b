/** What every engine of the bench is given, in the same numbers. */

/** One queue with one server, four fifths busy. */
export const singleQueue = { records: 1_000_000, ratePerSecond: 0.8, serviceSeconds: 1 };

/** Shards with a fixed time each, a consumer per shard, and one pool of workers behind all. */
export const threeStages = {
  records: 1_000_000,
  ratePerSecond: 10_000,
  shards: 100,
  shardSeconds: 0.008,
  consumerSeconds: 0.007,
  workers: 100,
  workerSeconds: 0.009,
};

/** Shards that keep up on average and fall behind in bursts. */
export const burstyHour = {
  seconds: 3600,
  shards: 100,
  shardRatePerSecond: 125,
  ratePerSecond: 10_000,
  burstRatePerSecond: 14_000,
  burstSeconds: 60,
  periodSeconds: 600,
};

export const daySeconds = 86_400;
