import { foldDiacritics } from "./fold.ts";

const EXACT = "~";
// After it a syllable must be typed as it is, because without diacritics it is more often another: `gap` is `gặp`, and
// `bao nhieu cho dau moi` no courtesy.

/** Words that are said to somebody, not asked of the articles. A clause of courtesy has one of them at least. */
const SAID = words(
  "xin phiền ~nhờ giúp giùm dùm ~mong ~gấp hỏi rep ib inbox ~cảm ~cám ~ơn camon chào ~kính ~gửi ~trân ~trọng ~chúc ~ạ ơi ới giải " +
    "~tư ~vấn thắc mắc phản ~cứu ~chấm ~hóng ad admin bot mn hi hello alo please pls plz help thanks thank thx tks sorry anyone anybody " +
    "everyone urgent urgently asap kindly regards appreciate appreciated curious wondering confused bother advise concern dear sir " +
    "madam cheers reply",
);

/** Words that stand beside them. What names a thing, a time, a place or a question is none of them. */
const BESIDE = words(
  "em anh chị tôi mình mk mik e a c t m ac bạn các ~mấy người cả nhà bác cô chú cháu con thầy sếp quý cơ quan ~sở vị chúng bọn " +
    "tụi shop đội ~ngũ bộ phận này kia ấy đó đây câu cái một chút tí xíu tẹo nhiều trước được đc có không ko k chưa đã ~đang sẽ rất " +
    "lắm quá ~mãi rồi mà là thì để với vs cho của và hay nữa nhé nha nhá nhe nhỉ ~hả vậy thế v z vì do nên nghen nhen hen đi lên ra " +
    "vào tìm thấy đọc xem hiểu rõ nghe ~nói cần muốn ~nhận sớm nhanh ngay luôn giờ nay hôm ngày ~mới vui ~vẻ tốt lành sức khỏe ~bài " +
    "đăng viết nhóm group page mẹ bố vợ chồng già mắt kém lần ~đầu tiên ngu dốt gà ngoài lề thông tin hướng dẫn ~bảo chỉ trả lời " +
    "~đáp hồi ý góp tâm biết lỗi làm như ~sau trên chân thành ê ơ ủa à ừ ừm uhm dạ vâng ok oke okay bận lòng nhiệt tình chờ lại ~mọi " +
    "dùng thật thích sự ~nhất bí quá ngơ giỏi ~á qua cao nhân on i me my mom you u we our us to it is are am m s so but and an the for in " +
    "of just new here would like want need know let ask asked asking tell got no not any guys all team friends very much lot " +
    "advance your time day have nice great good kind best hope can could will be if question quick may whom response answer " +
    "again really soon possible as this that there before first one with out find found im ill back get",
);

/** What people call themselves where they say that they ask: `công ty em muốn hỏi`. */
const SELVES = words(
  "bên doanh nghiệp công ty đơn vị cơ ~sở hộ kinh cửa hàng sinh viên học lớp phóng company office boss teacher student wants",
);

interface Words {
  readonly written: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
}

function words(list: string): Words {
  const marked = list.split(" ");
  const written = marked.map((word) => word.replace(EXACT, ""));
  const eitherWay = marked.filter((word) => !word.startsWith(EXACT));
  return { written: new Set(written), bare: new Set(eitherWay.map(foldDiacritics)) };
}

/** How a text is typed: without diacritics a word has none either. */
export type Typed = "written" | "bare";

function has(words: Words, syllable: string, typed: Typed): boolean {
  return words[typed].has(syllable);
}

/** Words that are courtesies only side by side: `ai` asks who, but in `ai biết chỉ giúp`. */
const TOGETHER =
  /^(?:ai (?:biết|biet|chỉ|chi|giúp|giup|rảnh|ranh)|moi nguoi|(?:cam|cảm|cám) (?:on|ơn)|lam phien|tu van|phan hoi|tra loi|hoi dap|giai (?:dap|thich))(?= |$)/u;

/** How many of the syllables from a place on may be of a clause of courtesy. */
function countBelonging(syllables: readonly string[], at: number, typed: Typed): number {
  const [syllable = "", next = ""] = syllables.slice(at, at + 2);
  if (TOGETHER.test(`${syllable} ${next}`)) return 2;
  return has(SAID, syllable, typed) || has(BESIDE, syllable, typed) ? 1 : 0;
}

/** A clause as short as this needs no word that is said to somebody, after others that did. */
const SHORT = 4;

/**
 * Whether a clause is all courtesy: `em tìm mãi chưa thấy, nhờ ad trả lời giúp`, and not `vì sao`.
 * @param syllables lower case, NFC; at least one
 * @param isAfterOthers whether other courtesies stand beside it
 */
export function isCourtesy(syllables: readonly string[], typed: Typed, isAfterOthers: boolean): boolean {
  const isSaid = isAfterOthers && syllables.length <= SHORT;
  return (isSaid || syllables.some((_, at) => isSaidAt(syllables, at, typed))) && isChat(syllables, typed);
}

function isSaidAt(syllables: readonly string[], at: number, typed: Typed): boolean {
  return has(SAID, syllables[at] ?? "", typed) || countBelonging(syllables, at, typed) > 1;
}

/** Whether all of the syllables could be said to somebody, though they need not be. */
export function isChat(syllables: readonly string[], typed: Typed): boolean {
  for (let at = 0; at < syllables.length; ) {
    const length = countBelonging(syllables, at, typed);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** What says that the question comes now, and what may stand between. */
const ASKS =
  /^(?:(?:hỏi|hoi|advise|wondering|to (?:ask|know))|(?:cho|được|duoc|muốn|muon|xin) (?:biết|biet)|let (?:me|us) know|may i (?:know|ask)|(?:xem|tìm|tim|tra|trả lời|tra loi|giải đáp|giai dap|tư vấn|tu van|chỉ|chi|nói|noi) (?:giúp|giup|giùm|gium|dùm|dum|hộ|ho))(?= |$)/u;
const BEFORE_ASKING = new Set("em minh toi e mk chau tui xin muon duoc phep can".split(" "));
const AFTER_ASKING = words(
  "chút ~tí xíu tẹo nghen ~nha ~nhé ~ạ ~là ~rằng ~về ~với giùm giúp dùm ~hộ ~thêm ~như ~sau ~câu ~này em mình tôi mk e me us that " +
    "about if following",
);

/**
 * How many of the syllables from the first on only say that a question comes: `bên công ty em muốn hỏi là`; 0 when they
 * do not.
 * @param parts syllables and `,` for each pause
 */
export function countAsking(parts: readonly string[], typed: Typed): number {
  let length = 0;
  for (let at = 0; at < parts.length; ) {
    const asks = ASKS.exec(parts.slice(at, at + 3).join(" "))?.[0];
    // `cho Hoi An` is a market.
    const isPlace = asks === "hoi" && !BEFORE_ASKING.has(parts[at - 1] ?? "");
    if (asks !== undefined && !isPlace) {
      at += asks.split(" ").length;
      while (parts[at] === "," || has(AFTER_ASKING, parts[at] ?? "", typed)) at++;
      length = at;
      continue;
    }
    const part = parts[at] ?? "";
    const belonging = part === "," || has(SELVES, part, typed) ? 1 : countBelonging(parts, at, typed);
    if (belonging === 0) break;
    at += belonging;
  }
  return length;
}
