import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { services } from '../../../shared/services/registry.ts';
import { searchServices } from '../../../renderer/catalog/search-services.ts';
import { Palette } from '../../../renderer/palette/palette.tsx';
import { getDesign } from '../../../renderer/state/design-store.ts';
import { useSelection } from '../../../renderer/state/selection-store.ts';
import { openDesign, renderPart } from '../render-app-part.tsx';

const find = (query: string): string | undefined => searchServices(services, query)[0]?.id;

describe('searchServices', () => {
  it.each([
    ['kds', 'kds'],
    ['Kinesis Data Str', 'kds'],
    ['bucket', 's3'],
    ['lambda', 'lambda'],
    ['cdc', 'dms'],
    ['redshift', 'redshift'],
  ])('finds with %s the service %s first', (query, id) => {
    expect(find(query)).toBe(id);
  });

  it('needs every word somewhere', () => {
    expect(searchServices(services, 'kinesis zebra')).toEqual([]);
  });

  it('gives everything in catalogue order without a search', () => {
    expect(searchServices(services, '  ')).toBe(services);
  });
});

describe('the palette', () => {
  it('adds the best match with Enter, selected and off the others', async () => {
    openDesign();
    renderPart(<Palette />);
    const search = screen.getByRole('searchbox', { name: 'Search services' });
    await userEvent.type(search, 'kinesis data streams{Enter}');
    await userEvent.type(search, '{Enter}');
    expect(getDesign().nodes.map((node) => node.id)).toEqual(['kds', 'kds-2']);
    expect([...useSelection.getState().keys]).toEqual(['node:kds-2']);
    const [first, second] = getDesign().nodes.map((node) => node.position);
    expect(first).not.toEqual(second);
  });

  it('adds the focused service with Enter; arrows walk the list', async () => {
    openDesign();
    renderPart(<Palette />);
    await userEvent.type(screen.getByRole('searchbox'), 'redshift{ArrowDown}{Enter}');
    expect(getDesign().nodes.map((node) => node.service)).toEqual(['redshift']);
  });

  it('marks services that new designs should not use', async () => {
    renderPart(<Palette />);
    await userEvent.type(screen.getByRole('searchbox'), 'data pipeline');
    expect(screen.getByText('Closed')).toBeTruthy();
  });

  it('says when nothing fits', async () => {
    renderPart(<Palette />);
    await userEvent.type(screen.getByRole('searchbox'), 'zebra');
    expect(screen.getByText('No service fits “zebra”.')).toBeTruthy();
  });
});
