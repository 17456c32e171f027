import { createInterface } from "node:readline/promises";
import type { Speaker } from "../messages/load-messages.ts";
import { createSmallTalk, type SmallTalk } from "../messages/small-talk.ts";
import type { Answer } from "../search/answer.ts";
import { continueContext } from "../search/follow-up.ts";
import type { Surroundings } from "./command-line.ts";

interface ConverseOptions {
  /** Whether greetings and the like get a kind word; a program wants an answer for every line. */
  readonly knowsSmallTalk: boolean;
}

/** Asks for questions and answers them, until a line is empty. */
export async function converse(
  { stdin, stderr, messages, speaker }: Surroundings,
  answer: (question: string, previousQuestion?: string) => Promise<Answer>,
  { knowsSmallTalk }: ConverseOptions,
): Promise<void> {
  const recogniseSmallTalk = knowsSmallTalk ? createSmallTalk(messages) : () => undefined;
  // On stderr, so that the answers on stdout can be kept apart.
  const prompt = createInterface({ input: stdin, output: stderr });
  prompt.setPrompt(speaker.say("cli-prompt"));
  prompt.prompt();
  let previous: string | undefined;
  for await (const line of prompt) {
    const question = line.trim();
    if (question === "") break;
    const smallTalk = recogniseSmallTalk(question);
    if (smallTalk === undefined) {
      // Who sits at a prompt holds a conversation; the lines of a pipe have nothing to do with each other.
      const { context, outcome } = await answer(question, previous);
      if (outcome !== "not-found") previous = continueContext(question, context);
    } else {
      stderr.write(`\n${replyTo(smallTalk, speaker)}\n\n`);
    }
    prompt.prompt();
  }
  prompt.close();
}

export function replyTo(smallTalk: SmallTalk, speaker: Speaker): string {
  switch (smallTalk) {
    case "greeting":
    case "about-bot":
      return `${speaker.say("start")} ${speaker.say("help")}`;
    case "opening":
      return speaker.say("opening-reply");
    case "complaint":
      return speaker.say("complaint-reply");
    case "thanks":
      return speaker.say("thanks-reply");
    case "wordless":
      return speaker.say("hint-words");
  }
}
