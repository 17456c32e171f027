import { foldDiacritics } from "./fold.ts";

// The courtesies that people put around a question in a chat, as regular expressions over syllables with a space between
// them and `,` where punctuation stands. Each syllable with diacritics may be typed without them, but with no others:
// `chào bạn` greets, `chào bán` is a sale of shares. After `~` a syllable must be typed as it is, because without
// diacritics it is more often another: `theo ban quản lý`.

/** Whom people speak to. */
const YOU =
  "(?:các bạn|bạn|mấy bạn|các anh chị|anh chị em|anh chị|các anh|các chị|các bác|các em|quý vị|quý anh chị|quý cơ quan|" +
  "mọi người|mn|cả nhà|ban quản trị|admin|add|ad|mod|bot|shop|sếp|thầy|cô|chú|bác|anh|chị|em|bạn bot|bot nhà mình|a|c|e|b)";
/** Those of them that can be nothing else, so that they may stand before a comma. */
const ONLY_YOU = "(?:các bạn|mọi người|mn|cả nhà|các bác|quý vị|ban quản trị|admin|add|ad|mod|bot|bạn)";
/** What people call themselves. */
const ME =
  "(?:chúng tôi|chúng mình|chúng em|bọn mình|bọn em|tụi em|tụi mình|tôi|mình|em|tớ|tui|cháu|con|anh|chị|mk|mik|e|m|t)";
/** `hỏi chút`, `hỏi với ạ`, `hỏi là`. */
const AFTER_ASKING =
  "(?: (?:một chút|một tí|1 chút|1 tí|chút|tí|xíu|tẹo|tý|ké|với|ạ|nhé|nha|câu này|điều này|vấn đề này|là|rằng|" +
  "thông tin về|thông tin(?= ,)|về|thêm về|,))*";
const ASKING = "(?:hỏi thăm|hỏi|biết|tìm hiểu|tra cứu|tham khảo|hiểu)";
const KINDLY = "(?:(?:xin|xin phép|làm ơn|vui lòng|dạ|vâng|giúp|hãy|phiền|nhờ|rằng|à|ừm|ờ|thưa) )*";

/** What says yes. The `dạ` of `dạ dày` is another. */
const AGREEMENTS = [
  "~dạ(?! (?:dày|hội|tiệc|quang|hương|vũ|yến|khúc|lữ|lan))(?: ~ạ)?",
  "(?:~vâng|~ừ|~ừm|~ờ)(?: ~ạ)?",
  "(?:ok|oke|oki|okie|okay|dạ|vâng|uh|um|yes)(?= ,|$| cho | xin )",
] as const;

/** What greets; with `,` where bare it would be something else. */
const GREETINGS = [
  `(?:${ME} )?(?:xin|kính) chào(?: ${YOU})*`,
  "~chào(?: (?:~bạn|~các ~bạn|ad|admin|bot|~mọi ~người|~cả ~nhà))+",
  `(?:${ME} )?chào(?: buổi (?:sáng|trưa|chiều|tối))?(?: ${YOU})+(?: (?:ạ|nhé|nha))*(?= ,|$| (?:cho|xin|tôi|mình|em|cháu|có ai|ai) )`,
  "(?:chào|hi|hey|thưa)(?= ,|$| cho | xin )",
  `(?:alo|a lô|hello|helo|hé lô)(?: ${YOU})*`,
  `(?:hi|hey|dear)(?: (?:there|all|everyone|guys|team|${YOU}))+`,
  "good (?:morning|afternoon|evening|day)",
  `thưa ${YOU}`,
] as const;

/** What calls somebody: `ad ơi`. */
const CALLS = [`(?:${YOU} )+(?:ơi|ới)`, `(?:${YOU} )+(?:à|ạ)(?= ,|$)`, `${ONLY_YOU}(?= ,)`] as const;

