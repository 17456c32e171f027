import { input } from "@inquirer/prompts";
import type { Understood } from "../adding/understand.ts";
import type { ArticleMetadata } from "../articles/article.ts";
import { findDate } from "../language/dates.ts";
import type { Surroundings } from "./command-line.ts";
import { oneLine } from "./one-line.ts";

/** Asks a person for what an article does not say of itself. An empty answer leaves it unknown. */
export async function askForMissing(
  { metadata, opening }: Understood,
  { stdin, stderr, speaker }: Surroundings,
): Promise<ArticleMetadata> {
  const missing = [metadata.title, metadata.publisher, metadata.publishedOn, metadata.author].includes(null);
  if (missing) stderr.write(`${speaker.say("add-asking", { opening: oneLine(opening) })}\n`);
  const ask = async (key: string, validate: (text: string) => true | string = () => true) => {
    const answer = await input({ message: speaker.say(key), validate }, { input: stdin, output: stderr });
    return answer.replace(/\s+/g, " ").trim() || null;
  };
  const title = metadata.title ?? (await ask("add-ask-title"));
  const publisher = metadata.publisher ?? (await ask("add-ask-publisher"));
  const day =
    metadata.publishedOn ??
    (await ask("add-ask-date", (text) =>
      text.trim() === "" || findDate(text) !== null ? true : speaker.say("add-ask-date-again"),
    ));
  const author = metadata.author ?? (await ask("add-ask-author"));
  return { ...metadata, title, publisher, publishedOn: day && findDate(day), author };
}
