import { describe, expect, it } from 'vitest';
import { commands } from '../../../renderer/commands/all-commands.ts';
import { getCommandScore } from '../../../renderer/commands/filter-commands.ts';

const findBest = (search: string): string | undefined =>
  commands
    .map((command) => ({ id: command.id, score: getCommandScore(`${command.label} ${command.id}`, search) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)[0]?.id;

describe('the search of the command palette', () => {
  it.each([
    ['about', 'help.about'],
    ['sav', 'file.save'],
    ['export terra', 'file.export-terraform'],
    ['lay out', 'design.layout'],
    ['container: region', 'design.add-region'],
    ['undo', 'edit.undo'],
  ])('%s leads to %s', (search, id) => {
    expect(findBest(search)).toBe(id);
  });

  it('takes no scattered letters for a match', () => {
    expect(getCommandScore('Delete and reconnect neighbours', 'about')).toBe(0);
    expect(getCommandScore('Delete and reconnect neighbours', 'dar')).toBe(0);
  });

  it('finds by keyword', () => {
    expect(getCommandScore('Amazon S3 s3 add', 'bucket', ['bucket', 'data lake'])).toBeGreaterThan(0);
  });
});
