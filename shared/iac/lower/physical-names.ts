import type { Design, DesignNode } from '../../graph/design.ts';
import { splitWords } from '../ir/identifiers.ts';
import { shortHash } from '../ir/short-hash.ts';

const slug = (text: string): string => splitWords(text).join('-');

/**
 * Physical names of a design's nodes: `<design>-<node>` in lower-case ASCII. Names that come out equal
 * get a hash of the node's id, so that they depend on nothing but the design's own texts and ids.
 */
export class PhysicalNames {
  readonly #names = new Map<string, string>();
  readonly #clashing = new Set<string>();

  constructor(design: Pick<Design, 'name'>, nodes: readonly DesignNode[]) {
    const prefix = slug(design.name);
    const owners = new Map<string, string>();
    for (const node of nodes) {
      const own = slug(node.name ?? '') || slug(node.id) || slug(node.service);
      const name = [prefix, own].filter((part) => part !== '').join('-');
      const full = /^[a-z]/.test(name) ? name : `p-${name}`;
      this.#names.set(node.id, full);
      const owner = owners.get(full);
      if (owner === undefined) owners.set(full, node.id);
      else this.#clashing.add(node.id).add(owner);
    }
  }

  /** The node's name in at most `max` characters; a name that had to be cut ends in a hash. */
  get(node: string, max: number, separator: '-' | '_' = '-'): string {
    const full = this.#names.get(node) ?? node;
    const needsHash = full.length > max || this.#clashing.has(node);
    const name = needsHash
      ? `${full.slice(0, Math.max(1, max - 7)).replace(/-+$/, '')}-${shortHash(`${full} ${node}`)}`.slice(
          0,
          max,
        )
      : full;
    return separator === '-' ? name : name.replaceAll('-', separator);
  }
}
