import { describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { deployExport } from '../../terraform-stand-in/deploy-export.ts';
import { hasTerraform } from '../../terraform-stand-in/terraform-cli.ts';
import { getTemplateCases } from '../../unit/iac/proofs/cases.ts';

describe.runIf(hasTerraform())('with the real Terraform', () => {
  test.each(getTemplateCases())('$name deploys', async ({ design }) => {
    const { files } = exportDesign(design, 'terraform');
    const { failures, resources, seconds } = await deployExport(files);
    console.log(resources.length, seconds);
    expect(failures).toEqual([]);
  });
});
