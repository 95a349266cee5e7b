import { describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { exportTargets } from '../../../shared/iac/targets.ts';
import { getTemplateCases } from '../../unit/iac/proofs/cases.ts';
import { getNetworkDesign } from './network-design.ts';

/**
 * Whole exports as documents, so that a change of a printer or a mapping is reviewed as the code it
 * writes. Renew them with `npm run test:update`.
 */
const reviewed = ['clickstream', 'document-assistant', 'encrypted-lake', 'video-threat-detection'];

/** Projects of these are kept as well; the template and the list say nothing that the others do not. */
const projects = [
  'change-data-capture',
  'guarded-assistant',
  'inference-api',
  'iot-telemetry',
  'kafka-lake',
  'nightly-batch',
  'oracle-to-athena',
  'order-processing',
  'stream-analytics',
];

const cases = [
  ...reviewed.flatMap((template) => exportTargets.map((target) => [template, target] as const)),
  ...exportTargets.map((target) => ['orders-in-a-vpc', target] as const),
  ...projects.flatMap((template) => (['cdk', 'terraform'] as const).map((target) => [template, target] as const)),
];

const languages: Readonly<Record<string, string>> = { ts: 'ts', tf: 'hcl', json: 'json', py: 'python', yaml: 'yaml', md: '' };

describe('the export of', () => {
  test.each(cases)('%s as %s', async (template, target) => {
    const drawn = template === 'orders-in-a-vpc' ? getNetworkDesign() : undefined;
    const design = drawn ?? getTemplateCases().find(({ name }) => name === `template-${template}`)?.design;
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
