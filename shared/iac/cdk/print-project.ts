import { joinWords, toPascalCase } from '../ir/identifiers.ts';
import type { IacGraph } from '../ir/graph.ts';
import type { ExportedFile } from '../ir/line-map.ts';
import { shorten } from '../ir/shorten.ts';
import { divideStacks, getProjectWords, type StackPart } from './divide-stacks.ts';
import { printString } from './literal.ts';
import { printStack } from './print-stack.ts';

/** Versions that are proven to work together; see docs/adr on the export. */
const versions = {
  'aws-cdk-lib': '2.276.0',
  constructs: '10.8.1',
  'aws-cdk': '2.1148.1',
  typescript: '5.9.3',
  tsx: '4.23.15',
  '@types/node': '20.19.43',
} as const;

/** Names of a project that come from the design's name. */
export interface CdkProjectNames {
  /** `ClickstreamStack` */
  className: string;
  /** Stack name in CloudFormation: letters, digits and hyphens. */
  stackName: string;
  /** File name without extension: `clickstream-stack`. */
  fileName: string;
  packageName: string;
}

/** Names for the project of a design; `pipeline` where the name has nothing to go by. */
export function nameProject(designName: string): CdkProjectNames {
  const started = getProjectWords(designName);
  const stack = joinWords(started.join('-'), 'stack');
  return {
    className: toPascalCase(stack),
    stackName: toPascalCase(started).slice(0, 120),
    fileName: stack.join('-').slice(0, 80),
    packageName: started.join('-').slice(0, 80),
  };
}

/** The files of a CDK application in TypeScript, README and starter files apart. */
export function printCdk(graph: IacGraph): ExportedFile[] {
  const names = nameProject(graph.name);
  const parts = divideStacks(graph);
  const stacks =
    parts.length === 0
      ? [{ path: `lib/${names.fileName}.ts`, file: printStack(graph, names.className) }]
      : parts.map((part) => ({
          path: `lib/${part.fileName}.ts`,
          file: printStack(part.graph, part.className, { ...part, whole: graph }),
        }));
  return [
    plainFile('package.json', printJson(buildPackage(names))),
    plainFile('cdk.json', printJson(cdkJson)),
    plainFile('tsconfig.json', printJson(tsconfig)),
    plainFile('.gitignore', 'node_modules\ncdk.out\n'),
    plainFile('bin/app.ts', parts.length === 0 ? printApp(graph, names) : printDividedApp(graph, parts)),
    ...stacks.map(({ path, file }) => ({ path, text: file.toText(), nodes: file.ranges })),
    plainFile('test/stack.test.ts', parts.length === 0 ? printTest(names) : printDividedTest(parts)),
  ];
}

const plainFile = (path: string, text: string): ExportedFile => ({ path, text, nodes: [] });

const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function buildPackage(names: CdkProjectNames) {
  const { constructs, tsx, typescript } = versions;
  return {
    name: names.packageName,
    version: '0.1.0',
    private: true,
    scripts: {
      build: 'tsc',
      test: 'tsx --test test/*.test.ts',
      synth: 'cdk synth',
      diff: 'cdk diff',
      deploy: 'cdk deploy',
      destroy: 'cdk destroy',
    },
    dependencies: { 'aws-cdk-lib': versions['aws-cdk-lib'], constructs },
    devDependencies: {
      '@types/node': versions['@types/node'],
      'aws-cdk': versions['aws-cdk'],
      tsx,
      typescript,
    },
  };
}

const cdkJson = {
  app: 'npx tsx bin/app.ts',
  context: {
    '@aws-cdk/core:validateAgainstDefaultRules': true,
  },
};

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  },
  include: ['bin', 'lib', 'test'],
};

/** CloudFormation takes 1,024 bytes; the library itself refuses a text of more than 512 UTF-16 units. */
const maxDescriptionBytes = 512;

const describe = (graph: IacGraph): string =>
  printString(shorten(graph.description === '' ? graph.name : graph.description, maxDescriptionBytes));

function printApp(graph: IacGraph, names: CdkProjectNames): string {
  return `import * as cdk from "aws-cdk-lib";
import { ${names.className} } from "../lib/${names.fileName}";

const app = new cdk.App();

new ${names.className}(app, ${printString(names.stackName)}, {
  description: ${describe(graph)},
  env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: ${printString(graph.region)} },
});
`;
}

function printTest(names: CdkProjectNames): string {
  return `import assert from "node:assert/strict";
import { test } from "node:test";
import * as cdk from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { ${names.className} } from "../lib/${names.fileName}";

test("the stack synthesizes", () => {
  const app = new cdk.App({
    context: { "@aws-cdk/core:validateAgainstDefaultRules": true },
  });
  const stack = new ${names.className}(app, ${printString(names.stackName)});
  const { Resources } = Template.fromStack(stack).toJSON();
  assert.ok(Object.keys(Resources ?? {}).length > 0);
});
`;
}

const printImports = (parts: readonly StackPart[]): string =>
  parts.map(({ className, fileName }) => `import { ${className} } from "../lib/${fileName}";\n`).join('');

/** Other stacks that a stack refers to, in their order. */
const getUsed = ({ foreign }: StackPart, parts: readonly StackPart[]): StackPart[] => {
  const names = new Set([...foreign.values()].map(({ stackName }) => stackName));
  return parts.filter(({ stackName }) => names.has(stackName));
};

function printDividedApp(graph: IacGraph, parts: readonly StackPart[]): string {
  const users = new Set(parts.flatMap((part) => getUsed(part, parts).map(({ stackName }) => stackName)));
  const stacks = parts.map((part) => {
    const declared = users.has(part.stackName) ? `const ${part.variable} = ` : '';
    const used = getUsed(part, parts).map(({ variable }) => `  ${variable},\n`);
    return `${declared}new ${part.className}(app, ${printString(part.stackName)}, {\n  ...common,\n${used.join('')}});\n`;
  });
  return `import * as cdk from "aws-cdk-lib";
${printImports(parts)}
const app = new cdk.App();

const common = {
  description: ${describe(graph)},
  env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: ${printString(graph.region)} },
};

${stacks.join('\n')}`;
}

function printDividedTest(parts: readonly StackPart[]): string {
  const stacks = parts.map((part) => {
    const used = getUsed(part, parts).map(({ variable }) => variable);
    const last = used.length === 0 ? '' : `, { ${used.join(', ')} }`;
    return `  const ${part.variable} = new ${part.className}(app, ${printString(part.stackName)}${last});\n`;
  });
  return `import assert from "node:assert/strict";
import { test } from "node:test";
import * as cdk from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
${printImports(parts)}
test("the stacks synthesize", () => {
  const app = new cdk.App({
    context: { "@aws-cdk/core:validateAgainstDefaultRules": true },
  });
${stacks.join('')}  for (const stack of [${parts.map(({ variable }) => variable).join(', ')}]) {
    const { Resources } = Template.fromStack(stack).toJSON();
    assert.ok(Object.keys(Resources ?? {}).length > 0);
  }
});
`;
}
