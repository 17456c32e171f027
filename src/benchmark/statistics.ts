/** How long something takes, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

/** The value that a share of the values do not pass, by the nearest rank; 0 for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function summarise(milliseconds: readonly number[]): Timing {
  return { median: quantile(milliseconds, 0.5), p95: quantile(milliseconds, 0.95) };
}

/** Does the work for each input, after a warm-up that is not counted, and says how long each one took. */
export async function timeEach<T>(
  inputs: readonly T[],
  work: (input: T) => unknown,
  warmUp = Math.ceil(inputs.length / 5),
): Promise<number[]> {
  for (const input of inputs.slice(0, warmUp)) await work(input);
  const milliseconds: number[] = [];
  for (const input of inputs) {
    const began = performance.now();
    await work(input);
    milliseconds.push(performance.now() - began);
  }
  return milliseconds;
}
