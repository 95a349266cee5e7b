import { exportImage } from '../canvas/export-image.ts';
import { isDesktop, openExternal } from '../app-api.ts';
import {
  closeCurrent,
  openFile,
  revertToSaved,
  save,
  saveAs,
  startEmptyDesign,
} from '../documents/document-actions.ts';
import { compareWithFolder, saveExport } from '../export/export-actions.ts';
import { isDirty, useDesign } from '../state/design-store.ts';
import { setDialog, useView } from '../state/view-store.ts';
import type { Command } from './command.ts';

const hasNodes = (): boolean => useDesign.getState().design.nodes.length > 0;

export const fileCommands: readonly Command[] = [
  {
    id: 'file.new',
    label: 'New design',
    group: 'File',
    keys: ['Mod+N'],
    inText: true,
    run: startEmptyDesign,
  },
  {
    id: 'file.new-from-template',
    label: 'New from template',
    group: 'File',
    keys: ['Mod+Shift+N'],
    inText: true,
    run: () => setDialog('templates'),
  },
  {
    id: 'file.open',
    label: 'Open design',
    group: 'File',
    keys: ['Mod+O'],
    inText: true,
    isEnabled: isDesktop,
    run: openFile,
  },
  {
    id: 'file.revert',
    label: 'Revert to saved',
    group: 'File',
    isEnabled: () =>
      isDesktop() && useDesign.getState().place?.folder !== undefined && isDirty(useDesign.getState()),
    run: revertToSaved,
  },
  {
    id: 'file.save',
    label: 'Save',
    group: 'File',
    keys: ['Mod+S'],
    inText: true,
    isEnabled: isDesktop,
    run: save,
  },
  {
    id: 'file.save-as',
    label: 'Save as',
    group: 'File',
    keys: ['Mod+Shift+S'],
    inText: true,
    isEnabled: isDesktop,
    run: saveAs,
  },
  {
    id: 'file.export-cdk',
    label: 'Export CDK to a folder',
    group: 'Export',
    isEnabled: () => isDesktop() && hasNodes(),
    run: () => saveExport('cdk'),
  },
  {
    id: 'file.export-terraform',
    label: 'Export Terraform to a folder',
    group: 'Export',
    isEnabled: () => isDesktop() && hasNodes(),
    run: () => saveExport('terraform'),
  },
  {
    id: 'file.export-cloudformation',
    label: 'Export a CloudFormation template to a folder',
    group: 'Export',
    isEnabled: () => isDesktop() && hasNodes(),
    run: () => saveExport('cloudformation'),
  },
  {
    id: 'file.export-resources',
    label: 'Export a list of resources to a folder',
    group: 'Export',
    isEnabled: () => isDesktop() && hasNodes(),
    run: () => saveExport('resources'),
  },
  {
    id: 'file.compare-export',
    label: 'Compare the export with a folder',
    group: 'Export',
    isEnabled: () => isDesktop() && hasNodes(),
    run: () => compareWithFolder(useView.getState().exportTarget),
  },
  {
    id: 'file.export-image',
    label: 'Export canvas as PNG',
    group: 'Export',
    isEnabled: () => isDesktop() && hasNodes(),
    run: () => exportImage('png'),
  },
  {
    id: 'file.export-svg',
    label: 'Export canvas as SVG',
    group: 'Export',
    isEnabled: () => isDesktop() && hasNodes(),
    run: () => exportImage('svg'),
  },
  {
    id: 'file.close',
    label: 'Close design',
    group: 'File',
    keys: ['Mod+W'],
    inText: true,
    run: closeCurrent,
  },
  {
    id: 'help.documentation',
    label: 'AWS documentation',
    group: 'Help',
    run: () => openExternal('https://docs.aws.amazon.com/'),
  },
];
