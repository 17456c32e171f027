/** What a model wants before a question and before a passage. */
export interface Prefixes {
  readonly question: string;
  readonly passage: string;
}

const NONE: Prefixes = { question: "", passage: "" };
/** Model card of intfloat/multilingual-e5-small: each input must start with one of the two. */
const E5: Prefixes = { question: "query: ", passage: "passage: " };

/** The prefixes of a model, known by its name: the E5 family needs them, others have none. */
export function prefixesOf(model: string): Prefixes {
  return /(?:^|[/_-])e5(?:[-_]|$)/i.test(model) ? E5 : NONE;
}
