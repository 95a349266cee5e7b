import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { SchemaBlock } from '../unit/iac/proofs/terraform-schema.ts';
import { findArgumentProblems } from './argument-checks.ts';
import { account, fillUnknown, type Maker, region } from './made-up-values.ts';
import { planBody } from './plan-resource.ts';
import { buildPolicyDocument } from './policy-document.ts';
import { type Body, isBody, type Value } from './values.ts';

/** What a provider has: its own arguments, and types by name. */
export interface StandInDefinition {
  address: string;
  configuration: SchemaBlock;
  resources: Readonly<Record<string, SchemaBlock>>;
  data: Readonly<Record<string, SchemaBlock>>;
}

/** Arguments that name a resource, the most telling first. */
const nameArguments = ['name', 'bucket', 'function_name', 'domain_name', 'name_prefix'];

/** Answers of data sources that are the same in every account of ours. */
const dataAnswers: Readonly<Record<string, (config: Body) => Body>> = {
  aws_caller_identity: () => ({
    id: account,
    account_id: account,
    arn: `arn:aws:iam::${account}:user/deployer`,
  }),
  aws_partition: () => ({ id: 'aws', partition: 'aws', dns_suffix: 'amazonaws.com' }),
  aws_region: () => ({ id: region, name: region, region }),
  aws_iam_policy_document: (config) => ({ json: buildPolicyDocument(config) }),
  archive_file: (config) => {
    const digest = createHash('sha256').update(JSON.stringify(config)).digest('base64');
    return { id: digest, output_base64sha256: digest };
  },
};

/** Plans, applies and reads without a cloud: everything happens as it was asked for. */
export class StandInProvider {
  readonly definition: StandInDefinition;
  /** How many resources of each type were created. */
  readonly created = new Map<string, number>();
  #serial = 0;

  constructor(definition: StandInDefinition) {
    this.definition = definition;
  }

  validate(kind: 'resources' | 'data', type: string, config: Value): string[] {
    const block = this.#getBlock(kind, type);
    return isBody(config) ? findArgumentProblems(type, block, config) : [];
  }

  plan(type: string, prior: Value, proposed: Value): Value {
    if (!isBody(proposed) || isDeepStrictEqual(prior, proposed)) return proposed;
    return planBody(this.#getBlock('resources', type), proposed);
  }

  apply(type: string, prior: Value, planned: Value): Value {
    if (!isBody(planned)) return planned;
    if (prior === null) this.created.set(type, (this.created.get(type) ?? 0) + 1);
    return fillUnknown(this.#getBlock('resources', type), planned, this.#buildMaker(type, planned));
  }

  readData(type: string, config: Value): Value {
    if (!isBody(config)) return config;
    const block = this.#getBlock('data', type);
    const state: Body = { ...config, ...dataAnswers[type]?.(config) };
    return fillUnknown(block, planBody(block, state), { type, seed: type, name: undefined });
  }

  #buildMaker(type: string, planned: Body): Maker {
    this.#serial += 1;
    const given = nameArguments.map((name) => planned[name]).find((value) => typeof value === 'string');
    const name = given?.endsWith('-') === true ? `${given}${this.#serial}` : given;
    return { type, seed: `${type} ${this.#serial}`, name };
  }

  #getBlock(kind: 'resources' | 'data', type: string): SchemaBlock {
    const block = this.definition[kind][type];
    if (!block) throw new Error(`${this.definition.address} has no ${type}.`);
    return block;
  }
}
