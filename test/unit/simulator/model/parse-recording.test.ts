import { describe, expect, it } from 'vitest';
import {
  findGaps,
  parseRecording,
  RecordingError,
} from '../../../../shared/simulator/model/parse-recording.ts';

describe('parseRecording', () => {
  it('reads seconds and rates, with or without header, quotes, blank lines and CRLF', () => {
    expect(parseRecording('seconds,recordsPerSecond\r\n0,5\r\n\r\n"60","7.5"\r\n')).toEqual([
      { seconds: 0, recordsPerSecond: 5 },
      { seconds: 60, recordsPerSecond: 7.5 },
    ]);
    expect(parseRecording('0;1\n10;2')).toHaveLength(2);
  });

  it('counts time stamps from the first row, across a leap day', () => {
    const rows = parseRecording(
      'Timestamp,IncomingRecords\n2024-02-28 23:59:00,1\n2024-02-29T00:01:00Z,2\n2024-03-01 00:01,3',
    );
    expect(rows.map((row) => row.seconds)).toEqual([0, 120, 86_520]);
  });

  it.each([
    ['', 'no rows found'],
    ['seconds,rate\n', 'no rows found'],
    ['0,1\nten,2', 'Line 2: the time "ten"'],
    ['0,1\n5,fast', 'Line 2: the rate "fast"'],
    ['0,1\n5,-2', 'Line 2: the rate "-2"'],
    ['0,1\n5', 'Line 2: found "5"; two values are required'],
    ['0,1\n5,2,3', 'Line 2: found 3 values'],
    ['10,1\n5,2', 'Line 2: the time 5 does not come after 10'],
    ['0,1\n0,2', 'does not come after'],
    ['0,1e999', 'is not a number'],
  ])('refuses %j', (csv, part) => {
    expect(() => parseRecording(csv)).toThrow(RecordingError);
    expect(() => parseRecording(csv)).toThrow(part);
  });

  it('reads a console export: rows on top, slashes in dates, one point per period', () => {
    const csv = [
      'Full label,IncomingRecords',
      'Id,m1',
      'Period,300',
      'Statistic,Sum',
      '',
      '2026/01/05 10:00:00,30000',
      '2026/01/05 10:05:00,60000',
      '2026/01/05 10:10:00,0',
    ].join('\n');
    expect(parseRecording(csv, 'per-period')).toEqual([
      { seconds: 0, recordsPerSecond: 100 },
      { seconds: 300, recordsPerSecond: 200 },
      { seconds: 600, recordsPerSecond: 0 },
      { seconds: 900, recordsPerSecond: 0 },
    ]);
  });

  it('reads get-metric-data JSON, newest first as the service answers', () => {
    const json = JSON.stringify({
      MetricDataResults: [
        {
          Id: 'm1',
          Label: 'IncomingRecords',
          Timestamps: ['2026-01-05T10:02:00+00:00', '2026-01-05T10:01:00Z', '2026-01-05T11:00:00+01:00'],
          Values: [180, 120, 60],
          StatusCode: 'Complete',
        },
      ],
    });
    expect(parseRecording(json, 'per-period').slice(0, 3)).toEqual([
      { seconds: 0, recordsPerSecond: 1 },
      { seconds: 60, recordsPerSecond: 2 },
      { seconds: 120, recordsPerSecond: 3 },
    ]);
  });

  it('reads get-metric-statistics JSON with epoch times', () => {
    const json = JSON.stringify({
      Label: 'IncomingRecords',
      Datapoints: [
        { Timestamp: 1_767_607_260, Sum: 5, Unit: 'Count' },
        { Timestamp: 1_767_607_200, Sum: 3, Unit: 'Count' },
      ],
    });
    expect(parseRecording(json).map((row) => [row.seconds, row.recordsPerSecond])).toEqual([
      [0, 3],
      [60, 5],
    ]);
  });

  it('counts plain epoch seconds from the first row', () => {
    expect(parseRecording('time,n\n1767607200,3\n1767607260,5').map((row) => row.seconds)).toEqual([0, 60]);
  });

  it('takes a missing period as no records, and names it as a gap', () => {
    const csv = '0,60\n60,60\n120,60\n600,60\n660,60';
    const rates = parseRecording(csv, 'per-period');
    expect(rates.find((row) => row.seconds === 180)?.recordsPerSecond).toBe(0);
    expect(rates.find((row) => row.seconds === 600)?.recordsPerSecond).toBe(1);
    expect(findGaps(parseRecording(csv))).toEqual([{ fromSeconds: 120, toSeconds: 600 }]);
  });

  it.each([
    ['{"MetricDataResults":[]}', 'found 0 metrics'],
    ['{"MetricDataResults":[{"Timestamps":["2026-01-05T10:00:00Z"],"Values":[]}]}', 'same length'],
    ['{"MetricDataResults":[{"Timestamps":["then"],"Values":[1]}]}', 'is not a time stamp'],
    ['{"MetricDataResults":[{"Timestamps":["2026-01-05T10:00:00Z"],"Values":[-1]}]}', 'not a number from 0'],
    ['{"Datapoints":[{"Timestamp":"2026-01-05T10:00:00Z"}]}', 'not a number from 0'],
    ['{"rows":[]}', 'no CloudWatch export'],
    ['{"rows":', 'not JSON'],
    ['[]', 'no CloudWatch export'],
  ])('refuses %s', (json, part) => {
    expect(() => parseRecording(json)).toThrow(RecordingError);
    expect(() => parseRecording(json)).toThrow(part);
  });

  it('needs two rows to know a period', () => {
    expect(() => parseRecording('0,60', 'per-period')).toThrow('at least two rows');
  });
});
