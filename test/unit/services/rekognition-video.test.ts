import { expect, test } from 'vitest';
import { rekognitionVideo } from '../../../shared/services/rekognition-video/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const video = { incoming: [{ service: 'kvs' }] };

test('stored videos are analyzed by 20 jobs, each as long as the video', () => {
  const [stage] = buildModel(rekognitionVideo, { videoMinutes: 10, speedFactor: 0.5 }).stages;
  expect(stage?.service).toMatchObject({ servers: 20, time: { meanSeconds: 300 } });
  expect(stage?.service).toMatchObject({ label: '20 jobs at 300 s per video' });
});

test('a live stream has one processor that skips frames', () => {
  const [stage] = buildModel(rekognitionVideo, { framesPerSecond: 2 }, video).stages;
  expect(stage?.admission).toMatchObject([{ recordsPerSecond: 2, onRefuse: 'drop' }]);
});

test('a face search writes to the data stream behind it', () => {
  const contribution = buildContribution(
    rekognitionVideo,
    { faceMatchThreshold: 95 },
    { ...video, outgoing: [{ service: 'kds' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.map(({ key }) => key)).toEqual(['collection', 'processor']);
  expect(contribution.cloudFormation[1]?.properties).toMatchObject({
    FaceSearchSettings: { FaceMatchThreshold: 95 },
  });
});

test('labels go to a bucket and a topic; without them the processor is left out with a reason', () => {
  const values = { analysis: 'CONNECTED_HOME', labels: ['PERSON'] };
  const whole = { ...video, outgoing: [{ service: 's3' }, { service: 'sns' }] };
  const contribution = buildContribution(rekognitionVideo, values, whole);
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties).toMatchObject({
    ConnectedHomeSettings: { Labels: ['PERSON'] },
  });
  const partial = buildContribution(rekognitionVideo, values, video);
  expect(partial.cloudFormation).toEqual([]);
  expect(partial.manualSteps?.[0]?.reason).toContain('a bucket and a topic');
});

test('it is marked as closed for live streams, with the date', () => {
  expect(rekognitionVideo.lifecycle).toMatchObject({ status: 'closed', since: '2026-04-30' });
});
