import type { IacContext, StarterFile } from '../../iac/ir/mapping.ts';
import { getTargetVariables } from './environment.ts';
import { buildNodeCode } from './starter-node.ts';
import { buildPythonCode } from './starter-python.ts';

/** How events reach the function, which decides their shape and what the function must answer. */
export type EventShape = 'firehose' | 'stream' | 'queue' | 'other';

function getShape(context: IacContext): EventShape {
  const has = (service: string) => context.incoming.some((edge) => edge.service === service);
  if (has('firehose')) return 'firehose';
  if (has('kds') || has('dynamodb')) return 'stream';
  return has('sqs') ? 'queue' : 'other';
}

/** Starter of the function in its language: it runs as it is and marks where the own work goes. */
export function buildStarterFile(context: IacContext): StarterFile {
  const python = context.config.text('runtime').startsWith('python');
  const folder = `functions/${context.physicalName(40)}`;
  const shape = getShape(context);
  const targets = getTargetVariables(context);
  return python
    ? { path: `${folder}/index.py`, text: buildPythonCode(shape, targets) }
    : { path: `${folder}/index.js`, text: buildNodeCode(shape, targets) };
}
