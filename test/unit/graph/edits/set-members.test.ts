import { describe, expect, it } from 'vitest';
import {
  addAnnotation,
  resizeAnnotation,
  setAnnotationText,
} from '../../../../shared/graph/edits/annotate.ts';
import { addContainer } from '../../../../shared/graph/edits/add-container.ts';
import { rename } from '../../../../shared/graph/edits/rename.ts';
import { replaceService } from '../../../../shared/graph/edits/replace-service.ts';
import { setContainerKind } from '../../../../shared/graph/edits/set-container.ts';
import { setNotes } from '../../../../shared/graph/edits/set-notes.ts';
import { setProperty } from '../../../../shared/graph/edits/set-property.ts';
import { addScenario, removeScenario, setScenario } from '../../../../shared/graph/edits/set-scenario.ts';
import { setDescription, setRegion, setTags } from '../../../../shared/graph/edits/set-settings.ts';
import { addWorkload, removeWorkload, setWorkload } from '../../../../shared/graph/edits/set-workload.ts';
import { restoreFinding, suppressFinding } from '../../../../shared/graph/edits/suppress-finding.ts';
import { makeDesign } from './make-design.ts';

describe('setProperty', () => {
  it('sets one property of several owners and resets it', () => {
    const design = makeDesign('a>b');
    const owners = [
      { kind: 'node' as const, id: 'a' },
      { kind: 'edge' as const, id: 'a-to-b' },
      { kind: 'node' as const, id: 'gone' },
    ];
    setProperty(design, { owners, property: 'x', value: 3 });
    expect([design.nodes[0]?.properties, design.edges[0]?.properties]).toEqual([{ x: 3 }, { x: 3 }]);
    setProperty(design, { owners, property: 'x', value: undefined });
    expect([design.nodes[0]?.properties, design.edges[0]?.properties]).toEqual([{}, {}]);
  });
});

describe('rename', () => {
  it('gives a node back the name of its service when the text is empty', () => {
    const design = makeDesign('a');
    rename(design, { target: { kind: 'node', id: 'a' }, name: 'Clicks' });
    expect(design.nodes[0]?.name).toBe('Clicks');
    rename(design, { target: { kind: 'node', id: 'a' }, name: '  ' });
    expect(design.nodes[0]).not.toHaveProperty('name');
  });

  it('keeps the names of what must have one', () => {
    const design = makeDesign('a');
    addContainer(design, {
      kind: 'vpc',
      name: 'VPC',
      position: { x: 0, y: 0 },
      size: { width: 1, height: 1 },
    });
    rename(design, { target: { kind: 'design' }, name: '' });
    rename(design, { target: { kind: 'container', id: 'vpc' }, name: ' ' });
    expect([design.name, design.containers[0]?.name]).toEqual(['Test', 'VPC']);
    rename(design, { target: { kind: 'container', id: 'vpc' }, name: 'Data' });
    expect(design.containers[0]?.name).toBe('Data');
  });

  it('leaves a space at the end alone, so that a second word can be typed', () => {
    const design = makeDesign('a');
    rename(design, { target: { kind: 'design' }, name: 'Click ' });
    expect(design.name).toBe('Click ');
  });
});

describe('setNotes', () => {
  it('sets and removes', () => {
    const design = makeDesign('a>b');
    setNotes(design, { kind: 'edge', id: 'a-to-b', notes: 'Twice a day' });
    expect(design.edges[0]?.notes).toBe('Twice a day');
    setNotes(design, { kind: 'edge', id: 'a-to-b', notes: '\n' });
    expect(design.edges[0]).not.toHaveProperty('notes');
  });
});

describe('annotations', () => {
  it('go away with their last letter', () => {
    const design = makeDesign();
    const id = addAnnotation(design, { text: 'Why', position: { x: 0, y: 0 } });
    setAnnotationText(design, { id, text: 'Because' });
    resizeAnnotation(design, { id, position: { x: 8, y: 8 }, size: { width: 80, height: 40 } });
    expect(design.annotations[0]).toEqual({
      id,
      text: 'Because',
      position: { x: 8, y: 8 },
      size: { width: 80, height: 40 },
    });
    setAnnotationText(design, { id, text: ' ' });
    expect(design.annotations).toEqual([]);
  });
});

