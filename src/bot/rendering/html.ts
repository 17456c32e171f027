/**
 * Text in Telegram's HTML, together with its visible length.
 *
 * Only the functions of this file make it, so tags are always closed in order and text is always escaped: whatever
 * an article holds, Telegram can parse the result.
 *
 * @see https://core.telegram.org/bots/api#html-style
 */
export interface Html {
  readonly source: string;
  /** UTF-16 code units that a reader sees, which is what Telegram limits to 4,096 a message. */
  readonly length: number;
}

/** Telegram takes far longer addresses, but not for free: they count towards the size of the request. */
const MAX_URL_LENGTH = 1000;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Makes plain text into HTML that shows exactly this text. */
export function text(plain: string): Html {
  // Half a surrogate pair is no character, and Telegram refuses the whole message for it.
  const wellFormed = plain.replace(/\p{Surrogate}/gu, "\uFFFD");
  return { source: wellFormed.replace(/[&<>]/g, escapeCharacter), length: wellFormed.length };
}

/** Puts parts one after the other. */
export function concat(...parts: readonly Html[]): Html {
  return {
    source: parts.map((part) => part.source).join(""),
    length: parts.reduce((sum, part) => sum + part.length, 0),
  };
}

/** Puts parts one after the other with a separator between them, leaving out those with nothing to see. */
export function join(parts: readonly Html[], separator: string): Html {
  const visible = parts.filter((part) => part.length > 0);
  return concat(...visible.flatMap((part, index) => (index === 0 ? [part] : [text(separator), part])));
}

export function bold(content: Html): Html {
  return wrap("<b>", content, "</b>");
}

export function italic(content: Html): Html {
  return wrap("<i>", content, "</i>");
}

/** Fixed width; also keeps Telegram from taking a file name such as `news.md` for a web site. */
export function code(content: Html): Html {
  return wrap("<code>", content, "</code>");
}

export function blockquote(content: Html, { expandable = false } = {}): Html {
  return wrap(expandable ? "<blockquote expandable>" : "<blockquote>", content, "</blockquote>");
}

/** Links the content where the address is one of the web; any other address gives the content alone. */
export function link(address: string | null, content: Html): Html {
  const url = address === null ? null : readWebAddress(address);
  return url === null
    ? content
    : wrap(`<a href="${url.replace(/[&<>"]/g, escapeCharacter)}">`, content, "</a>");
}

/** The address as Telegram takes it for a link; `null` for what is no address of the web, or is too long for one. */
export function readWebAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && url.href.length <= MAX_URL_LENGTH ? url.href : null;
}

function wrap(open: string, content: Html, close: string): Html {
  return content.length === 0 ? content : { source: open + content.source + close, length: content.length };
}

function escapeCharacter(character: string): string {
  return ESCAPES[character] ?? character;
}
