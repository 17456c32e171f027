/**
 * Signals of a passage. The first four are its BM25 score in each stream as a share of what the question could
 * attain; `coverage` and the `best…` ones count what a question is about; `centrality` is the cosine with all passages together,
 * which a passage of generalities has with every question, and `hubness` how near it
 * is to its nearest neighbours; `rare` cosines are with the question as `embedByRarity` sees it; those with `By` are gates: a signal times
 * how well the best passage does in a stream, so that meaning counts more where words fail; those with `OfTopic` are 0
 * for what asks something: headlines and keywords are met by what a passage is about, and by its first sentence. Those
 * with `title` are what only the title has of the question, those with `before` what only the passage before it has;
 * `neighbourCosine` is that of the nearer one of the passages beside it, `articleCosine` that of all of its article
 * together, and `isLead` 1 for the first passage of several, which has a word of everything and an answer to little.
 * `bestKindCosine` is that of the nearest sentence, times how many of the kinds of answer asked for it holds;
 * `missedPlaces` and `missedNames` are how much of the question are names that neither the passage nor its title has;
 * `length` is ln of its terms beside the mean, for a long one has a word of everything, too; and `sentencesAgree` is 1 where
 * the sentence that has most of the words is also the nearest. `bestQuantityCosine` is the cosine of the nearest sentence
 * that tells the quantity asked for.
 */
export const PASSAGE_SIGNALS = [
  "plain",
  "plainPairs",
  "folded",
  "foldedPairs",
  "cosine",
  "coverage",
  "pairCoverage",
  "bestSentenceCosine",
  "bestSentenceTerms",
  "bestSentencePairs",
  "bestSentenceNearPairs",
  "bestNumberSlot",
  "hubness",
  "rareCosine",
  "bestSentenceRareCosine",
  "titleTerms",
  "centrality",
  "time",
  "cosineByPlain",
  "cosineByFolded",
  "sentenceCosineByPlain",
  "sentenceCosineByFolded",
  "foldedByPlain",
  "foldedPairsByPlain",
  "foldedPairsByFolded",
  "meaning",
  "rareMeaning",
  "bestSentenceMeaning",
  "bestSentenceRareMeaning",
  "cosineOfTopic",
  "sentenceCosineOfTopic",
  "leadCosineOfTopic",
  "foldedOfTopic",
  "foldedPairsOfTopic",
  "sentenceTermsOfTopic",
  "leadTermsOfTopic",
  "coverageOfTopic",
  "pairCoverageOfTopic",
  "meaningOfTopic",
  "rareMeaningOfTopic",
  "centralityOfTopic",
  "titleMeaning",
  "titleRareMeaning",
  "beforeTerms",
  "beforeMeaning",
  "neighbourCosine",
  "articleCosine",
  "isLead",
  "bestKindCosine",
  "missedPlaces",
  "missedNames",
  "length",
  "sentencesAgree",
  "bestQuantityCosine",
] as const;

/**
 * Signals of a passage for a follow-up, which has weights of its own: also how much the passage has of what the follow-up says
 * itself, in words and in meaning, and how near its nearest sentence is to that; how near it and its nearest sentence are to
 * that right after the question before alone, without what the conversation began with, and right after the sentence that
 * answered it; and 1 for what stands in the article of that answer, for its passage, for the one right after it, and where the
 * sentence that answers best is the same again.
 */
export const FOLLOW_UP_PASSAGE_SIGNALS = [
  ...PASSAGE_SIGNALS,
  "ownTerms",
  "ownMeaning",
  "ownSentenceCosine",
  "cosineAfterQuestion",
  "cosineAfterAnswer",
  "bestSentenceCosineAfterQuestion",
  "bestSentenceCosineAfterAnswer",
  "ofAnsweredArticle",
  "ofAnsweredPassage",
  "afterAnswered",
  "repeatsAnswer",
] as const;

/**
 * Signals of a sentence within a passage; `quantity` is 1 where it tells a figure of the quantity asked for, 0 where none is
 * asked for.
 */
export const SENTENCE_SIGNALS = [
  "terms",
  "pairs",
  "nearPairs",
  "distinctTerms",
  "cosine",
  "kind",
  "numberSlot",
  "length",
  "meaning",
  "rareMeaning",
  "rareCosine",
  "quantity",
] as const;

/**
 * The same for a follow-up: also how much the sentence has of what that says itself, how near it is to that, also as of passages, and 1
 * for the one that answered the question before.
 */
