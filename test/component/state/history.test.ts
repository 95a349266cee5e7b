import { beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '../../../shared/graph/create-design.ts';
import {
  edit,
  endGroup,
  getDesign,
  getRevision,
  isDirty,
  markSaved,
  onPatches,
  openDocument,
  redo,
  undo,
  useDesign,
} from '../../../renderer/state/design-store.ts';
import { select, useSelection } from '../../../renderer/state/selection-store.ts';

const setName = (name: string, group?: string): boolean =>
  edit(
    `Name ${name}`,
    (draft) => {
      draft.name = name;
    },
    group,
  );
const dirty = (): boolean => isDirty(useDesign.getState());
const place = { handle: 'h', name: 'x', readOnly: false };

describe('the document', () => {
  beforeEach(() => openDocument(createDesign('start')));

  it('undoes and redoes to the very same state', () => {
    setName('one');
    setName('two');
    const two = getDesign();
    undo();
    expect(getDesign().name).toBe('one');
    undo();
    expect(getDesign().name).toBe('start');
    redo();
    redo();
    expect(getDesign()).toEqual(two);
  });

  it('makes no step of an edit that changes nothing', () => {
    expect(setName('start')).toBe(false);
    expect(useDesign.getState().history.past).toEqual([]);
  });

  it('joins steps of one group until it ends or another comes between', () => {
    setName('a', 'typing');
    setName('ab', 'typing');
    endGroup();
    setName('abc', 'typing');
    edit('Region', (draft) => {
      draft.settings.region = 'eu-west-1';
    });
    setName('abcd', 'typing');
    expect(useDesign.getState().history.past).toHaveLength(4);
    undo();
    undo();
    undo();
    expect(getDesign().name).toBe('ab');
    undo();
    expect(getDesign().name).toBe('start');
  });

  it('forgets what was undone once something else is done', () => {
    setName('one');
    undo();
    setName('two');
    redo();
    expect(getDesign().name).toBe('two');
    expect(useDesign.getState().history.future).toEqual([]);
  });

  it('knows whether the file has this state, through undo and back', () => {
    expect(dirty()).toBe(false);
    setName('one');
    expect(dirty()).toBe(true);
    markSaved(place, getRevision());
    expect(dirty()).toBe(false);
    undo();
    expect(dirty()).toBe(true);
    redo();
    expect(dirty()).toBe(false);
  });

  it('stays unsaved when something changed while the file was written', () => {
    setName('one');
    const revision = getRevision();
    setName('two');
    markSaved(place, revision);
    expect(dirty()).toBe(true);
  });

  it('counts typing into a saved step as a change', () => {
    setName('a', 'typing');
    markSaved(place, getRevision());
    setName('ab', 'typing');
    expect(dirty()).toBe(true);
  });

  it('tells of every change as patches, also of undo', () => {
    const seen: unknown[] = [];
    const stop = onPatches((patches) => seen.push(patches));
    setName('one');
    undo();
    stop();
    setName('two');
    expect(seen).toEqual([
      [{ op: 'replace', path: ['name'], value: 'one' }],
      [{ op: 'replace', path: ['name'], value: 'start' }],
    ]);
  });

  it('deselects what undo takes away', () => {
    edit('Add', (draft) => {
      draft.nodes.push({ id: 'a', service: 's3', properties: {} });
    });
    select(['node:a']);
    undo();
    expect(useSelection.getState().keys.size).toBe(0);
  });
});
