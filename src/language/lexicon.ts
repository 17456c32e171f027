import type { EverydayEntry, EverydayForm } from "./everyday.ts";
import { foldDiacritics } from "./fold.ts";
import type { LikelySyllable } from "./likely-syllables.ts";
import { PhraseStarts } from "./phrase-starts.ts";
import { hasSyllableShape } from "./syllable-shape.ts";
import { splitSyllables, splitWords } from "./syllables.ts";
import { placeTone } from "./tone.ts";

/** What a lexicon is made of, as its files have it. */
export interface LexiconData {
  readonly abbreviations: readonly {
    readonly short: readonly string[];
    readonly long: readonly string[];
    readonly english?: readonly string[] | undefined;
    /** Whether its short forms count only with their capitals as written. */
    readonly caseSensitive: boolean;
  }[];
  readonly synonyms: ReadonlyArray<readonly string[]>;
  readonly glossary: readonly {
    readonly english: readonly string[];
    readonly vietnamese: readonly string[];
  }[];
  readonly everyday: readonly EverydayEntry[];
  /** What a text may say where people say something else: less than the same, and enough to look for. */
  readonly related: readonly EverydayEntry[];
}

/** What may stand for a phrase. */
export interface LexiconMatch {
  /** How many words of the question it takes. */
  readonly length: number;
  /** Other ways to say it, each as lower-case syllables with diacritics. */
  readonly alternatives: readonly (readonly string[])[];
  /** What is not the same but may be said instead, in the same form. */
  readonly related: readonly (readonly string[])[];
  /** Whether it is a short form in the capitals that it is known by, which no other word has. */
  readonly isSpelled: boolean;
}

/** A term of the field in a text. */
export interface TopicMatch {
  /** How many syllables of the text it takes. */
  readonly length: number;
  /** The term as the lexicon writes it, with its capitals. */
  readonly name: string;
}

interface Entry {
  readonly form: string;
  /** As the file has them: of thousands a question needs a few, which are cut into syllables then. */
  readonly alternatives: readonly string[];
  /** As typed, where only this spelling counts. */
  readonly spelling: string | null;
  /** Of everyday speech: how it may be typed. Elsewhere `null`: in any way that has its letters. */
  readonly everyday: EverydayForm | null;
  /** Whether the alternatives are only related. */
  readonly isLoose: boolean;
}

/** Abbreviations, synonyms, everyday speech and English terms of the field, found by their longest form. */
export class Lexicon {
  readonly #entries = new Map<string, Entry[]>();
  /** How the terms of the field are written, by their lower-case syllables. */
  readonly #topics = new Map<string, string>();
  readonly #entryStarts = new PhraseStarts();
  readonly #topicStarts = new PhraseStarts();

  constructor(data: LexiconData) {
    for (const { short, long, english = [], caseSensitive } of data.abbreviations) {
      for (const form of short)
        this.#add(form, [...long, ...others(short, form)], caseSensitive ? form : null);
      // Articles write short forms out or not; English readers know neither.
      for (const form of long) this.#add(form, short);
      for (const form of english) this.#add(form, [...long, ...short]);
    }
    const fieldTerms = [
      ...data.abbreviations.flatMap(({ long }) => long),
      ...data.glossary.flatMap(({ vietnamese }) => vietnamese),
    ];
    for (const form of fieldTerms) {
      const syllables = splitSyllables(form);
      const key = syllables.join(" ");
      if (syllables.length >= SHORTEST_TOPIC && !AMOUNT.test(key) && !this.#topics.has(key)) {
        this.#topics.set(key, form);
        this.#topicStarts.add(syllables);
      }
    }
    for (const group of data.synonyms) for (const form of group) this.#add(form, others(group, form));
    this.#addEveryday(data.everyday, false);
    this.#addEveryday(data.related, true);
    for (const { english, vietnamese } of data.glossary) {
      for (const form of english) this.#add(form, vietnamese);
    }
  }

  /**
   * The longest phrase of the lexicon that begins at a word, or `null`.
   * @param words the question's words as typed
   * @param likely what each of them probably is; without it words are taken by their letters
   */
  match(
    words: readonly string[],
    at: number,
    likely: readonly LikelySyllable[] | null = null,
  ): LexiconMatch | null {
    const longest = this.#entryStarts.longestFrom(keyOf(words.slice(at, at + 1)));
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const typed = words.slice(at, at + length);
      const fitting = (this.#entries.get(keyOf(typed)) ?? []).filter((entry) =>
        fits(entry, typed, likely?.slice(at, at + length)),
      );
      const found = fitting.filter(({ everyday }) => everyday === null || !this.#cutsTerm(words, at, length));
      if (found.length === 0) continue;
      const alternatives = alternativesOf(found.filter(({ isLoose }) => !isLoose));
      const related = alternativesOf(found.filter(({ isLoose }) => isLoose));
      for (const key of alternatives.keys()) related.delete(key);
      return {
        length,
        alternatives: [...alternatives.values()],
        related: [...related.values()],
        isSpelled: found.some(({ spelling }) => spelling !== null),
      };
    }
    return null;
  }