export const FOLLOW_UP_SENTENCE_SIGNALS = [
  ...SENTENCE_SIGNALS,
  "ownTerms",
  "ownCosine",
  "cosineAfterQuestion",
  "cosineAfterAnswer",
  "answeredBefore",
] as const;

/**
 * Signals of a whole answer, from which it is told how surely it is one. `knownPairs`: how much of the question the
 * articles say side by side anywhere; `numbers`: how many of its numbers and years the passage has; `sentenceMiss` and
 * `secondMiss`: the two largest things of the question that the answering sentence has not; `unknownShare`: how much of
 * the question no article has, however it be said; `otherYear`: 1 where the answering sentence names years, and not the one
 * asked about; `quantity`, `newName` and `deputy`: see `signalsOfFit`.
 */
export const ANSWER_SIGNALS = [
  "pairCoverage",
  "knownPairs",
  "rareMeaning",
  "titleTerms",
  "numbers",
  "margin",
  "foreign",
  "sentenceCosine",
  "sentenceMiss",
  "secondMiss",
  "kind",
  "numberSlot",
  "unknownShare",
  "missedPlaces",
  "missedNames",
  "otherYear",
  "quantity",
  "newName",
  "deputy",
] as const;

/**
 * Signals from which it is told whether the articles speak of what a question is about, answer it or not.
 * `corpusCosine`: how near the question is to the middle of all passages; `questionMass`: ln(1 + the idf of all that it
 * is about), for of a long question less is met; `isTopic`: 1 for what asks nothing, and `coverageOfTopic` its coverage; `centrality`: as of the passage,
 * for what is found for want of better is mostly of the generalities that have something of everything; `names`: how
 * much of the question are words of none of the languages, as `EVFTA`, that the passage has: vectors know little of them;
 * `offTopicCosine`: the one with the nearest of what people ask that the field has nothing to do with.
 */
export const TOPIC_SIGNALS = [
  "coverage",
  "pairCoverage",
  "knownPairs",
  "cosine",
  "corpusCosine",
  "meaning",
  "margin",
  "sentenceTerms",
  "sentenceCosine",
  "numberSlot",
  "questionMass",
  "unknownShare",
  "isTopic",
  "coverageOfTopic",
  "centrality",
  "names",
  "offTopicCosine",
] as const;

/**
 * Signals from which it is told whether a question needs the one before it: its words, what is found for it alone
 * (`aloneTopic`, `aloneAnswers`: log odds) and what its context adds to that (`gain`), how much of what it says itself
 * is met in context (`met`), how much less than alone (`loss`), and how many of its words are not (`unmet`), also where
 * no word of it refers to something said before (`unmetWithoutClue`), and the share of its words that were said before
 * (`repeats`): who follows up has no need to; and its `offTopicCosine`, for what people ask elsewhere follows up on
 * nothing here. `gainOffTopic` is the gain times how little the articles speak of it alone: then it is the context's own.
 * `aloneLogProbability` and `logProbabilityInContext` are those of the first passage of either reading among the others, and `sameFirst` is 1 where it is the same.
 */
export const CONTEXT_SIGNALS = [
  "words",
  "fewWords",
  "leans",
  "pointsBack",
  "asksFirst",
  "asksMore",
  "refersBack",
  "timeBeside",
  "goesOn",
  "asks",
  "addresses",
  "names",
  "isTopic",
  "unknownShare",
  "questionMass",
  "aloneTopic",
  "aloneAnswers",
  "gain",
  "met",
  "loss",
  "unmet",
  "unmetWithoutClue",
  "repeats",
  "offTopicCosine",
  "gainOffTopic",
  "metBefore",
  "metBeforeAlone",
  "metBoth",
  "aloneLogProbability",
  "logProbabilityInContext",
  "sameFirst",
] as const;

/** All signals from which confidence is told, each once. */
export const CONFIDENCE_SIGNALS = [...new Set([...ANSWER_SIGNALS, ...TOPIC_SIGNALS])];

export type PassageSignals = Readonly<Record<(typeof FOLLOW_UP_PASSAGE_SIGNALS)[number], number>>;
export type SentenceSignals = Readonly<Record<(typeof FOLLOW_UP_SENTENCE_SIGNALS)[number], number>>;
export type ContextSignals = Readonly<Record<(typeof CONTEXT_SIGNALS)[number], number>>;
export type ConfidenceSignals = Readonly<Record<(typeof CONFIDENCE_SIGNALS)[number], number>>;
