import { foldDiacritics } from "./fold.ts";
import { PhraseStarts } from "./phrase-starts.ts";
import { splitSyllables } from "./syllables.ts";

/** Words that shape a question without saying what it is about, so that an article need not hold them. */
const VIETNAMESE = [
  ..."bao nhiêu|như thế nào|thế nào|ra sao|làm sao|là gì|là ai|những gì|cái gì|vì sao|tại sao|ở đâu|khi nào|bao giờ".split(
    "|",
  ),
  ..."lúc nào|năm nào|những ai|có phải|phải không|được không|hay không|hay chưa|có không|cho tôi hỏi|cho mình hỏi".split(
    "|",
  ),
  ..."cho em hỏi|cho hỏi|xin hỏi|xin cho biết|cho biết|cho tôi biết|làm ơn|vui lòng|cảm ơn|vậy ạ|thế ạ|gì|nào|vậy|nhỉ|ơi".split(
    "|",
  ),
  ..."kể tên|kể ra|liệt kê|nêu tên|nêu ra|nói rõ|nói thêm|không|là|thì|mà|của|và|có|được|những|các|đã|sẽ|đang|bị|ở|tại|trong|cho|với|về|đến|từ|ra|ạ|nhé|thế|mấy|ai|sao".split(
    "|",
  ),
];

const ENGLISH = (
  "a an the of in on at to for from by with and or as is are was were be been being do does did has have had will " +
  "would can could should may might it its their his her they he she we you i this that these those there any some " +
  "how many much what which who whom whose when where why please tell me about than then so if not no into over " +
  "under between during per up down out also more most other such only own same very s"
).split(" ");

const WRITTEN = VIETNAMESE.map(splitSyllables);
/** A syllable typed without diacritics may be one with any; typed with them it is only itself (`cho`, not `chợ`). */
const PHRASES = new Set(WRITTEN.flatMap(spell));
const STARTS = new PhraseStarts();
for (const phrase of PHRASES) STARTS.add(phrase.split(" "));
/** In a Vietnamese question `so`, `an` and `to` are syllables of content words. */
const ENGLISH_WORDS = new Set(ENGLISH);
/** How phrases of several syllables are written, by each way to type them. */
const SPELLINGS = new Map(
  WRITTEN.filter(({ length }) => length > 1).flatMap((phrase) =>
    spell(phrase).map((way) => [way, phrase] as const),
  ),
);

/** Each way to type a phrase: every syllable with its diacritics or without. */
function spell(phrase: readonly string[]): string[] {
  let begun = [""];
  for (const syllable of phrase) {
    const ways = new Set([syllable, foldDiacritics(syllable)]);
    begun = begun.flatMap((before) => [...ways].map((way) => (before === "" ? way : `${before} ${way}`)));
  }
  return begun;
}

/**
 * How many of the syllables from here on are a function phrase; 0 when the word is about something.
 * @param syllables lower case, NFC, tone marks in the old style
 * @param withEnglish whether English function words count too: not in a Vietnamese question
 */
export function matchFunctionPhrase(syllables: readonly string[], at: number, withEnglish = true): number {
  if (isStar(syllables, at)) return 0;
  const longest = STARTS.longestFrom(syllables[at]);
  for (let length = Math.min(longest, syllables.length - at); length > 0; length--) {
    if (PHRASES.has(syllables.slice(at, at + length).join(" "))) return length;
  }
  return withEnglish && ENGLISH_WORDS.has(syllables[at] ?? "") ? 1 : 0;
}

/** What is numbered and has no stars: `quý 1 sao giảm?` asks why. */
const NUMBERED = new Set(
  "tháng quý năm đoạn vực nhóm kỳ đợt điều lần thang quy nam doan vuc nhom ky dot dieu lan".split(" "),
);

/** Whether a `sao` asks nothing, for products are given one to five: `OCOP 4 sao`. */
export function isStar(syllables: readonly string[], at: number): boolean {
  return (
    syllables[at] === "sao" &&
    /^(?:[1-5]|ba|bốn|bon)$/.test(syllables[at - 1] ?? "") &&
    !NUMBERED.has(syllables[at - 2] ?? "")
  );
}

/**
 * The same syllables with the diacritics of the function phrases among them: news ask few questions, so that a model
 * of news reads `thanh lap bao nhieu cum` as `báo nhiều cụm`.
 * @param syllables lower case, NFC, tone marks in the old style
 */
export function spellFunctionPhrases(syllables: readonly string[]): string[] {
  const spelled: string[] = [];
  while (spelled.length < syllables.length) {
    const at = spelled.length;
    const length = matchFunctionPhrase(syllables, at, false);
    const typed = syllables.slice(at, at + Math.max(1, length));
    spelled.push(...(SPELLINGS.get(typed.join(" ")) ?? typed));
  }
  return spelled;
}

/** Which syllables Vietnamese can have, bare of diacritics: at most one consonant cluster on either side of vowels. */
const VIETNAMESE_SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?$/;
const ENGLISH_ONLY = new Set(ENGLISH.filter((word) => word.length > 1 && !VIETNAMESE_SYLLABLE.test(word)));

/** Whether a syllable is an English function word that cannot be Vietnamese typed without diacritics: `who`, not `the`. */
export function isEnglishOnly(syllable: string): boolean {
  return ENGLISH_ONLY.has(syllable);
}
