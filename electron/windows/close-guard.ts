/** What the guard needs of the window; Electron's BrowserWindow has it all. */
export interface GuardedWindow {
  close(): void;
}

export interface CloseGuardOptions {
  window: GuardedWindow;
  isDirty(): boolean;
  ask(): Promise<'save' | 'discard' | 'cancel'>;
  /** Asks the page to save; the guard hears of the end through `documentChanged`. */
  requestSave(): void;
}

/**
 * Keeps a window with unsaved changes open until the user has decided. `save` lets the page save as it
 * always does; the window closes when the document has become clean.
 */
export class CloseGuard {
  private readonly options: CloseGuardOptions;
  private confirmed = false;
  private asking = false;
  private closesWhenClean = false;

  constructor(options: CloseGuardOptions) {
    this.options = options;
  }

  /** To be called when the window is about to close; true lets it close. */
  mayClose(): boolean {
    if (this.confirmed || !this.options.isDirty()) return true;
    if (!this.asking) void this.ask();
    return false;
  }

  /** To be called whenever a document became clean or dirty. */
  documentChanged(): void {
    if (this.closesWhenClean && !this.options.isDirty()) this.closeNow();
  }

  /** A cancelled or failed save takes the wish to close back. */
  saveEnded(saved: boolean): void {
    if (!saved) this.closesWhenClean = false;
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      const answer = await this.options.ask();
      if (answer === 'discard') this.closeNow();
      if (answer === 'save') {
        this.closesWhenClean = true;
        this.options.requestSave();
      }
    } finally {
      this.asking = false;
    }
  }

  private closeNow(): void {
    this.closesWhenClean = false;
    this.confirmed = true;
    this.options.window.close();
  }
}
