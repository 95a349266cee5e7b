import { describe, expect, it } from 'vitest';
import { parseOracleFile } from '../../../../shared/simulator/oracle/oracle-case.ts';
import { runOracleCase } from '../../../../shared/simulator/oracle/run-oracle-case.ts';
import own from '../../../fixtures/oracle/cases.json';
import published from '../../../fixtures/oracle/public.json';

/** Shorter runs keep the suite quick; the tolerance grows with the root of the shortening. */
const LENGTH = 0.1;

describe.each([
  ['public cases', published as unknown],
  ['cases of the repository', own as unknown],
])('%s', (_name, file) => {
  it.each(parseOracleFile(file).map((item) => [item.id, item.metric.name, item] as const))(
    '%s %s',
    (_id, _metric, oracleCase) => {
      const outcome = runOracleCase(oracleCase, { seed: 11, lengthFactor: LENGTH });
      expect(outcome.problem).toBeUndefined();
      expect(Math.abs(outcome.measured - outcome.expected)).toBeLessThanOrEqual(outcome.tolerance);
    },
  );
});
