import { multiply, multiplyTransposed, transpose } from "./matrices.ts";
import type { TrainedRows } from "./trained-rows.ts";

/** What is asked and what answers it, as tokens. */
export interface Pair {
  readonly asked: readonly number[];
  readonly answer: readonly number[];
}

/** What cosines are multiplied with before the softmax. */
const SCALE = 20;

/**
 * Adds to the rows' gradient what makes each question nearer to its answer than to the answers of the others, and each
 * answer nearer to its question (InfoNCE, van den Oord et al. 2018, in both directions).
 * @returns the loss before: nats a pair
 */
export function addContrast(rows: TrainedRows, pairs: readonly Pair[]): number {
  const count = pairs.length;
  const asked = rows.encode(pairs.map((pair) => pair.asked));
  const answers = rows.encode(pairs.map((pair) => pair.answer));
  const scores = multiplyTransposed(asked.units, answers.units, rows.dimension);
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) * SCALE;
  const { gradient, loss } = softmaxBothWays(scores, count);
  for (let at = 0; at < gradient.length; at++) gradient[at] = ((gradient[at] ?? 0) * SCALE) / count;
  rows.addGradient(asked, multiply(gradient, answers.units, rows.dimension));
  rows.addGradient(answers, multiply(transpose(gradient, count), asked.units, rows.dimension));
  return loss;
}

/** The gradient of the loss by each score, the right ones on the diagonal, and the loss. */
function softmaxBothWays(
  scores: Float32Array,
  count: number,
): { readonly gradient: Float32Array; readonly loss: number } {
  const gradient = new Float32Array(scores.length);
  let loss = 0;
  for (const [step, stride] of [
    [1, count],
    [count, 1],
  ] as const) {
    for (let line = 0; line < count; line++) {
      const start = line * stride;
      let highest = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < count; at++) highest = Math.max(highest, scores[start + at * step] ?? 0);
      let total = 0;
      for (let at = 0; at < count; at++) total += Math.exp((scores[start + at * step] ?? 0) - highest);
      for (let at = 0; at < count; at++) {
        const probability = Math.exp((scores[start + at * step] ?? 0) - highest) / total;
        const place = start + at * step;
        gradient[place] = (gradient[place] ?? 0) + (probability - (at === line ? 1 : 0)) / 2;
      }
      loss += (Math.log(total) + highest - (scores[line * count + line] ?? 0)) / (2 * count);
    }
  }
  return { gradient, loss };
}
