import { noteDifferences } from '../shared/integrations/notes/differences.ts';
import { getSource } from '../shared/sources/registry.ts';
import { doNotEdit, type GeneratedFile, toCell } from './generated-file.ts';
import { collectNoteUses } from './note-references.ts';

const shown = 8;

/** docs/notes-coverage.md: each rule of the project's notes and what puts it into practice. */
export function build(): GeneratedFile[] {
  const uses = collectNoteUses();
  const covered = uses.filter((use) => use.references.length > 0).length;
  const lines = [
    doNotEdit,
    '',
    '# What became of the notes',
    '',
    `The project began with notes of 2024. They state ${uses.length} things about systems and rules; ${covered} are put into practice below, the other ${uses.length - covered} say why they are not for this app.`,
    '',
    '| Note | What it says | What follows | Put into practice by |',
    '|---|---|---|---|',
  ];
  for (const { id, quote, rule, references, reason } of uses) {
    const listed = references.slice(0, shown).map((reference) => `\`${reference}\``);
    if (references.length > shown) listed.push(`and ${references.length - shown} more`);
    const answer = references.length > 0 ? listed.join(', ') : `Not for this app: ${reason}`;
    lines.push(`| ${id} | ${toCell(quote)} | ${toCell(rule)} | ${toCell(answer)} |`);
  }
  lines.push(
    '',
    '## Where the notes differ from AWS today',
    '',
    'The app follows AWS as of the date on which each source was read.',
    '',
    '| Topic | Notes | They say | Today | What the app does | Source |',
    '|---|---|---|---|---|---|',
  );
  for (const { topic, notes, said, today, by, sources } of noteDifferences) {
    const references = by.map((reference) => `\`${reference}\``).join(', ');
    const read = sources
      .map((key) => `[${key}](${getSource(key).url}), ${getSource(key).checked}`)
      .join('; ');
    lines.push(
      `| ${topic} | ${notes.join(' ')} | ${toCell(said)} | ${toCell(today)} | ${references} | ${read} |`,
    );
  }
  return [{ path: 'docs/notes-coverage.md', text: `${lines.join('\n')}\n` }];
}
