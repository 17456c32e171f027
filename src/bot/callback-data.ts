import { randomBytes } from "node:crypto";
import { z } from "zod";
import { LANGUAGES, type Language } from "../messages/language.ts";
import type { Vote } from "../store/votes.ts";

/** What is shown of an answer: one of its quotes, alone or with what stands around it in the article. */
export type View = "quote" | "context";

/**
 * What a button stands for. Telegram gives it 64 bytes, and lets anybody with a changed client send any: so an answer
 * goes by a random name that is looked up, and everything else is checked here.
 */
export type Press =
  | { readonly kind: "show"; readonly answer: string; readonly page: number; readonly view: View }
  | {
      readonly kind: "vote";
      readonly answer: string;
      readonly page: number;
      readonly view: View;
      readonly vote: Vote;
    }
  | { readonly kind: "topic"; readonly answer: string; readonly topic: number }
  | { readonly kind: "sources"; readonly page: number }
  | { readonly kind: "language"; readonly language: Language }
  /** The button between ◀ and ▶, which only says where one is. */
  | { readonly kind: "nothing" };

/** 72 bits, which nobody guesses; 12 characters. */
const NAME_BYTES = 9;

const name = z.string().regex(/^[\w-]{12}$/);
const number = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const view = z.enum(["q", "c"]).transform((letter): View => (letter === "c" ? "context" : "quote"));
const sign = z.enum(["+", "-"]).transform((letter): Vote => (letter === "+" ? 1 : -1));

const schema = z.union([
  z
    .tuple([z.literal("a"), name, number, view])
    .transform(([, answer, page, view]): Press => ({ kind: "show", answer, page, view })),
  z
    .tuple([z.literal("v"), name, number, view, sign])
    .transform(([, answer, page, view, vote]): Press => ({ kind: "vote", answer, page, view, vote })),
  z
    .tuple([z.literal("t"), name, number])
    .transform(([, answer, topic]): Press => ({ kind: "topic", answer, topic })),
  z.tuple([z.literal("s"), number]).transform(([, page]): Press => ({ kind: "sources", page })),
  z
    .tuple([z.literal("l"), z.enum(LANGUAGES)])
    .transform(([, language]): Press => ({ kind: "language", language })),
  z.tuple([z.literal("n")]).transform((): Press => ({ kind: "nothing" })),
]);

/** Makes a name for a new answer. */
export function nameAnswer(): string {
  return randomBytes(NAME_BYTES).toString("base64url");
}

/** Writes what a button stands for. */
export function writePress(press: Press): string {
  switch (press.kind) {
    case "show":
      return ["a", press.answer, press.page, press.view[0]].join(":");
    case "vote":
      return ["v", press.answer, press.page, press.view[0], press.vote > 0 ? "+" : "-"].join(":");
    case "topic":
      return ["t", press.answer, press.topic].join(":");
    case "sources":
      return ["s", press.page].join(":");
    case "language":
      return ["l", press.language].join(":");
    case "nothing":
      return "n";
  }
}

/** Reads what a button stands for; `undefined` for what no button of this bot says. */
export function readPress(data: string): Press | undefined {
  return schema.safeParse(data.split(":")).data;
}
