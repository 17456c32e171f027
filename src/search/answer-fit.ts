import type { Generation } from "../index/generation.ts";
import { foldDiacritics } from "../language/fold.ts";
import type { QuestionKind } from "../language/question-kind.ts";
import { hasSyllableShape } from "../language/syllable-shape.ts";
import { splitSyllables, splitWords } from "../language/syllables.ts";
import type { RankedPassage } from "./rank.ts";
import { sentenceText } from "./sentence-text.ts";
import type { ParsedQuestion } from "./sentences.ts";
import type { ConfidenceSignals } from "./signals.ts";

/** Kinds of answer that give a name. */
const NAMES: ReadonlySet<QuestionKind> = new Set(["person", "organisation", "place"]);

/**
 * Whether the answering sentence tells what was asked for, beyond being about it. `quantity`: 0 where it lacks a figure of
 * the quantity asked for; `newName`: 0 where a name was asked for and it has none that the question does not say already;
 * both are 1 where no such thing was asked for. `deputy`: 1 where it has the office that was asked about only as that
 * of a deputy.
 */
export function signalsOfFit(
  generation: Generation,
  { quantity, kinds, words, terms }: ParsedQuestion,
  { passage, answer }: RankedPassage,
): Pick<ConfidenceSignals, "quantity" | "newName" | "deputy"> {
  const sentence = sentenceText(generation, passage, answer.sentence);
  // An English question in the articles' words, as far as they have any.
  const asked = terms.rewritten ?? words.join(" ");
  return {
    quantity: quantity === null ? 1 : answer.signals.quantity,
    newName: kinds.some((kind) => NAMES.has(kind)) && !tellsNewName(words, sentence) ? 0 : 1,
    deputy: kinds.includes("person") && tellsOfDeputy(asked, sentence) ? 1 : 0,
  };
}

const CAPITAL = /^\p{Lu}/u;
const NAME_PART = /^\p{Lu}\p{Ll}/u;
const ABBREVIATION = /^\p{Lu}{2}/u;
/** After these a single word with a capital is a name: `ông Hùng`, `sang Mỹ`, `là FPT`. */
const BEFORE_NAME = new Set("ông bà là sang tại ở từ tới do hãng ty đoàn hàng nước".split(" "));

/** Whether a sentence names somebody or something that the question does not: who asks for a name does not know it. */
function tellsNewName(asked: readonly string[], sentence: string): boolean {
  const said = new Set(asked.map(foldDiacritics));
  const words = splitWords(sentence);
  return words.some((word, at) => {
    const lower = word.toLowerCase();
    if (!CAPITAL.test(word) || said.has(foldDiacritics(lower))) return false;
    const before = words[at - 1] ?? "";
    const isWord = hasSyllableShape(lower);
    // The first word has a capital whatever it is.
    if (at === 0) return !isWord;
    if (BEFORE_NAME.has(before.toLowerCase())) return true;
    if (ABBREVIATION.test(word)) return false;
    return !isWord || CAPITAL.test(before) || NAME_PART.test(words[at + 1] ?? "");
  });
}

/** An office that has deputies, without diacritics. */
const OFFICE =
  /(?<![a-z])(?:chu tich|giam doc|bi thu|thu tuong|chu nhiem|chanh van phong|(?:cuc|vu|vien|hieu|doi) truong|truong (?:ban|phong|doan|khoa))(?![a-z])/gu;
/** Before an office it makes a deputy of it; in an article `thành phố, Giám đốc` is none, and people type `pho` for both. */
const DEPUTY = /(?:^| )phó(?: tổng| chi)?$/u;
const DEPUTY_TYPED = /(?:^| )(?:phó|(?<!thanh )pho)(?: tong| tổng| chi)?$/u;

/** Whether a sentence has an office of the question only as that of a deputy: `Phó Chủ tịch` is not `Chủ tịch`. */
function tellsOfDeputy(asked: string, sentence: string): boolean {
  const told = findOffices(sentence, DEPUTY);
  return findOffices(asked, DEPUTY_TYPED).some((office) => {
    const same = told.filter(({ name }) => name === office.name);
    return !office.isDeputy && same.length > 0 && same.every(({ isDeputy }) => isDeputy);
  });
}

function findOffices(text: string, deputy: RegExp): { readonly name: string; readonly isDeputy: boolean }[] {
  const spaced = splitSyllables(text).join(" ");
  // Folding keeps every letter in its place.
  return [...foldDiacritics(spaced).matchAll(OFFICE)].map(({ 0: name, index }) => ({
    name,
    isDeputy: deputy.test(spaced.slice(0, index).trimEnd()),
  }));
}
