/** What the letters of TCVN3 look like when read as windows-1252, vowel by vowel: plain, then à ả ã á ạ. */
const TCVN3: Readonly<Record<string, string>> = {
  a: "aµ¶·¸¹",
  ă: "¨»¼½¾Æ",
  â: "©ÇÈÉÊË",
  e: "eÌÎÏÐÑ",
  ê: "ªÒÓÔÕÖ",
  i: "i×ØÜÝÞ",
  o: "oßáâãä",
  ô: "«åæçèé",
  ơ: "¬êëìíî",
  u: "uïñòóô",
  ư: "\u00adõö÷øù",
  y: "yúûüýþ",
};

const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
/** What stands behind a letter in VNI for each of them. */
const VNI: Readonly<Record<string, readonly string[]>> = {
  plain: ["", "ø", "û", "õ", "ù", "ï"],
  "\u0302": ["â", "à", "å", "ã", "á", "ä"],
  "\u0306": ["ê", "è", "ú", "ü", "é", "ë"],
};
const VNI_SINGLE: Readonly<Record<string, string>> = {
  đ: "ñ",
  ì: "ì",
  ỉ: "æ",
  ĩ: "ó",
  í: "í",
  ị: "ò",
  ỵ: "î",
};

/** Text as a program without TCVN3 shows it. Lower case but for Đ, Ă, Â, Ê, Ô, Ơ, Ư: the others had no codes. */
export function seenAsTcvn3(text: string): string {
  const table = new Map<string, string>([
    ["đ", "®"],
    ["Đ", "§"],
  ]);
  for (const [at, capital] of [..."ĂÂÊÔƠƯ"].entries()) table.set(capital, "¡¢£¤¥¦".charAt(at));
  for (const [vowel, codes] of Object.entries(TCVN3))
    for (const [at, tone] of TONES.entries()) table.set((vowel + tone).normalize("NFC"), codes.charAt(at));
  return [...text].map((letter) => table.get(letter) ?? letter).join("");
}

/** Text as a program without VNI shows it. */
export function seenAsVni(text: string): string {
  return [...text]
    .map((letter) => {
      const small = letter.toLowerCase();
      const seen = VNI_SINGLE[small] ?? composeVni(small);
      return letter === small ? seen : seen.toUpperCase();
    })
    .join("");
}

function composeVni(letter: string): string {
  const [base = "", ...marks] = letter.normalize("NFD");
  if (marks.length === 0) return letter;
  const tone = TONES.findIndex((mark) => mark !== "" && marks.includes(mark));
  const horn = marks.includes("\u031b");
  const plain = horn ? (base === "o" ? "ô" : "ö") : base;
  const row = marks.find((mark) => mark === "\u0302" || mark === "\u0306") ?? "plain";
  return plain + (VNI[row]?.[Math.max(0, tone)] ?? "");
}

/** The bytes of text that only holds letters of windows-1252. */
export function toWindows1252(text: string): Buffer {
  const decoder = new TextDecoder("windows-1252");
  const letters = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  return Buffer.from([...text].map((letter) => letters.indexOf(letter)));
}

/** UTF-8 that was read as another encoding. */
export function seenAs(label: string, text: string): string {
  return new TextDecoder(label).decode(Buffer.from(text));
}
