/** Thrown before a run when a network cannot be simulated: says where, what was given and what is allowed. */
export class NetworkError extends Error {
  /** Id of the station, source or link at fault; empty for the network as a whole. */
  readonly element: string;

  constructor(element: string, message: string) {
    super(element === '' ? message : `${element}: ${message}`);
    this.name = 'NetworkError';
    this.element = element;
  }
}
