import { foldDiacritics } from "./fold.ts";

// The courtesies that people put around a question in a chat, as regular expressions over syllables with a space between
// them and `,` where punctuation stands. In a text without diacritics they have none either, but after `~` a syllable
// must be typed as it is, because without diacritics it is more often another: `theo ban quản lý`, `cho hỏi tý`: `tỷ giá`.

/** Whom people speak to. */
const YOU =
  "(?:các bạn|bạn|mấy bạn|các đồng chí|đồng chí|ông|cháu|con|các anh chị|anh chị em|anh chị|các anh|các chị|các bác|các em|quý vị|quý anh chị|quý cơ quan|quý sở|" +
  "mọi người|mn|cả nhà|ban quản trị|admin|add|ad|mod|bot|shop|sếp|thầy|cô|chú|bác|anh|chị|em|bạn bot|a|c|e|b)";
/** Those of them that can be nothing else, so that they may stand before a comma. */
const ONLY_YOU = "(?:các bạn|mọi người|mn|cả nhà|các bác|quý vị|ban quản trị|admin|add|ad|mod|bot|~bạn)";
/** What people call themselves. */
const ME =
  "(?:chúng tôi|chúng mình|chúng em|bọn mình|bọn em|tụi em|tụi mình|tôi|mình|em|tớ|tui|cháu|con|anh|chị|ông|bà|bác|cô|chú|mk|mik|e|m|t)";
/** `hỏi chút`, `hỏi với ạ`, `hỏi là`. */
const AFTER_ASKING =
  "(?: (?:một chút|một tí|1 chút|1 tí|chút|~tí|xíu|tẹo|~tý|~ké|với ạ|~với|~ạ|~nhé|~nha|câu này|điều này|vấn đề này|~là|~rằng|" +
  "thông tin về|thông tin(?= ,)|~về|thêm về|quý sở|quý cơ quan|quý vị|mọi người|admin|ad|,))*";
const ASKING = "(?:hỏi thăm|hỏi|biết|tìm hiểu|tra cứu|tham khảo|hiểu)";
const KINDLY = "(?:(?:xin|xin phép|làm ơn|vui lòng|dạ|vâng|giúp|hãy|phiền|nhờ|rằng|à|ừm|ờ|thưa) )*";

/** What says yes. The `dạ` of `dạ dày` is another. */
const AGREEMENTS = [
  "(?:~ơ|ủa)(?: thế)?(?: ~mà)?",
  "(?:ok|okay|oke) so",
  "(?:(?:vậy|thế) )?rốt cuộc(?: (?:~thì|~là))?",
  "(?:for the record|again|basically|honestly|actually)(?= ,| how | what | who | when | where | why )",
  "~dạ(?! (?:dày|hội|tiệc|quang|hương|vũ|yến|khúc|lữ|lan))(?: ~ạ)?",
  "(?:~vâng|~ừ|~ừm|~ờ)(?: ~ạ)?",
  `(?:ok|oke|oki|okie|okay|uh|um|yes)(?= ,|$| cho ${ME} (?:hỏi|biết|xin) | xin )`,
  `(?:dạ|vâng)(?= cho (?:${ME} )?hỏi)`,
  "(?:dạ )?vâng ạ$",
] as const;

