import type { Scaling } from '../station.ts';

/** Capacity units that follow a metric: evaluation period, cooldown, warm-up and restart. */
export class Scaler {
  /** Units that serve now. */
  units: number;
  /** Units decided on, of which some may still warm up. */
  private target: number;
  private readonly spec: Scaling;
  private nextEvaluation: number;
  private changedAt = Number.NEGATIVE_INFINITY;
  private ups = 0;
  private downs = 0;
  private readonly coming: { at: number; units: number }[] = [];
  private pausedUntil = Number.NEGATIVE_INFINITY;
  private arrived = 0;
  private served = 0;
  private capacity = 0;

  constructor(spec: Scaling) {
    this.spec = spec;
    this.units = spec.initialUnits;
    this.target = spec.initialUnits;
    this.nextEvaluation = spec.firstEvaluationSeconds ?? spec.evaluateEverySeconds;
  }

  /** Time of the next evaluation, change or end of a restart: the engine ends a step there. */
  getNextTime(nominal: number): number {
    const change = this.coming[0]?.at ?? Number.POSITIVE_INFINITY;
    // Evaluations more often than steps end do not cut them.
    return this.spec.evaluateEverySeconds > nominal ? Math.min(this.nextEvaluation, change) : change;
  }

  /** True when evaluations may fall inside a step. */
  isOften(nominal: number): boolean {
    return this.spec.evaluateEverySeconds <= nominal;
  }

  /** End of a running restart; −Infinity when none. */
  get restartEnd(): number {
    return this.pausedUntil;
  }

  /** True while a restart stops the station. */
  isPaused(now: number): boolean {
    return now < this.pausedUntil - 1e-9;
  }

  /** True when an evaluation is due that wants the rates of the step about to be made. */
  isInstantDue(now: number): boolean {
    return this.spec.observe === 'instant' && this.nextEvaluation <= now + 1e-9;
  }

  /** Evaluates with the arrivals and the capacity of the present step alone. */
  updateInstant(now: number, backlog: number, arrived: number, capacity: number): void {
    this.arrived = arrived;
    this.served = Math.min(arrived, capacity);
    this.capacity = capacity;
    this.evaluate(now, backlog);
    this.nextEvaluation += this.spec.evaluateEverySeconds;
  }

  /** Books one step for the metric; capacity in records (Infinity counts as none). */
  observe(arrived: number, served: number, capacity: number): void {
    this.arrived += arrived;
    this.served += served;
    this.capacity += Number.isFinite(capacity) ? capacity : 0;
  }

  /** Acts on everything due at `now`, with the backlog of that moment. */
  update(now: number, backlog: number): void {
    while (this.coming.length > 0 && (this.coming[0]?.at ?? 0) <= now + 1e-9) {
      this.units = this.coming.shift()?.units ?? this.units;
    }
    while (this.spec.observe !== 'instant' && this.nextEvaluation <= now + 1e-9) {
      this.evaluate(this.nextEvaluation, backlog);
      this.nextEvaluation += this.spec.evaluateEverySeconds;
    }
  }

  private evaluate(now: number, backlog: number): void {
    const metric = this.getMetric(backlog);
    this.arrived = 0;
    this.served = 0;
    this.capacity = 0;
    const { upAbove, downBelow } = this.spec;
    // A load exactly at the threshold must not scale because of the last bit.
    this.ups = metric > upAbove * (1 + 1e-9) ? this.ups + 1 : 0;
    this.downs = downBelow !== undefined && metric < downBelow * (1 - 1e-9) ? this.downs + 1 : 0;
    if (now - this.changedAt < this.spec.cooldownSeconds - 1e-9) {
      return;
    }
    if (this.ups >= this.spec.upEvaluations) {
      this.change(now, this.getStep(metric, 1));
    } else if (this.downs > 0 && this.downs >= this.spec.downEvaluations) {
      this.change(now, this.getStep(metric, -1));
    }
  }

  private getMetric(backlog: number): number {
    switch (this.spec.metric) {
      case 'backlog-per-unit':
        return backlog / Math.max(1e-12, this.units);
      case 'utilization':
        return this.capacity > 0 ? this.served / this.capacity : 0;
      case 'arrival-per-capacity':
        return this.capacity > 0 ? this.arrived / this.capacity : 0;
    }
  }

  private getStep(metric: number, direction: 1 | -1): number {
    const step = this.spec.step;
    switch (step.kind) {
      case 'multiply':
        return direction > 0 ? this.target * step.factor : this.target / step.factor;
      case 'add':
        return this.target + direction * step.units;
      case 'target':
        return Math.ceil((this.units * metric) / this.spec.upAbove - 1e-9);
    }
  }

  private change(now: number, wanted: number): void {
    const units = Math.max(this.spec.minUnits, Math.min(this.spec.maxUnits, wanted));
    if (units === this.target) {
      return;
    }
    const grows = units > this.target;
    this.target = units;
    this.changedAt = now;
    this.ups = 0;
    this.downs = 0;
    if (this.spec.restartSeconds !== undefined && this.spec.restartSeconds > 0) {
      this.pausedUntil = now + this.spec.restartSeconds;
    }
    const warmUp = grows ? this.spec.warmUpSeconds : 0;
    if (warmUp > 0) {
      this.coming.push({ at: now + warmUp, units });
    } else {
      this.coming.length = 0;
      this.units = units;
    }
  }
}
