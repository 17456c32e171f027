import fc from "fast-check";

const word = fc.constantFrom(
  ..."Hà Nội công nghiệp thương mại tăng 4,7% 3.060,7 TP. EVFTA 12/1 (GRDP) “kép” v.v... xuất khẩu".split(
    " ",
  ),
  "nghiệp".normalize("NFD"),
  "😀",
  "👨‍👩‍👧",
  "東京",
  "\u{20BB7}\u{20BB7}",
  "\uFEFF",
  "a".repeat(40),
);

const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constant(" ") },
  { weight: 1, arbitrary: fc.constantFrom("", "\t", "  ", "\u00a0", ", ", "; ", " – ", " ".repeat(300)) },
);

const sentence = fc
  .tuple(
    fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 }),
    fc.constantFrom(".", "...", "?", "!", ";…", ""),
  )
  .map(([words, stop]) => `Sở ${words.flat().join("").trim()}${stop}`);

const lineEnd = fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n\r\n", "\n \t\n");

const furniture = fc.constantFrom(
  "Quang cảnh hội nghị. Ảnh: Thùy Linh",
  "12/01/2021 5:02 PM",
  "Thương mại điện tử",
  "Top",
  "# Mục mới",
  "- mục đầu\n- mục sau.",
  "| a | b |\n| - | - |",
);

const paragraph = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(" ")),
  },
  { weight: 1, arbitrary: furniture },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
);

/** A file as it may lie in an articles folder, before it is normalised; it always has some prose. */
export const arbitraryFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "\uFEFF"),
    fc.constantFrom("", "---\ntitle: Tên 😀\n---\n", "---\r\npublisher: Báo\r\n---\r\n\r\n"),
    fc.array(fc.tuple(paragraph, lineEnd), { maxLength: 8 }),
  )
  .map(
    ([mark, frontMatter, paragraphs]) => `${mark}${frontMatter}${paragraphs.flat().join("")}Hà Nội đã họp.\n`,
  )
  .map((text) => text.replaceAll("\0", ""));
