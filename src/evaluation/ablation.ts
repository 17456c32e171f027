import { Lexicon } from "../language/lexicon.ts";
import { NearWords } from "../language/near-words.ts";
import { Places } from "../language/places.ts";
import type { Knowledge } from "../search/knowledge.ts";

/** Parts that can be left out, to see what they add. */
export const ABLATIONS = ["dense", "follow-up", "lexicon", "near-words", "places", "restoration"] as const;
export type Ablation = (typeof ABLATIONS)[number];

/** The same parts with one of them silent: it adds nothing, and nothing else changes. */
export function leaveOut(parts: Knowledge, ablation: Ablation): Knowledge {
  if (ablation === "lexicon") {
    return {
      ...parts,
      lexicon: new Lexicon({ abbreviations: [], synonyms: [], everyday: [], related: [], glossary: [] }),
    };
  }
  if (ablation === "follow-up") {
    // Ranked as any other question.
    const { passage, sentence, followUp } = parts.model;
    const asOthers = {
      passage: { ...silence(followUp.passage), ...passage },
      sentence: { ...silence(followUp.sentence), ...sentence },
    };
    return { ...parts, model: { ...parts.model, followUp: asOthers } };
  }
  if (ablation === "near-words") return { ...parts, nearWords: new NearWords("") };
  if (ablation === "places") return { ...parts, places: new Places([]) };
  if (ablation === "restoration") {
    // Without candidates no syllable can be restored; slips are still told from words.
    const isKnown = (syllable: string) => parts.syllables.isKnown(syllable);
    return { ...parts, syllables: { isKnown, candidates: () => [], unigram: () => 1, bigram: () => 0 } };
  }
  const { model } = parts.embedder;
  const embedQuestion = async () => new Float32Array(model.dimension);
  return { ...parts, embedder: { ...parts.embedder, embedQuestion } };
}

function silence<Name extends string>(weights: Readonly<Record<Name, number>>): Record<Name, number> {
  return Object.fromEntries(Object.keys(weights).map((name) => [name, 0])) as Record<Name, number>;
}
