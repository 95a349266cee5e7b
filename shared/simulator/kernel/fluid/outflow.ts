/** Takes mass that leaves a stage evenly over [from, to]; from = to is an instant. */
export interface Outflow {
  take(from: number, to: number, records: number, bytes: number): void;
}
