/**
 * Words that shape a question without saying what it is about, so that an article need not hold them.
 * Vietnamese ones are phrases without diacritics; single syllables stand only where no content word folds alike.
 */
const VIETNAMESE = [
  ..."bao nhieu|nhu the nao|the nao|ra sao|lam sao|la gi|la ai|nhung gi|cai gi|vi sao|tai sao|o dau|khi nao|bao gio".split(
    "|",
  ),
  ..."luc nao|nam nao|nhung ai|co phai|phai khong|duoc khong|hay khong|hay chua|co khong|cho toi hoi|cho minh hoi".split(
    "|",
  ),
  ..."cho em hoi|cho hoi|xin hoi|xin cho biet|cho biet|cho toi biet|lam on|vui long|cam on|vay a|the a|gi|nao|vay|nhi|oi".split(
    "|",
  ),
  ..."khong|la|thi|ma|cua|va|co|duoc|nhung|cac|da|se|dang|bi|o|tai|trong|cho|voi|ve|den|tu|ra|a|nhe|the|may|ai|sao".split(
    "|",
  ),
];

const ENGLISH = (
  "a an the of in on at to for from by with and or as is are was were be been being do does did has have had will " +
  "would can could should may might it its their his her they he she we you i this that these those there any some " +
  "how many much what which who whom whose when where why please tell me about than then so if not no into over " +
  "under between during per up down out also more most other such only own same very s"
).split(" ");

const LONGEST = 4;
const PHRASES = new Set([...VIETNAMESE, ...ENGLISH]);

/** How many of the words from here on are a function phrase; 0 when the word is about something. */
export function matchFunctionPhrase(folded: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST, folded.length - at); length > 0; length--) {
    if (PHRASES.has(folded.slice(at, at + length).join(" "))) return length;
  }
  return 0;
}
