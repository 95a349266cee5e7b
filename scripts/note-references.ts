import { insertionRules } from '../shared/integrations/insertion-rules.ts';
import { noteCoverage } from '../shared/integrations/notes/coverage.ts';
import { noteRules } from '../shared/integrations/notes-rules.ts';
import { pairRules } from '../shared/integrations/registry.ts';
import { rules } from '../shared/rules/registry.ts';
import type { ServiceDefinition } from '../shared/services/define-service.ts';
import { services } from '../shared/services/registry.ts';

/** How one rule of the notes is put into practice. */
export interface NoteUse {
  id: string;
  quote: string;
  rule: string;
  /** References in the notation of shared/integrations/notes/coverage.ts. */
  references: string[];
  /** Why the app has no use for it; only without references. */
  reason?: string;
}

/** Everything of the catalogue that can put a line of the notes into practice, with its sources. */
function* listCitations(): Iterable<{ reference: string; sources: readonly string[] }> {
  const all: readonly ServiceDefinition[] = services;
  for (const service of all) {
    for (const property of service.properties) {
      yield { reference: `property:${service.id}.${property.name}`, sources: property.sources };
    }
    for (const limit of service.limits)
      yield { reference: `limit:${service.id}/${limit.id}`, sources: limit.sources };
    const lifecycle = service.lifecycle.status === 'available' ? [] : service.lifecycle.sources;
    yield { reference: `service:${service.id}`, sources: [...lifecycle, ...service.simulation.sources] };
  }
  for (const rule of rules) yield { reference: `rule:${rule.id}`, sources: rule.sources };
  for (const pair of pairRules)
    yield { reference: `pair:${pair.source}>${pair.target}`, sources: pair.sources };
  for (const rule of insertionRules) yield { reference: `insertion:${rule.id}`, sources: rule.sources };
}

/** References that exist at all, for checking hand-written ones. Templates are folders and checked apart. */
export function listReferences(): Set<string> {
  return new Set([...listCitations()].map((citation) => citation.reference));
}

/** Every rule of the notes with what puts it into practice, or the reason why nothing does. */
export function collectNoteUses(): NoteUse[] {
  const cited = new Map<string, string[]>();
  for (const { reference, sources } of listCitations()) {
    for (const key of sources) {
      if (/^N-\d{3}$/.test(key)) cited.set(key, [...(cited.get(key) ?? []), reference]);
    }
  }
  return noteRules.map(({ id, quote, rule }) => {
    const coverage = noteCoverage[id];
    const references = [...(cited.get(id) ?? []), ...(coverage && 'by' in coverage ? coverage.by : [])];
    return {
      id,
      quote,
      rule,
      references: [...new Set(references)],
      ...(references.length === 0 && coverage && 'not' in coverage && { reason: coverage.not }),
    };
  });
}
