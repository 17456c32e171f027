import { createRandom, createZipf } from "../evaluation/random.ts";
import { foldDiacritics } from "../language/fold.ts";

/** An article made for measuring: Vietnamese in its letters and in how often its words return, without sense. */
export interface MadeArticle {
  readonly name: string;
  readonly text: string;
}

/** A folder's worth of articles, and questions about them. */
export interface MadeCorpus {
  readonly articles: readonly MadeArticle[];
  readonly questions: readonly string[];
}

const ONSETS = ["", ..."b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split(" ")];
/** Each rhyme with its six tones, or its two before a stop. */
const RHYMES = [
  "a à á ả ã ạ",
  "an àn án ản ãn ạn",
  "ang àng áng ảng ãng ạng",
  "ao ào áo ảo ão ạo",
  "ai ài ái ải ãi ại",
  "anh ành ánh ảnh ãnh ạnh",
  "ăn ằn ắn ẳn ẵn ặn",
  "âm ầm ấm ẩm ẫm ậm",
  "ân ần ấn ẩn ẫn ận",
  "ê ề ế ể ễ ệ",
  "ên ền ến ển ễn ện",
  "iên iền iến iển iễn iện",
  "inh ình ính ỉnh ĩnh ịnh",
  "o ò ó ỏ õ ọ",
  "on òn ón ỏn õn ọn",
  "ông ồng ống ổng ỗng ộng",
  "ôn ồn ốn ổn ỗn ộn",
  "ơ ờ ớ ở ỡ ợ",
  "ơi ời ới ởi ỡi ợi",
  "u ù ú ủ ũ ụ",
  "ung ùng úng ủng ũng ụng",
  "uôn uồn uốn uổn uỗn uộn",
  "ương ường ướng ưởng ưỡng ượng",
  "ưu ừu ứu ửu ữu ựu",
  "iêp iếp iệp",
  "ôc ốc ộc",
  "ach ách ạch",
  "ât ất ật",
].flatMap((tones) => tones.split(" "));

/** Vietnamese text of several ten thousand syllables uses about so many different ones. */
const VOCABULARY = 3_000;
const WORDS = 40_000;
/** An article returns to these words: its questions can be about something. */
const TOPIC_WORDS = 12;
const TOPIC_SHARE = 0.2;
const PASSAGES_AN_ARTICLE = 10;
const SENTENCES_A_PASSAGE = 4;
/** Words of one or two syllables: a passage has about 90 syllables, within what passages may have. */
const WORDS_A_SENTENCE = 15;
const WORDS_A_QUESTION = 6;

/**
 * Makes as many articles as hold the passages asked for, and questions of a few words of a passage, every second
 * one without diacritics. The same for the same seed.
 */
export function makeCorpus(passages: number, questions: number, seed = 1): MadeCorpus {
  const random = createRandom(seed);
  const drawWord = createVocabulary(random);
  const articles: MadeArticle[] = [];
  const sentences: string[] = [];
  for (let left = passages; left > 0; left -= PASSAGES_AN_ARTICLE) {
    const paragraphs = makeParagraphs(Math.min(left, PASSAGES_AN_ARTICLE), random, drawWord);
    // Early and late articles alike lend a sentence for a question.
    if (random() < (2 * questions * PASSAGES_AN_ARTICLE) / passages || sentences.length === 0) {
      sentences.push(paragraphs[Math.floor(random() * paragraphs.length)]?.[1] ?? "");
    }
    const title = capitalise(Array.from({ length: 7 }, drawWord).join(" "));
    const text = [title, ...paragraphs.map((paragraph) => paragraph.join(" "))].join("\n\n");
    articles.push({ name: `bai-${String(articles.length + 1).padStart(6, "0")}.txt`, text: `${text}\n` });
  }
  return {
    articles,
    questions: Array.from({ length: questions }, (_, at) => makeQuestion(sentences, at, random)),
  };
}

/** Gives words by Zipf's law: one syllable or two that always stand together. */
function createVocabulary(random: () => number): () => string {
  const all = ONSETS.flatMap((onset) => RHYMES.map((rhyme) => onset + rhyme));
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] ?? "", all[at] ?? ""];
  }
  const drawSyllable = createZipf(VOCABULARY, random);
  const words = Array.from({ length: WORDS }, (_, rank) =>
    rank % 2 === 0 ? (all[drawSyllable()] ?? "") : `${all[drawSyllable()]} ${all[drawSyllable()]}`,
  );
  const drawRank = createZipf(WORDS, random);
  return () => words[drawRank()] ?? "";
}

function makeParagraphs(count: number, random: () => number, drawWord: () => string): string[][] {
  const topic = Array.from({ length: TOPIC_WORDS }, drawWord);
  const draw = () =>
    random() < TOPIC_SHARE ? (topic[Math.floor(random() * topic.length)] ?? "") : drawWord();
  const makeSentence = () => {
    const words = Array.from({ length: WORDS_A_SENTENCE }, draw);
    if (random() < 0.3) words.splice(7, 0, String(Math.floor(random() * 5_000)));
    return `${capitalise(words.join(" "))}.`;
  };
  return Array.from({ length: count }, () => Array.from({ length: SENTENCES_A_PASSAGE }, makeSentence));
}

function makeQuestion(sentences: readonly string[], at: number, random: () => number): string {
  const words = (sentences[at % sentences.length] ?? "").replace(/\.$/, "").split(" ");
  const start = Math.floor(random() * Math.max(1, words.length - 2 * WORDS_A_QUESTION));
  const asked = `${words.slice(start, start + 2 * WORDS_A_QUESTION).join(" ")} là bao nhiêu?`;
  return at % 2 === 0 ? asked : foldDiacritics(asked);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
