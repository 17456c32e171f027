import type { Generation } from "../index/generation.ts";
import type { RankedPassage } from "./rank.ts";

/** Two passages that share this part of the shorter one's word pairs say the same... */
const SHARED_PAIRS = 0.5;
/** ...unless their numbers differ: reports of two months are alike but for them. */
const SHARED_NUMBERS = 0.5;

/** A passage, and the passages of other articles that say the same. */
export interface DistinctPassage {
  readonly shown: RankedPassage;
  readonly alsoIn: readonly RankedPassage[];
}

/**
 * The first `limit` passages that differ from each other. Of those that say the same, one is shown: of those that
 * answer as well as the first, the one whose article is best known, and then the longest.
 */
export function collapseNearDuplicates(
  generation: Generation,
  ranked: readonly RankedPassage[],
  limit: number,
): DistinctPassage[] {
  const groups: Array<{ members: RankedPassage[]; content: Content }> = [];
  for (const candidate of ranked) {
    const content = contentOf(generation, candidate.passage);
    const same = groups.find((group) => isSame(group.content, content));
    if (same) same.members.push(candidate);
    else if (groups.length < limit) groups.push({ members: [candidate], content });
  }
  return groups.map(({ members }) => {
    const shown = chooseShown(generation, members);
    return { shown, alsoIn: members.filter((member) => member !== shown) };
  });
}

/** Whether two passages say the same, nearly word for word. */
export function sayTheSame(generation: Generation, passage: number, other: number): boolean {
  return isSame(contentOf(generation, passage), contentOf(generation, other));
}

function chooseShown(generation: Generation, members: readonly RankedPassage[]): RankedPassage {
  const [first, ...others] = members;
  if (!first) throw new RangeError("A group of passages has at least one.");
  return others
    .filter(({ answer }) => answer.score >= first.answer.score)
    .reduce((best, other) => (isBetterCited(generation, other, best) ? other : best), first);
}

function isBetterCited(generation: Generation, passage: RankedPassage, other: RankedPassage): boolean {
  const [own, others] = [countKnown(generation, passage), countKnown(generation, other)];
  return own > others || (own === others && lengthOf(generation, passage) > lengthOf(generation, other));
}

function countKnown({ passages, articles }: Generation, { passage }: RankedPassage): number {
  const article = articles[passages.articleOf(passage)];
  return [article?.title, article?.publisher, article?.publishedOn, article?.url].filter(Boolean).length;
}

function lengthOf({ passages }: Generation, { passage }: RankedPassage): number {
  const { start, end } = passages.span(passage);
  return end - start;
}

/** What a passage says, as far as it can be compared. */
interface Content {
  readonly pairs: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
}

function contentOf({ lexical }: Generation, passage: number): Content {
  const { tokens, passageTokens, foldedOf, folded } = lexical.parts;
  const terms = Array.from(
    tokens.subarray(passageTokens[passage], passageTokens[passage + 1]),
    (token) => foldedOf[token] ?? 0,
  );
  return {
    pairs: new Set(terms.slice(1).map((term, at) => (terms[at] ?? 0) * folded.size + term)),
    numbers: new Set(terms.filter((term) => /^\p{N}/u.test(folded.term(term)))),
  };
}

function isSame(a: Content, b: Content): boolean {
  return shareOf(a.pairs, b.pairs, 0) >= SHARED_PAIRS && shareOf(a.numbers, b.numbers, 1) >= SHARED_NUMBERS;
}

/** The overlap coefficient: the shared part of the smaller set; `ofNothing` where that is empty. */
function shareOf(a: ReadonlySet<number>, b: ReadonlySet<number>, ofNothing: number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return ofNothing;
  let shared = 0;
  for (const each of small) if (large.has(each)) shared++;
  return shared / small.size;
}
