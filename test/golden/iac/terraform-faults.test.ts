import { describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { checkAppliedDocuments } from '../../terraform-stand-in/applied-policies.ts';
import { deployExport } from '../../terraform-stand-in/deploy-export.ts';
import { hasTerraform } from '../../terraform-stand-in/terraform-cli.ts';
import { buildDesign } from '../../unit/iac/designs.ts';

const design = buildDesign(
  [
    { id: 'events', service: 'kds' },
    { id: 'worker', service: 'lambda' },
  ],
  [{ source: 'events', target: 'worker' }],
);
const { files } = exportDesign(design, 'terraform');

/** The export with one text of it changed; the change must be there to be made. */
function change(from: string | RegExp, to: string): typeof files {
  const changed = files.map((file) =>
    file.path.endsWith('.tf') ? { ...file, text: file.text.replace(from, to) } : file,
  );
  expect(changed).not.toEqual(files);
  return changed;
}

async function findProblems(changed: typeof files): Promise<string> {
  const { failures, resources } = await deployExport(changed);
  const { problems } = await checkAppliedDocuments(resources);
  // Terraform breaks its lines where it likes.
  return [...failures, ...problems].join('\n').replaceAll(/[\s│]+/g, ' ');
}

describe.runIf(hasTerraform()).concurrent('Terraform and the stand-in refuse', () => {
  test.each<[fault: string, from: string | RegExp, to: string, problem: string]>([
    ['an argument that does not exist', /\bhandler( +)= /, 'handles$1= ', 'Unsupported argument'],
    ['a missing argument', /\n *handler +=.*\n *role +=.*|\n *role +=.*/, '', 'is required'],
    ['an attribute that does not exist', /(aws_kinesis_stream\.\w+)\.arn/, '$1.arm', 'Unsupported attribute'],
    ['a resource that does not exist', /aws_kinesis_stream\.\w+\.arn/, 'aws_kinesis_stream.gone.arn', 'undeclared'],
    ['a name where an ARN belongs', /(event_source_arn +=) (\S+)\.arn/, '$1 $2.name', 'is not an ARN'],
    ['text that is left open', /(name_prefix +=) "/, `$1 "\${`, 'terraform fmt'],
    ['a grant on the wrong resource', /"kinesis:GetRecords"/, '"s3:GetObject"', 'does not fit'],
  ])('%s', async (_, from, to, problem) => {
    expect(await findProblems(change(from, to))).toContain(problem);
  });

  test('a read-only argument', async () => {
    const changed = change(/(resource "aws_iam_role" .*\{\n)/, '$1  unique_id = "AROAEXAMPLE"\n\n');
    expect(await findProblems(changed)).toContain('unique_id is read only');
  });
});
