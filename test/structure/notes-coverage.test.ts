import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noteCoverage } from '../../shared/integrations/notes/coverage.ts';
import { noteDifferences } from '../../shared/integrations/notes/differences.ts';
import { findNoteRule } from '../../shared/integrations/notes-rules.ts';
import { findService } from '../../shared/services/registry.ts';
import { findSource } from '../../shared/sources/registry.ts';
import { collectNoteUses, listReferences } from '../../scripts/note-references.ts';

const known = listReferences();

function exists(reference: string): boolean {
  const [kind, rest = ''] = reference.split(/:(.*)/);
  if (kind === 'template') return existsSync(`templates/${rest}/pipeline.json`);
  if (kind === 'service') return findService(rest) !== undefined;
  return known.has(reference);
}

describe('the notes', () => {
  it('are all put into practice, or say why not', () => {
    const open = collectNoteUses().filter((use) => use.references.length === 0 && !use.reason);
    expect(open.map((use) => `${use.id} ${use.quote}`)).toEqual([]);
  });

  it('point at things that exist', () => {
    const references = Object.entries(noteCoverage).flatMap(([id, coverage]) =>
      'by' in coverage ? coverage.by.map((reference) => ({ id, reference })) : [],
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter(({ reference }) => !exists(reference))).toEqual([]);
  });

  it('are answered only once: a note that is cited needs no excuse', () => {
    const uses = new Map(collectNoteUses().map((use) => [use.id, use]));
    for (const [id, coverage] of Object.entries(noteCoverage)) {
      expect(findNoteRule(id), id).toBeDefined();
      if ('not' in coverage) expect(uses.get(id)?.references, id).toEqual([]);
    }
  });

  it('differ from today in ways that the app answers, with sources', () => {
    expect(noteDifferences.length).toBeGreaterThan(30);
    for (const { topic, notes, by, sources } of noteDifferences) {
      expect(by.length, topic).toBeGreaterThan(0);
      expect(
        by.filter((reference) => !exists(reference)),
        topic,
      ).toEqual([]);
      expect(
        notes.filter((id) => findNoteRule(id) === undefined),
        topic,
      ).toEqual([]);
      expect(
        sources.filter((key) => findSource(key)?.url === undefined),
        topic,
      ).toEqual([]);
    }
  });
});
