import type { Place, Section } from './graph.ts';

/** What the heading of a section says: name and service of the node, where it is drawn, sizes and notes. */
export function describeSection(section: Section): string[] {
  const title = section.title === section.service ? section.title : `${section.title}: ${section.service}`;
  const place = (section.within ?? []).map(({ name }) => name).join(' / ');
  return [
    place === '' ? title : `${title}, in ${place}`,
    ...(section.sizing ?? []),
    ...(section.notes === undefined ? [] : [section.notes]),
  ];
}

/** The container whose things are kept together: the innermost one that is no account and no Region. */
export function getGroup(section: Section | undefined): Place | undefined {
  return section?.within?.findLast(({ kind }) => kind !== 'account' && kind !== 'region');
}
