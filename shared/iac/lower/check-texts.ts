import type { Design } from '../../graph/design.ts';
import type { Blocker } from '../ir/graph.ts';

/** What texts of a design must not contain, because the tools would act on it. */
export interface TextFindings {
  blockers: readonly Blocker[];
  warnings: readonly string[];
}

const cdkToken = /[$#]\{Token\[/;
const dynamicReference = /\{\{resolve:/;

/** Characters of tags that every service takes. */
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Services that take fewer characters in tags; their schemas in CloudFormation say so. */
const plainlyTagged: readonly { services: RegExp; text: RegExp; takes: string }[] = [
  {
    services: /^(datasync|bedrock-.*)$/,
    text: /^[A-Za-z0-9\s_.:/=+\-@]*$/,
    takes: 'A to Z and digits only',
  },
  {
    services: /^rekognition-video$/,
    text: /^[A-Za-z0-9_.:/=+\-@]+$/,
    takes: 'A to Z and digits only, and no spaces',
  },
];

/** Tags go onto every resource, so a service that takes fewer characters decides. */
function checkPlainTags(design: Design): Blocker[] {
  return plainlyTagged.flatMap(({ services, text, takes }): Blocker[] => {
    const strict = design.nodes.find((node) => services.test(node.service));
    if (!strict) return [];
    const foreign = Object.entries(design.settings.tags).filter(
      (tag) => !tag.every((part) => text.test(part)),
    );
    return foreign.map(([key, value]) => ({
      node: strict.id,
      message: `The tag ${key} with the value "${value}" has letters that ${strict.name ?? strict.id} does not take: ${takes}.`,
    }));
  });
}

function checkTag(key: string, value: string): Blocker[] {
  const allowed = 'Letters, digits, spaces and _ . : / = + - @ are allowed';
  if (key === '' || key.length > 128 || !tagText.test(key) || /^aws:/i.test(key)) {
    return [
      {
        message: `"${key}" cannot be the key of a tag. ${allowed}, at most 128 of them, not starting with aws:.`,
      },
    ];
  }
  if (value.length <= 256 && tagText.test(value)) return [];
  return [{ message: `The tag ${key} cannot have the value "${value}". ${allowed}, at most 256 of them.` }];
}

/**
 * Checks every text of the design that reaches an export.
 *
 * CDK resolves text that looks like one of its tokens, whoever wrote it; CloudFormation resolves
 * `{{resolve:…}}` when it deploys; neither language can hold half a surrogate pair.
 */
export function checkTexts(design: Design): TextFindings {
  const blockers: Blocker[] = [];
  const warnings: string[] = [];
  const check = (text: string, place: string, node?: string): void => {
    const owner = node === undefined ? {} : { node };
    if (cdkToken.test(text)) {
      blockers.push({ ...owner, message: `${place} contains a CDK token, which CDK would replace: ${text}` });
    }
    if (/\p{Surrogate}/u.test(text)) {
      blockers.push({ ...owner, message: `${place} contains half a character (a lone surrogate).` });
    }
    if (dynamicReference.test(text)) {
      warnings.push(`${place} contains {{resolve:…}}, which CloudFormation replaces when it deploys.`);
    }
  };
  const checkValue = (value: unknown, place: string, node: string): void => {
    if (typeof value === 'string') check(value, place, node);
    else if (typeof value === 'number' && !Number.isFinite(value)) {
      blockers.push({ node, message: `${place} is not a finite number.` });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        check(key, place, node);
        checkValue(item, place, node);
      }
    }
  };

  check(design.name, 'The name of the design');
  check(design.description ?? '', 'The description of the design');
  for (const [key, value] of Object.entries(design.settings.tags)) {
    check(key, 'A tag');
    check(value, `The tag ${key}`);
    blockers.push(...checkTag(key, value));
  }
  blockers.push(...checkPlainTags(design));
  for (const { id, name } of design.containers) {
    check(id, `The id of ${name}`);
    check(name, `The name of the container ${name}`);
  }
  for (const node of design.nodes) {
    const title = node.name ?? node.id;
    check(node.id, `The id of ${title}`, node.id);
    check(node.name ?? '', `The name of ${title}`, node.id);
    check(node.notes ?? '', `The notes of ${title}`, node.id);
    for (const { limit, scenario } of node.alarms ?? []) {
      check(`${limit} ${scenario}`, `An alarm of ${title}`, node.id);
    }
    for (const { demand, scenario } of Object.values(node.sizing ?? {})) {
      check(`${demand} ${scenario}`, `The sizing of ${title}`, node.id);
    }
    for (const [name, value] of Object.entries(node.properties)) {
      checkValue(value, `The property ${name} of ${title}`, node.id);
    }
  }
  for (const edge of design.edges) {
    for (const [name, value] of Object.entries(edge.properties)) {
      checkValue(value, `The property ${name} of the edge ${edge.id}`, edge.target);
    }
  }
  return { blockers, warnings };
}