  /** Whether a term of the field begins within a phrase and ends beyond it: `làm công` in `làm công nghiệp`. */
  #cutsTerm(words: readonly string[], at: number, length: number): boolean {
    for (let start = at + 1; start < at + length; start++) {
      const longest = this.#entryStarts.longestFrom(keyOf(words.slice(start, start + 1)));
      for (let end = Math.min(start + longest, words.length); end > at + length; end--) {
        const typed = words.slice(start, end);
        const entries = this.#entries.get(keyOf(typed)) ?? [];
        if (entries.some((entry) => entry.everyday === null && fits(entry, typed))) return true;
      }
    }
    return false;
  }

  /**
   * The longest term of the field that begins at a syllable and is long enough to stand for itself, or `null`.
   * @param syllables lower case, with diacritics
   */
  matchTopic(syllables: readonly string[], at: number): TopicMatch | null {
    const longest = this.#topicStarts.longestFrom(syllables[at]);
    for (let length = Math.min(longest, syllables.length - at); length >= SHORTEST_TOPIC; length--) {
      const name = this.#topics.get(syllables.slice(at, at + length).join(" "));
      if (name !== undefined) return { length, name };
    }
    return null;
  }

  #add(form: string, alternatives: readonly string[], spelling: string | null = null): void {
    const words = splitWords(form);
    this.#addEntry(words, {
      form,
      alternatives,
      spelling: spelling === null ? null : words.join(" "),
      everyday: null,
      isLoose: false,
    });
  }

  #addEveryday(entries: readonly EverydayEntry[], isLoose: boolean): void {
    for (const { say, mean } of entries) {
      for (const form of say) {
        this.#addEntry(splitWords(form.text), {
          form: form.text,
          alternatives: mean,
          spelling: null,
          everyday: form,
          isLoose,
        });
      }
    }
  }

  #addEntry(words: readonly string[], entry: Entry): void {
    const key = keyOf(words);
    const space = key.indexOf(" ");
    this.#entryStarts.addLength(space < 0 ? key : key.slice(0, space), words.length);
    const others = this.#entries.get(key);
    if (others) others.push(entry);
    else this.#entries.set(key, [entry]);
  }
}

/** Shorter terms say too little on their own: `sản xuất` is no topic, `cụm công nghiệp` is. */
const SHORTEST_TOPIC = 3;

/** `nghìn tỷ đồng` is long enough, and nothing that anybody wants to know more about. */
const AMOUNT = /(?:tỷ|triệu|nghìn) đồng$/;

/** Whether words that have the letters of an entry are meant for it. */
function fits(
  { form, spelling, everyday }: Entry,
  typed: readonly string[],
  likely?: readonly LikelySyllable[],
): boolean {
  if (spelling !== null) return spelling === typed.join(" ");
  // In capitals it is a short form, whatever it would be in small letters: `VAT` is no `vật`.
  if (/\p{Lu}{2}/u.test(form) && form === typed.join(" ")) return true;
  // A slip in one of several words leaves no doubt; of one word it makes another: `hàng` is no `hãng`.
  const mayHaveSlips = everyday === null && typed.length > 1;
  return splitSyllables(form).every((syllable, at) => {
    const word = placeTone((typed[at] ?? "").toLowerCase());
    const isBare = word === foldDiacritics(word);
    if (word === syllable && !isBare) return true;
    // `bán chạy` may be typed `ban chay`; `bán cháy` is something else.
    if (word !== syllable && everyday?.isExact) return false;
    // There are so many forms that words look like one by chance: in `tổ chuc năm` there is no `chục năm`, and `công nhận` is no
    // `công nhân`; but `tmdt` is `TMĐT`.
    const meant = likely?.[at];
    if (meant === undefined) return isBare || mayHaveSlips;
    if (meant.text === syllable || (isBare && !hasSyllableShape(word))) return true;
    return mayHaveSlips && !meant.isSure;
  });
}

/** The syllables of what may be said instead, each once. */
function alternativesOf(entries: readonly Entry[]): Map<string, string[]> {
  const forms = entries.flatMap(({ alternatives }) => alternatives.map(splitSyllables));
  return new Map(forms.map((form) => [form.join(" "), form]));
}

function keyOf(words: readonly string[]): string {
  return foldDiacritics(words.join(" ").toLowerCase());
}

function others(group: readonly string[], form: string): string[] {
  return group.filter((other) => other !== form);
}