describe('replaceService', () => {
  it('keeps shared properties, place and edges, and drops what belonged to the old service', () => {
    const design = makeDesign('a>b', 'b>c');
    Object.assign(design.nodes[1] ?? {}, { properties: { keep: 1, lose: 2 }, name: 'Middle', notes: 'n' });
    Object.assign(design.edges[0] ?? {}, { targetPort: 'old', properties: { x: 1 }, kind: 'control' });
    replaceService(design, { node: 'b', service: 'new', sharedProperties: ['keep'] });
    expect(design.nodes[1]).toEqual({
      id: 'b',
      service: 'new',
      name: 'Middle',
      notes: 'n',
      position: { x: 300, y: 0 },
      properties: { keep: 1 },
    });
    expect(design.edges[0]).toEqual({ id: 'a-to-b', source: 'a', target: 'b', properties: {} });
    expect(design.edges).toHaveLength(2);
  });
});

describe('workloads', () => {
  it('are added, changed and removed', () => {
    const design = makeDesign('a');
    const id = addWorkload(design, { node: 'a', workload: { recordSizeBytes: 500_000 } });
    expect(design.workloads[0]).toMatchObject({
      id: 'a-load',
      node: 'a',
      recordSizeBytes: 500_000,
      keyCount: 1000,
    });
    setWorkload(design, { id, changes: { arrivals: { pattern: 'poisson', ratePerSecond: 2 } } });
    expect(design.workloads[0]?.arrivals).toEqual({ pattern: 'poisson', ratePerSecond: 2 });
    removeWorkload(design, { id });
    expect(design.workloads).toEqual([]);
  });
});

describe('scenarios', () => {
  it('lose members that are set to undefined', () => {
    const design = makeDesign('a');
    const id = addScenario(design, { name: 'Peak', durationSeconds: 60, seed: 7, loadFactor: 2 });
    setScenario(design, { id, changes: { seed: 8, loadFactor: undefined } });
    expect(design.scenarios).toEqual([{ id, name: 'Peak', durationSeconds: 60, seed: 8 }]);
    removeScenario(design, { id });
    expect(design.scenarios).toEqual([]);
  });
});

describe('settings and containers', () => {
  it('set Region, tags, description and kind', () => {
    const design = makeDesign('a');
    addContainer(design, {
      kind: 'vpc',
      name: 'V',
      position: { x: 0, y: 0 },
      size: { width: 1, height: 1 },
      nodes: ['a'],
    });
    setRegion(design, { region: 'eu-central-1' });
    setTags(design, { tags: { team: 'data' } });
    setDescription(design, { description: 'Clicks' });
    setContainerKind(design, { id: 'vpc', kind: 'subnet' });
    expect(design.settings).toEqual({ region: 'eu-central-1', tags: { team: 'data' } });
    expect(design.description).toBe('Clicks');
    expect(design.containers[0]?.kind).toBe('subnet');
    expect(design.nodes[0]?.container).toBe('vpc');
    setDescription(design, { description: '' });
    expect(design).not.toHaveProperty('description');
  });
});

describe('suppressions', () => {
  it('hold one reason per rule and target', () => {
    const design = makeDesign('a');
    suppressFinding(design, { rule: 'r', target: 'a', reason: 'first' });
    suppressFinding(design, { rule: 'r', target: 'a', reason: 'second' });
    suppressFinding(design, { rule: 'r', target: 'b', reason: 'other' });
    expect(design.suppressions.map((item) => item.reason)).toEqual(['second', 'other']);
    restoreFinding(design, { rule: 'r', target: 'a' });
    expect(design.suppressions.map((item) => item.target)).toEqual(['b']);
  });
});