/** What greets; with `,` where bare it would be something else. */
const GREETINGS = [
  `(?:${ME} )?(?:xin|kính) chào(?: ${YOU})*`,
  "~chào(?: (?:~bạn|~các ~bạn|ad|admin|bot|~mọi ~người|~cả ~nhà))+",
  `(?:${ME} )?chào(?: buổi (?:sáng|trưa|chiều|tối))?(?: ${YOU})+(?: (?:ạ|nhé|nha))*(?= ,|$| (?:cho ${ME} (?:hỏi|biết|xin)|cho hỏi|xin|tôi|mình|em|cháu|có ai|ai) )`,
  `(?:chào|hi|hey|thưa)(?= ,|$| cho ${ME} (?:hỏi|biết|xin) | xin )`,
  `chào buổi (?:sáng|trưa|chiều|tối)(?: ${YOU})*`,
  `(?:alo|a lô|hello|helo|hế lô|hê lô|hé lô)(?: ${YOU})*`,
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
  `~cho ~hỏi${AFTER_ASKING}`,
  `${KINDLY}(?:${ME} )(?:có (?:một |1 )?(?:câu hỏi|thắc mắc)|(?:đang |cũng |chỉ |rất )*(?:muốn|cần|định|xin|xin phép) (?:được )?` +
    `(?:${ASKING}|tìm thông tin|xin thông tin|thông tin))(?! gì)${AFTER_ASKING}`,
  `muốn (?:hỏi|biết)${AFTER_ASKING}`,
  `theo (?:~bạn|ad|admin|bot|mọi người|các bác|các bạn|anh chị)(?: ~thì)?(?: ,)?`,
  `${KINDLY}(?:${YOU} )?(?:có thể )?(?:trả lời|giải đáp|tư vấn|tìm|tra cứu|tra|kiểm tra|nói|~chỉ) (?:giúp|hộ|dùm|giùm|cho) ${ME}` +
    `(?: (?:biết|câu hỏi|xem|rõ|hiểu))*${AFTER_ASKING}`,
  `(?:${YOU} )?giúp ${ME}(?: (?:với|tìm hiểu|tìm|trả lời|giải đáp|tra|hỏi|biết|xem))+${AFTER_ASKING}`,
  "(?:câu hỏi|~hỏi)(?: của (?:tôi|mình|em) là)?(?= ,)",
  "hỏi (?:một chút|một tí|chút|tí|xíu|tẹo|nhanh)",
  `(?:(?:hi|hello|so|ok|okay|sorry|excuse me) ,? ?)?(?:(?:could|can|would|will) you (?:please |kindly )*)?` +
    "(?:tell|show|inform|let) (?:me|us)(?: (?:please|know|about))*",
  "(?:could|can|would|will) you (?:please |kindly )*(?:explain|find|answer|help me with|help me find|help me understand|say)",
  "(?:i|we) (?:would|d|just|really|also)? ?(?:like|want|need|wish|wanted) to (?:know|ask|find out|learn|understand)(?: (?:about|more about))?",
  "(?:i m|i am|im|i was|just|i m just|i am just|i was just|im just) (?:wondering|curious|curious to know|asking)(?: about)?",
  "(?:may|can|could) i ask(?: you)?(?: something| a question)?(?: about)?",
  "(?:quick|one|a|my|small) question(?: is)?(?= ,|$)",
  "(?:sorry|excuse me|question)(?= ,)",
] as const;

/** What asks whether somebody knows; at the end a `không` goes with it. */
const ASKS_WHO_KNOWS = [
  `(?:${YOU} )?(?:có )?(?:ai|ai đó|${YOU}) (?:có |nào )*biết(?: (?:~là|~về|~rằng|gì về))*`,
  "(?:không|ko|k) biết(?: ~là)?",
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
  "(?:~ạ|~nhé|~nhỉ|~nhá|~à|zậy|dzậy|dzị|~dợ|~dạ|~dọ|~dị)",
  "(?<=(?:^| )(?:vậy|z|v|dzậy) )ta",
  "(?<=(?:^| )(?:vậy|~thế|z|v|hả|~nhỉ|không|ko|k|gì|nào|đâu|nhiêu|sao|ai) )(?:các |mấy )?(?:ad|admin|bot|bạn|mọi người|mn|cả nhà|shop|" +
    "anh chị|~anh|~chị|em|~cháu|~bác|~cô|~chú|sếp)(?: ơi| ạ| nhỉ)?",
  `(?:~vậy|~thế|z|v) ạ`,
  "~hả",
  "(?<=(?:^| )(?:gì|nào|đâu|nhiêu|sao|ai|không) )(?:z|v)",
  "~với ~ạ",
  "(?:giúp|(?<!(?:ủng|bảo|phù|cứu|căn) )hộ|giùm|dùm) (?:tôi|mình|em|tớ|mk|e)(?: với)?",
  "(?:giúp|hộ|giùm|dùm) với",
  `${YOU} ơi`,
  `${ONLY_YOU} (?:~ạ|~nhỉ|~nhé|~à)`,
  "(?:please|pls|plz)",
] as const;

/** The patterns as they are typed in a text; without anchors, for who uses them knows where they may stand. */
function compile(patterns: readonly string[], bare: boolean): string {
  // Whom somebody speaks to can be said in several ways, `anh chị em` as one or as three: without bounds a text of
  // nothing else would be tried in all of them.
  const bounded = patterns.join("|").replaceAll(")*", "){0,6}").replaceAll(")+", "){1,4}");
  const typed = bounded.replace(/(~?)([\p{L}\p{M}]+)/gu, (_, exact: string, word: string) =>
    bare && exact === "" ? foldDiacritics(word) : word,
  );
  return `(?:${typed})`;
}

function compileAll(bare: boolean) {
  return {
    agreement: compile(AGREEMENTS, bare),
    greeting: compile(GREETINGS, bare),
    call: compile(CALLS, bare),
    asksToAsk: compile(ASKS_TO_ASK, bare),
    asksWhoKnows: compile(ASKS_WHO_KNOWS, bare),
    endsWhoKnows: compile([ENDS_WHO_KNOWS], bare),
    endsMay: compile([ENDS_MAY], bare),
    thanks: compile(THANKS, bare),
    plainThanks: compile(PLAIN_THANKS, bare),
    ending: compile(ENDINGS, bare),
  };
}

export type Courtesies = ReturnType<typeof compileAll>;

/** In texts with diacritics, and in those without. */
export const COURTESIES = { written: compileAll(false), bare: compileAll(true) } as const;