/** What says that a question comes. */
const ASKS_TO_ASK = [
  `${KINDLY}(?:${YOU} )?(?:có thể |có |làm ơn |vui lòng |giúp |hãy )*(?:cho|xin phép cho|cho phép) ${ME} (?:được |xin |muốn |phép )*` +
    `(?:${ASKING}|xin)${AFTER_ASKING}`,
  `${KINDLY}(?:xin hỏi|xin được hỏi|xin phép hỏi|xin cho hỏi|xin cho biết|cho biết|hỏi ngu|hỏi ngoài lề|hỏi nhỏ)${AFTER_ASKING}`,
  `cho hỏi${AFTER_ASKING}`,
  `${KINDLY}(?:${ME} )(?:có (?:một |1 )?(?:câu hỏi|thắc mắc)|(?:đang |cũng |chỉ |rất )*(?:muốn|cần|định|xin|xin phép) (?:được )?` +
    `(?:${ASKING}|tìm thông tin|xin thông tin|thông tin))${AFTER_ASKING}`,
  `(?:muốn|cần) (?:hỏi|biết|tìm hiểu)${AFTER_ASKING}`,
  `theo (?:~bạn|ad|admin|bot|mọi người|các bác|các bạn|anh chị)(?: thì)?(?: ,)?`,
  `${KINDLY}(?:${YOU} )?(?:có thể )?(?:trả lời|giải đáp|tư vấn|tìm|tra cứu|tra|kiểm tra|nói|~chỉ) (?:giúp|hộ|dùm|giùm|cho) ${ME}` +
    `(?: (?:biết|câu hỏi|xem|rõ|hiểu))*${AFTER_ASKING}`,
  `(?:${YOU} )?giúp ${ME}(?: (?:với|tìm hiểu|tìm|trả lời|giải đáp|tra|hỏi|biết|xem))+${AFTER_ASKING}`,
  "(?:câu hỏi|hỏi)(?: của (?:tôi|mình|em) là)?(?= ,)",
  "hỏi (?:một chút|một tí|chút|tí|xíu|tẹo|nhanh)",
  `(?:(?:hi|hello|so|ok|okay|sorry|excuse me) ,? ?)?(?:(?:could|can|would|will) you (?:please |kindly )*)?` +
    "(?:tell|show|inform|let) (?:me|us)(?: (?:please|know|more|about))*",
  "(?:could|can|would|will) you (?:please |kindly )*(?:explain|find|answer|help me with|help me find|help me understand|say)",
  "(?:i|we) (?:would|d|just|really|also)? ?(?:like|want|need|wish|wanted) to (?:know|ask|find out|learn|understand)(?: (?:about|more about))?",
  "(?:i m|i am|im|i was|just|i m just|i am just|i was just|im just) (?:wondering|curious|curious to know|asking)(?: about)?",
  "(?:may|can|could) i ask(?: you)?(?: about)?",
  "(?:quick|one|a|my|small) question(?: is)?(?= ,|$)",
  "(?:sorry|excuse me|question)(?= ,)",
] as const;

/** What asks whether somebody knows; at the end a `không` goes with it. */
const ASKS_WHO_KNOWS = [
  `(?:${YOU} )?(?:có )?(?:ai|ai đó|${YOU}) (?:có |nào )*biết(?: (?:là|về|rằng|gì về))*`,
  "(?:không|ko|k) biết(?: là)?",
  "(?:do|does) (?:you|anyone|anybody|someone|any of you)(?: happen to)? know(?: about)?",
  "(?:any idea|any one know|anyone know|anyone knows)(?: about)?",
] as const;

/** What asks whether one may have something; at the end `được không` goes with it. */
const ENDS_WHO_KNOWS = "(?:hay )?(?:không|ko|k|hông|hem|hok|chưa)";
const ENDS_MAY = "(?:được|đc|dc) (?:không|ko|k|hông|hem|hok)";

const THANKING = "(?:cảm ơn|cám ơn|cảm tạ|đa tạ|camon|cam on|thank you|thanks|thank|thanx|thx|tks|thks|tk)";
/** What thanks, in the end. */
const THANKS = [
  `(?:${ME} )?(?:xin |rất |chân thành |trân trọng |ok |vâng |dạ )*${THANKING}` +
    `(?: (?:${YOU}|nhiều|trước|lắm|rất|ạ|nhé|nha|nhe|nhá|ah|so much|very much|a lot|a million|in advance|for your help|again|all))*`,
  "(?:trân trọng|many thanks|cheers)",
] as const;

/** What thanks where nothing sets it apart. */
const PLAIN_THANKS = [
  "(?:many |ok |and )?(?:thanks|thank you|thanx|thx|tks|thks)(?: (?:so much|very much|a lot|again|all|nhé|nha|~ạ))*",
];

/** What else ends a question and says nothing. `Anh` may be England, `ha` is an area, and `Z` a generation. */
const ENDINGS = [
  "(?:~ạ|~nhé|~nhỉ|~nhá|~à|zậy|dợ)",
  `(?:vậy|thế|z|v) (?:ạ|${ONLY_YOU})`,
  "(?<=(?:gì|nào|đâu|nhiêu|sao|ai|không) )(?:z|v)",
  "với ạ",
  "(?:giúp|hộ|giùm|dùm) (?:tôi|mình|em|tớ|mk|e)(?: với)?",
  "(?:giúp|hộ|giùm|dùm) với",
  `${YOU} ơi`,
  `${ONLY_YOU} (?:~ạ|~nhỉ|~nhé|~à)`,
  "(?:please|pls|plz)",
] as const;

/** The pattern, each of whose syllables may be typed without diacritics, but after `~`. */
function eitherWay(pattern: string): string {
  return pattern.replace(/(~?)([\p{L}\p{M}]+)/gu, (_, exact: string, word: string) => {
    const folded = foldDiacritics(word);
    return exact !== "" || folded === word ? word : `(?:${word}|${folded})`;
  });
}

function compile(patterns: readonly string[]): string {
  return `(?:${patterns.map(eitherWay).join("|")})`;
}

/** Patterns without anchors: who uses them says where they may stand. */
export const COURTESIES = {
  agreement: compile(AGREEMENTS),
  greeting: compile(GREETINGS),
  call: compile(CALLS),
  asksToAsk: compile(ASKS_TO_ASK),
  asksWhoKnows: compile(ASKS_WHO_KNOWS),
  endsWhoKnows: eitherWay(ENDS_WHO_KNOWS),
  endsMay: eitherWay(ENDS_MAY),
  thanks: compile(THANKS),
  plainThanks: compile(PLAIN_THANKS),
  ending: compile(ENDINGS),
} as const;
