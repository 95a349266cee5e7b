/** How a conflict with another program's changes is to be settled. */
export type ConflictAnswer = 'keep-both' | 'reload' | 'replace' | 'cancel';

/** Questions only the user can answer; native dialogs in the app, fixed answers in tests. */
export interface DocumentDialogs {
  chooseFileToOpen(): Promise<string | undefined>;
  chooseFileToSave(suggestedPath: string): Promise<string | undefined>;
  askConflict(name: string): Promise<ConflictAnswer>;
  askDiscard(name: string): Promise<'save' | 'discard' | 'cancel'>;
}
