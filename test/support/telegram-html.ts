/** A stretch of the visible text with a format. */
export interface Format {
  readonly tag: string;
  readonly attributes: string;
  readonly text: string;
}

export interface ParsedHtml {
  /** What a reader sees. */
  readonly text: string;
  /** In the order in which they end. */
  readonly formats: readonly Format[];
}

const TOKEN =
  /<(?<close>\/?)(?<tag>[a-z]+)(?<attributes>[^<>]*)>|&(?<entity>amp|lt|gt|quot);|(?<plain>[^<>&]+)/gsu;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The tags that this bot uses, each with the attributes it may have. */
const TAGS: Readonly<Record<string, RegExp>> = {
  b: /^$/,
  i: /^$/,
  code: /^$/,
  blockquote: /^( expandable)?$/,
  a: /^ href="https?:\/\/[^"\s]+"$/,
};

/**
 * Reads Telegram's HTML, more strictly than Telegram: every tag known, closed in order and not empty, nothing
 * unescaped, no quote inside a quote.
 *
 * @throws {Error} naming the place of the first fault.
 */
export function parseTelegramHtml(source: string): ParsedHtml {
  const open: { tag: string; attributes: string; start: number }[] = [];
  const formats: Format[] = [];
  let visible = "";
  let position = 0;
  function fail(fault: string): never {
    throw new Error(`${fault} at ${position}: ${source.slice(position, position + 40)}`);
  }
  for (const match of source.matchAll(TOKEN)) {
    if (match.index !== position) fail("Unescaped character");
    const { close, tag, attributes = "", entity, plain } = match.groups ?? {};
    if (plain !== undefined) visible += plain;
    if (entity !== undefined) visible += ENTITIES[entity];
    if (tag !== undefined && close === "") {
      if (!TAGS[tag]?.test(attributes)) fail("Unknown tag or attribute");
      if (tag === "blockquote" && open.some((outer) => outer.tag === tag)) fail("Quote inside a quote");
      open.push({ tag, attributes, start: visible.length });
    } else if (tag !== undefined) {
      const opened = open.pop();
      if (opened?.tag !== tag) fail("Tag closed that is not open");
      if (opened.start === visible.length) fail("Tag without content");
      formats.push({ tag, attributes: opened.attributes, text: visible.slice(opened.start) });
    }
    position = match.index + match[0].length;
  }
  if (position !== source.length) fail("Unescaped character");
  if (open.length > 0) fail("Tag left open");
  if (/\p{Surrogate}/u.test(visible)) fail("Half a surrogate pair");
  return { text: visible, formats };
}
