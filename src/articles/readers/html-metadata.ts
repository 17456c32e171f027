import { findDate } from "../../language/dates.ts";
import type { ArticleMetadata } from "../article.ts";
import { tidyWords } from "./assemble.ts";
import type { DomDocument } from "./dom.ts";
import { type LinkedData, readLinkedData } from "./linked-data.ts";

/** What a page says of itself: JSON-LD is written for machines and goes first, then OpenGraph, then the rest. */
export function readPageMetadata(document: DomDocument): Partial<ArticleMetadata> {
  const linked = readLinkedData(document);
  const meta = readMetaTags(document);
  const publisher = firstWords(linked.publisher, ...meta("og:site_name", "dc.publisher", "publisher"));
  const author = firstWords(...linked.authors, ...meta("author", "article:author", "dc.creator"));
  const found = {
    title: findTitle(document, linked, meta("og:title", "twitter:title"), publisher),
    publisher,
    publishedOn: findPublishingDay(document, linked, meta),
    url: findAddress(document, linked, meta("og:url")),
    // Some papers name themselves as their own author, others their page on a social network.
    author: author === publisher || (author && isAddress(author)) ? null : author,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

type MetaTags = (...names: string[]) => string[];

function readMetaTags(document: DomDocument): MetaTags {
  const contents = new Map<string, string>();
  for (const tag of document.querySelectorAll("meta")) {
    const name = (tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("itemprop"))
      ?.trim()
      .toLowerCase();
    const content = tag.getAttribute("content");
    if (name && content && !contents.has(name)) contents.set(name, content);
  }
  return (...names) => names.flatMap((name) => contents.get(name) ?? []);
}

function findTitle(
  document: DomDocument,
  linked: LinkedData,
  tags: readonly string[],
  publisher: string | null,
): string | null {
  const headings = [...document.querySelectorAll("h1")].map((heading) => heading.textContent ?? "");
  const alone = headings.length === 1 ? headings : [];
  const title = firstWords(linked.headline, ...tags, ...alone, document.title);
  return title === null ? null : withoutPublisher(title, publisher);
}

/** `Tên bài - Báo Công Thương` without the paper's name, which has its own place. */
function withoutPublisher(title: string, publisher: string | null): string {
  const parts = /^(.+?)\s+[|–—-]\s+([^|–—]+)$/u.exec(title);
  const name = parts?.[2]?.toLowerCase();
  return parts?.[1] && publisher && name === publisher.toLowerCase() ? parts[1] : title;
}

function findPublishingDay(document: DomDocument, linked: LinkedData, meta: MetaTags): string | null {
  const time = document.querySelector("time[pubdate], time[itemprop=datePublished], article time[datetime]");
  const candidates = [
    linked.datePublished,
    ...meta("article:published_time", "datepublished", "pubdate", "date", "dc.date.issued", "dc.date"),
    time?.getAttribute("datetime") ?? time?.textContent,
  ];
  for (const candidate of candidates) {
    const day = candidate ? toHanoiDay(candidate) : null;
    if (day) return day;
  }
  return null;
}

const WITH_ZONE = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The day as readers in Hanoi had it: 18:00 in London is tomorrow there. */
function toHanoiDay(when: string): string | null {
  const moment = WITH_ZONE.test(when.trim()) ? Date.parse(when.trim()) : Number.NaN;
  if (Number.isNaN(moment)) return findDate(when);
  return new Date(moment + HANOI_OFFSET_MS).toISOString().slice(0, 10);
}

function findAddress(document: DomDocument, linked: LinkedData, tags: readonly string[]): string | null {
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  const addresses = [canonical, ...tags, linked.url].map((address) => address?.trim());
  return addresses.find((address) => address !== undefined && isAddress(address)) ?? null;
}

function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
}

function firstWords(...values: ReadonlyArray<string | null | undefined>): string | null {
  return values.map((value) => tidyWords(value ?? "")).find((value) => value !== "") ?? null;
}
