/**
 * Runs one save at a time. Of the saves that arrive meanwhile only the last runs; the earlier ones are
 * answered by it, since it holds their changes too.
 */
export class SaveQueue<Request, Result> {
  private readonly save: (request: Request) => Promise<Result>;
  private running: Promise<unknown> | undefined;
  private waiting: { request: Request; result: Promise<Result> } | undefined;

  constructor(save: (request: Request) => Promise<Result>) {
    this.save = save;
  }

  add(request: Request): Promise<Result> {
    if (this.running === undefined) return this.start(request);
    if (this.waiting !== undefined) {
      this.waiting.request = request;
      return this.waiting.result;
    }
    const waiting = { request, result: this.afterRunning() };
    this.waiting = waiting;
    return waiting.result;
  }

  private start(request: Request): Promise<Result> {
    const result = this.save(request);
    const running = result.then(
      () => undefined,
      () => undefined,
    );
    this.running = running;
    void running.then(() => {
      if (this.running === running) this.running = undefined;
    });
    return result;
  }

  private async afterRunning(): Promise<Result> {
    await this.running;
    const next = this.waiting;
    this.waiting = undefined;
    if (next === undefined) throw new Error('The waiting save is gone');
    return this.start(next.request);
  }
}
