import { describe, expect, it } from 'vitest';
import { parseRecording, RecordingError } from '../../../../shared/simulator/model/parse-recording.ts';

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
});
