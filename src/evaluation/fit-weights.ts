/** One question to learn from: the signals of each candidate, row by row, and which of them are right. */
export interface RankingExample {
  readonly candidates: readonly Float64Array[];
  readonly right: readonly number[];
  /** How much the question counts. */
  readonly weight: number;
}

/** How the weights are looked for. */
export interface FitOptions {
  readonly steps?: number;
  readonly rate?: number;
  /** Keeps weights small, so that no signal rules on the strength of few examples. */
  readonly l2?: number;
}

/**
 * Fits a linear ranker listwise: the weights that make the right candidates most probable under a softmax over
 * each question's candidates (ListNet, Cao et al. 2007, top-one), by full-batch Adam (Kingma & Ba 2015). It
 * ends before the weights stand still: later they pull against each other, and do no better on questions they have not
 * seen.
 */
export function fitRanker(
  examples: readonly RankingExample[],
  size: number,
  options: FitOptions = {},
): Float64Array {
  const { l2 = 1e-4 } = options;
  const usable = examples.filter(({ right, candidates }) => right.length > 0 && candidates.length > 1);
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  return descend(size, options, (weights, gradient) => {
    for (const { candidates, right, weight } of usable) {
      const scores = candidates.map((signals) => dot(weights, signals));
      const highest = Math.max(...scores);
      const exponents = scores.map((score) => Math.exp(score - highest));
      const partition = exponents.reduce((sum, value) => sum + value, 0);
      const rightTotal = right.reduce((sum, at) => sum + (exponents[at] ?? 0), 0);
      for (const [at, signals] of candidates.entries()) {
        const probability = (exponents[at] ?? 0) / partition;
        const target = right.includes(at) ? (exponents[at] ?? 0) / rightTotal : 0;
        addScaled(gradient, signals, ((probability - target) * weight) / total);
      }
    }
    for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + l2 * (weights[i] ?? 0);
  });
}

/** One case to learn from: its signals, and whether the claim held. */
export interface BinaryExample {
  readonly signals: Float64Array;
  readonly holds: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/**
 * Fits a logistic regression; the last weight is the bias. Signals are brought to one scale for it, or large weights,
 * which signals of a narrow range need, would be held down.
 */
export function fitLogistic(
  examples: readonly BinaryExample[],
  size: number,
  options: FitOptions = {},
): Float64Array {
  const scales = measureScales(
    examples.map(({ signals }) => signals),
    size,
  );
  const scaled = examples.map((example) => ({ ...example, signals: toScale(example.signals, scales) }));
  const weights = fitScaledLogistic(scaled, size, options);
  for (const [at, { mean, deviation }] of scales.entries()) {
    const weight = (weights[at] ?? 0) / deviation;
    weights[at] = weight;
    weights[size] = (weights[size] ?? 0) - weight * mean;
  }
  return weights;
}

function fitScaledLogistic(
  examples: readonly BinaryExample[],
  size: number,
  options: FitOptions,
): Float64Array {
  const { l2 = 3e-3 } = options;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return descend(size + 1, options, (weights, gradient) => {
    for (const { signals, holds, weight } of examples) {
      const score = dot(weights, signals) + (weights[size] ?? 0);
      const error = (1 / (1 + Math.exp(-score)) - (holds ? 1 : 0)) * (weight / total);
      addScaled(gradient, signals, error);
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + l2 * (weights[i] ?? 0);
  });
}

/** What is always the same deviates by rounding. */
const NO_DEVIATION = 1e-9;

interface Scale {
  readonly mean: number;
  /** 1 for a signal that is always the same. */
  readonly deviation: number;
}

/** The scale of each signal over all rows. */
function measureScales(rows: readonly Float64Array[], size: number): Scale[] {
  const count = Math.max(1, rows.length);
  return Array.from({ length: size }, (_, at) => {
    let sum = 0;
    for (const row of rows) sum += row[at] ?? 0;
    const mean = sum / count;
    let squares = 0;
    for (const row of rows) squares += ((row[at] ?? 0) - mean) ** 2;
    const deviation = Math.sqrt(squares / count);
    return { mean, deviation: deviation > NO_DEVIATION ? deviation : 1 };
  });
}

function toScale(signals: Float64Array, scales: readonly Scale[]): Float64Array {
  return signals.map((signal, at) => (signal - (scales[at]?.mean ?? 0)) / (scales[at]?.deviation ?? 1));
}

function descend(
  size: number,
  { steps = 400, rate = 0.1 }: FitOptions,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(size);
    addGradient(weights, gradient);
    for (let i = 0; i < size; i++) {
      const slope = gradient[i] ?? 0;
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope;
      second[i] = 0.999 * (second[i] ?? 0) + 0.001 * slope * slope;
      const momentum = (first[i] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((second[i] ?? 0) / (1 - 0.999 ** step));
      weights[i] = (weights[i] ?? 0) - (rate * momentum) / (spread + 1e-8);
    }
  }
  return weights;
}

function dot(weights: Float64Array, signals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < signals.length; i++) sum += (weights[i] ?? 0) * (signals[i] ?? 0);
  return sum;
}

function addScaled(into: Float64Array, signals: Float64Array, factor: number): void {
  for (let i = 0; i < signals.length; i++) into[i] = (into[i] ?? 0) + factor * (signals[i] ?? 0);
}
