/** Share of Poisson arrivals that a loss system of `servers` refuses at `offered` erlangs (Erlang B). */
export function getErlangB(servers: number, offered: number): number {
  if (offered <= 0) {
    return 0;
  }
  // Recursion on the inverse: grows, never cancels, and stops early once the loss is nil.
  let inverse = 1;
  for (let k = 1; k <= servers; k++) {
    inverse = 1 + (inverse * k) / offered;
    if (inverse > 1e15) {
      return 0;
    }
  }
  return 1 / inverse;
}

/** Probability that a Poisson arrival finds all `servers` busy and waits (Erlang C); 1 when overloaded. */
export function getErlangC(servers: number, offered: number): number {
  if (offered >= servers) {
    return 1;
  }
  const blocked = getErlangB(servers, offered);
  const utilization = offered / servers;
  return blocked / (1 - utilization * (1 - blocked));
}
