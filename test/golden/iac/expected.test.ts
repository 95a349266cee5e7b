import { describe, expect, test } from 'vitest';
import { exportDesign, exportTargets } from '../../../shared/iac/export.ts';
import { getTemplateCases } from '../../unit/iac/proofs/cases.ts';

/**
 * Whole exports as documents, so that a change of a printer or a mapping is reviewed as the code it
 * writes. Renew them with `npm run test:update`.
 */
const reviewed = ['clickstream', 'document-assistant', 'encrypted-lake', 'video-threat-detection'];

const languages: Readonly<Record<string, string>> = { ts: 'ts', tf: 'hcl', json: 'json', py: 'python', md: '' };

describe.each(reviewed)('%s', (template) => {
  test.each(exportTargets)('%s', async (target) => {
    const design = getTemplateCases().find(({ name }) => name === `template-${template}`)?.design;
    if (!design) throw new Error(`There is no template ${template}.`);
    const { files, blockers } = exportDesign(design, target);
    expect(blockers).toEqual([]);
    const parts = files.map(({ path, text }) => {
      const language = languages[path.split('.').at(-1) ?? ''] ?? '';
      return `## ${path}\n\n\`\`\`\`${language}\n${text}\`\`\`\`\n`;
    });
    const document = `# ${template}: ${target}\n\n${parts.join('\n')}`;
    await expect(document).toMatchFileSnapshot(`expected/${template}.${target}.md`);
  });
});
