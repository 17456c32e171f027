# Văn bản tiếng Việt. Các khoá và biến phải trùng với en.ftl.

## /start, /help và thực đơn lệnh

start = Xin chào!
help =
    Tôi trả lời câu hỏi về công thương Hà Nội bằng cách trích nguyên văn các bài báo: câu trả lời được in đậm, bên dưới là tên bài, nơi đăng, ngày đăng và số đoạn.
help-private =
    Bạn cứ gõ câu hỏi, có dấu hay không dấu đều được, bằng tiếng Việt hoặc tiếng Anh.
    Bạn có thể hỏi tiếp ngay sau câu trả lời (“còn năm 2019?”), hoặc trả lời (reply) tin nhắn của tôi; nếu sửa câu hỏi, tôi sẽ sửa câu trả lời.
help-group =
    Trong nhóm, bạn gửi /ask kèm câu hỏi, dùng /ask để trả lời một tin nhắn có câu hỏi, hoặc trả lời tin nhắn của tôi.
    Ở cuộc trò chuyện khác, bạn gõ @{ $bot } rồi câu hỏi.
help-examples = Hoặc bấm thử một câu hỏi dưới đây:

command-ask = Hỏi về công thương Hà Nội
command-help = Cách hỏi và câu hỏi mẫu
command-sources = Danh sách bài báo
command-language = Đổi ngôn ngữ (Language)
command-about = Về nguồn bài và về bot
command-forget = Xoá những gì tôi lưu về bạn
command-status = Tình trạng hoạt động của bot

# Câu hỏi mẫu, mỗi dòng một câu. Chỉ những câu mà các bài báo trả lời được mới hiện thành nút.
examples =
    Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?
    Chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu?
    Tổng mức bán lẻ hàng hóa ước đạt bao nhiêu?
    Bao nhiêu doanh nghiệp được hỗ trợ lãi suất?
    Bộ Công Thương sẽ hỗ trợ Hà Nội gì về thương mại điện tử?

## Lời chào, lời cảm ơn, câu hỏi về bot: mỗi dòng một cách nói, viết hoa hay dấu câu không quan trọng.
## Những lời xã giao quanh đó ("dạ", "ad ơi", "cho em hỏi", "ạ", "em cảm ơn") đã được nhận biết sẵn.

greetings =
    xin chào
    chào
    alo
thanks =
    cảm ơn
    cám ơn
    tốt
    tốt quá
    tốt lắm
    hay
    hay quá
    hay lắm
    giỏi quá
    giỏi lắm
    tuyệt
    tuyệt vời
    đúng rồi
    chuẩn
    chuẩn rồi
    hiểu rồi
    tôi hiểu rồi
    mình hiểu rồi
    em hiểu rồi
    rõ rồi
    biết rồi
    được rồi
    thế thôi
    vậy thôi
    không cần nữa
    không cần đâu
    không sao
    tạm biệt
    chào tạm biệt
    bye
    bai
    bb
    pp
    ngủ ngon
    ngủ ngon nha bot
    chúc ngủ ngon
    chúc một ngày tốt lành
    c.ơn
    hẹn gặp lại
    oki
    ok
    okie
    okela
openings =
    có ai không
    có ai ở đó không
    có ai ở đây không
    có ai trực không
    có đó không
    bạn có đó không
    bạn có ở đó không
    ad có đó không
    bot có đó không
    hỏi được không
    hỏi chút được không
    cho hỏi được không
complaints =
    sai
    sai rồi
    sai bét
    trả lời sai
    trả lời sai rồi
    bạn trả lời sai rồi
    bot trả lời sai rồi
    không đúng
    không phải
    không phải vậy
    không phải thế
    không phải cái này
    không phải cái đó
    không đúng ý tôi
    không phải ý tôi
    ý tôi không phải thế
    không liên quan
    chẳng liên quan
    không liên quan gì
    chán
    chán quá
    chán bot quá
    bot chán quá
    dở
    dở quá
    tệ
    tệ quá
    kém
    kém quá
    bot ngu
    bot ngu quá
    ngu quá
    ngu
    vô dụng
    chưa đúng
    chưa đúng ý
questions-about-bot =
    bạn có khỏe không
    bạn khỏe không
    bạn thế nào
    bạn là ai
    bạn là gì
    bạn là bot
    bạn là bot phải không
    bạn là người hay máy
    bạn là người hay bot
    bạn là người thật hay máy
    bạn có phải là người không
    bạn tên gì
    bạn tên là gì
    tên bạn là gì
    bạn làm được gì
    bạn làm được những gì
    bạn có thể làm gì
    bạn có thể làm những gì
    bạn biết gì
    bạn biết những gì
    bạn giúp được gì
    bạn giúp được gì cho tôi
    bạn giúp được những gì
    bạn trả lời được gì
    bạn trả lời được những gì
    bạn trả lời được những câu hỏi nào
    bạn dùng để làm gì
    bot là ai
    bot là gì
    bot tên gì
    bot tên là gì
    bot làm được gì
    bot làm được những gì
    bot biết gì
    bot giúp được gì
    bot trả lời được gì
    bot trả lời được những gì
    bot dùng để làm gì
    bot này là gì
    bot này làm gì
    bot này làm được gì
    bot này làm được những gì
    bot này dùng để làm gì
    bot này dùng thế nào
    bot này để làm gì
    đây là bot gì
    mày là ai
    mày tên gì
    mày làm được gì
    em là ai
    ad là ai
    có thể hỏi gì
    có thể hỏi những gì
    có thể hỏi bạn những gì
    tôi có thể hỏi gì
    tôi có thể hỏi những gì
    tôi có thể hỏi bạn những gì
    mình có thể hỏi gì
    mình có thể hỏi những gì
    em có thể hỏi gì
    hỏi được gì
    hỏi được những gì
    hỏi gì được
    dùng bot thế nào
    cách dùng bot
    cách sử dụng bot
    hướng dẫn sử dụng
    trợ giúp
    giúp
    giúp với
opening-reply = Vâng, mời bạn đặt câu hỏi.
complaint-reply = Xin lỗi vì câu trả lời chưa đúng ý bạn. Bạn thử hỏi bằng cách khác nhé.
thanks-reply = Rất vui được giúp bạn. Bạn cứ hỏi tiếp khi cần nhé.

## Câu trả lời

not-answered = Các bài báo hiện có không trả lời câu hỏi này.
not-answered-advice = Bạn thử hỏi cách khác, hoặc xem /sources để biết tôi có những bài nào.
not-answered-topics = Những chủ đề gần nhất mà các bài báo có nói đến:
follows-up = ↪️ Hiểu là hỏi tiếp: “{ $question }”
related = Đoạn gần nhất với câu hỏi, nhưng có thể không phải câu trả lời:
unsure = Có lẽ đây là câu trả lời, nhưng tôi chưa chắc chắn:
further = Đoạn này có liên quan, nhưng có thể không trả lời câu hỏi:
ask-what = Bạn muốn hỏi gì? Bạn cứ gõ câu hỏi, không cần lệnh.
ask-usage = Bạn viết câu hỏi ngay sau /ask, hoặc dùng /ask để trả lời một tin nhắn có câu hỏi.

button-context = Xem ngữ cảnh
button-back = ↩ Quay lại
button-article = Mở bài viết
vote-counted = Cảm ơn bạn đã góp ý!
vote-withdrawn = Tôi đã bỏ đánh giá của bạn.

## Dẫn nguồn

citation-page = trang { $page }
citation-paragraph = đoạn { $paragraph }
unknown-publisher = không rõ nơi đăng
unknown-date = không rõ ngày đăng
unknown-publisher-and-date = không rõ nơi và ngày đăng
also-in = Cũng có trong:
and-more = và { $count } bài khác

## /sources

sources = Tôi trích dẫn { $count } bài báo:
sources-none = Hiện chưa có bài báo nào.

## /language, /about, /status, /forget

language-name = Tiếng Việt
language = Bạn muốn tôi nói tiếng gì?
language-chosen = Từ giờ tôi sẽ nói tiếng Việt với bạn.

about = Tôi trả lời câu hỏi về công thương Hà Nội bằng cách trích nguyên văn các bài báo, không thêm lời nào của mình.
about-articles = Số bài báo: { $count }
about-date = Ngày đăng: { $date }
about-dates = Ngày đăng: từ { $first } đến { $last }
about-undated = Không rõ ngày đăng: { $count } bài
about-indexed = Lập chỉ mục lần cuối: { $date } (giờ Hà Nội)
about-model = Mô hình tìm kiếm: { $model }
about-version = Phiên bản: { $version }
about-privacy = Câu hỏi và đánh giá được lưu có thời hạn, không kèm tên, để cải thiện bot. Gửi /forget để xoá những gì tôi lưu về bạn.

status-uptime = Đã chạy: { $days } ngày { $hours } giờ { $minutes } phút
status-index = Chỉ mục: { $generation }, { $passages } đoạn trích
status-updates = Cập nhật đã nhận: { $count }
status-answers = Trả lời: { $answered } có đáp án, { $related } gần đúng, { $notFound } không tìm thấy
status-latency = Thời gian trả lời: trung vị { $median } ms, lâu nhất { $slowest } ms
status-errors = Lỗi: { $count }

forgotten = Tôi đã xoá các câu hỏi, đánh giá và lựa chọn ngôn ngữ của bạn.
nothing-to-forget = Tôi không lưu gì về bạn cả.

## Nhóm

group-hello =
    Xin chào! Tôi trả lời câu hỏi về công thương Hà Nội bằng cách trích nguyên văn các bài báo.
    Hãy gửi /ask kèm câu hỏi, hoặc dùng /ask để trả lời một tin nhắn có câu hỏi; những tin nhắn khác tôi không để ý.
not-enabled-chat = Tôi chưa được bật cho nhóm này. Người quản trị bot cần thêm mã nhóm { $id } vào ALLOWED_CHATS.
not-enabled-person = Bot này chỉ dành cho một số người. Nếu bạn cần dùng, hãy gửi mã { $id } cho người quản trị bot.

## @bot trong mọi cuộc trò chuyện

inline-nothing = Các bài báo không trả lời câu này. Cách hỏi?

## Những gì không phải là câu hỏi

hint-media = Tôi chỉ đọc được chữ. Bạn vui lòng gõ câu hỏi, tôi sẽ tìm trong các bài báo.
hint-words = Tôi chưa thấy câu hỏi nào. Bạn vui lòng gõ câu hỏi bằng chữ.
hint-command = Tôi không biết lệnh này. Bạn cứ gõ thẳng câu hỏi, hoặc gửi /help để xem hướng dẫn.
hint-command-group = Tôi không biết lệnh này. Trong nhóm, bạn gửi /ask kèm câu hỏi, hoặc gửi /help để xem hướng dẫn.
hint-button = Nút này đã cũ. Bạn vui lòng gõ lại câu hỏi, hoặc gửi /help để xem câu hỏi mẫu.

## Trục trặc

try-again = Xin lỗi, có trục trặc nên tôi chưa trả lời được. Bạn vui lòng thử lại.
too-fast = Bạn gửi nhanh quá. Bạn vui lòng đợi một phút rồi hỏi tiếp nhé.
busy = Hiện có nhiều người hỏi cùng lúc. Bạn vui lòng hỏi lại sau một phút nhé.

## Dòng lệnh

cli-answer-none = Các bài báo hiện có không trả lời câu hỏi này.
cli-answer-related = Các bài báo có nói đến điều này, nhưng có thể không trả lời câu hỏi:
cli-answer-topics = Bạn có thể hỏi về:
cli-untitled = (không có tiêu đề) “{ $opening }”
cli-unknown-publisher = không rõ nơi đăng
cli-unknown-date = không rõ ngày đăng
cli-page = trang { $page }
cli-paragraph = đoạn { $paragraph }
cli-also-in = Cũng có trong:
cli-prompt = Câu hỏi (để trống để thoát):{ " " }
cli-building = Chưa có chỉ mục, đang tạo từ thư mục “{ $articles }”…
cli-built = Đã tạo chỉ mục: { $articles } bài, { $passages } đoạn trích, { $seconds } giây.
cli-damaged = Bỏ qua bản chỉ mục hỏng { $generation }: { $reason }.
cli-current-lost = Thư mục chỉ mục không ghi bản nào đang dùng; trả lời theo bản mới nhất, { $generation }.
cli-stage-reading = Đọc bài
cli-stage-embedding = Tính vectơ
cli-stage-connecting = Dựng đồ thị
cli-stage-writing = Ghi đĩa
cli-pace = ({ $rate }/giây, còn { $left })
cli-report-title = Đã tạo chỉ mục { $generation } trong { $seconds } giây
cli-plan-title = Chạy thử, chưa ghi gì. Nếu chạy thật thì:
cli-plan-nothing = Chạy thử, chưa ghi gì. Chỉ mục đã đúng với các bài báo.
cli-rebuild-forced = Tính lại tất cả vì có --force.
cli-rebuild-model = Tính lại tất cả vì mô hình đổi từ { $before } sang { $now }.
cli-rebuild-chunking = Cắt lại đoạn trích vì cỡ đoạn đổi từ { $before } chữ sang { $now } chữ.
cli-rebuild-unusable = Tính lại tất cả vì không dùng được bản trước ({ $before }).
cli-report-articles = Bài báo
cli-report-new = Bài mới
cli-report-changed = Bài thay đổi
cli-report-unchanged = Bài giữ nguyên
cli-report-removed = Bài đã bỏ
cli-report-passages = Đoạn trích
cli-report-reused = Giữ lại từ bản trước
cli-report-embedded = Tính vectơ mới
cli-report-skipped = Tệp bỏ qua
cli-report-warnings = Cảnh báo
cli-watching = Đang theo dõi thư mục “{ $articles }”: khi bài báo thay đổi và yên được { $seconds } giây, chỉ mục được tạo lại. Ctrl-C để dừng.
cli-watch-unchanged = Chỉ mục đã đúng với các bài báo.
cli-more-files = … và { $count } tệp khác (xem bằng --json)

warning-garbled = Chữ có vẻ sai bảng mã, hãy mở tệp xem lại ({ $count }):
warning-converted = Đã chuyển từ bảng mã cũ hoặc sai sang Unicode, hãy xem lại ({ $count }):
warning-menu-title = Tiêu đề giống tên mục hoặc tên trang web ({ $count }):
warning-no-date = Không rõ ngày đăng ({ $count }):
warning-same-text = Trùng nội dung với bài khác ({ $count }):
warning-side-file = Tệp thông tin đi kèm có chỗ sai, chỗ đó không được dùng ({ $count }):

skip-bad-encoding = không đúng bảng mã { $detail }, hãy lưu lại bằng UTF-8
skip-binary = tệp nhị phân, không phải văn bản
skip-broken = tệp hỏng, hãy mở bằng chương trình của nó rồi lưu lại
skip-changed-while-read = tệp đang được ghi, hãy chạy lại sau
skip-duplicate-id = trùng tên với { $detail }, hãy đổi tên một trong hai
skip-empty = tệp không có chữ nào
skip-encrypted = tệp có mật khẩu, hãy lưu lại không đặt mật khẩu
skip-front-matter = phần thông tin đầu tệp sai: { $detail }
skip-link-to-folder = liên kết tới một thư mục, hãy chép các tệp vào đây
skip-no-extension = tên tệp không có đuôi, hãy thêm đuôi đúng với định dạng ({ $formats })
skip-no-prose = không có câu văn nào của bài báo
skip-no-text-layer = PDF chỉ có ảnh chụp ({ $detail } trang), không có chữ, hãy nhận dạng chữ (OCR) trước
skip-not-a-file = không phải tệp thường
skip-not-utf8 = không phải UTF-8 (từ { $detail }), hãy lưu lại bằng UTF-8
skip-outside-folder = liên kết ra ngoài thư mục bài báo ({ $detail }), hãy chép tệp vào đây
skip-side-file-alone = không có bài nào cùng tên để ghi thông tin
skip-too-complex = trang quá phức tạp để là một bài báo, hãy lưu riêng phần bài
skip-too-large = quá lớn ({ $detail }, tối đa 10 MB)
skip-unreadable =
    { $detail ->
        [EACCES] không có quyền đọc
        [ENOENT] liên kết tới tệp không còn
        [ELOOP] liên kết vòng quanh
       *[other] không đọc được ({ $detail })
    }
skip-unsupported-format = không đọc được định dạng { $detail }, hãy lưu thành một trong các dạng { $formats }

field-no-yaml = không đúng cú pháp YAML ở dòng { $value }
field-not-closed = thiếu dòng --- kết thúc
field-no-fields = phải gồm các dòng dạng “title: …”
field-no-line = { $field } phải là một dòng chữ
field-no-date = { $field }: “{ $value }” không phải ngày, hãy viết như 2024-12-31 hoặc 31/12/2024
field-no-address = { $field } phải bắt đầu bằng http:// hoặc https://
field-unknown = không có mục { $field }, chỉ có { $fields }

## Thêm bài báo

add-added = Đã thêm { $path }
add-replaced = Đã thay { $path }
add-would-be-added = Sẽ thêm { $path }
add-would-be-replaced = Sẽ thay { $path }
add-known = Đã có bài này: { $path }. Thêm --force nếu muốn thay.
add-row-title = Tiêu đề
add-row-publisher = Nơi đăng
add-row-date = Ngày đăng
add-row-author = Tác giả
add-row-url = Địa chỉ
add-row-length = Độ dài
add-row-opening = Mở đầu
add-length = { $words } chữ, { $paragraphs } đoạn văn
add-unknown = không rõ
add-summary = Thêm được { $count } bài, { $failed } bài không thêm được.
add-nothing = Không thêm được bài nào ({ $count } bài có lỗi).
add-nothing-written = Chỉ chạy thử, chưa ghi gì.
add-next = Chạy “npm run index” để bot trả lời từ bài mới.
add-asking = Bài “{ $opening }” thiếu vài thông tin. Để trống nếu không rõ.
add-ask-title = Tiêu đề:
add-ask-publisher = Nơi đăng:
add-ask-date = Ngày đăng (ngày/tháng/năm):
add-ask-date-again = Không có ngày như vậy; hãy viết như 31/12/2024, hoặc để trống.
add-ask-author = Tác giả:
add-failed = Không thêm được { $source }: { $why }.
add-refused-address-wrong = địa chỉ sai, phải bắt đầu bằng http:// hoặc https:// ({ $detail })
add-refused-credentials-in-address = địa chỉ có tên và mật khẩu, hãy bỏ đi ({ $detail })
add-refused-file-unreadable = không đọc được tệp ({ $detail })
add-refused-private-address = đây là địa chỉ nội bộ ({ $detail }), chỉ tải khi có --allow-private
add-refused-redirects = chuyển hướng quá { $detail } lần
add-refused-robots-disallow = trang web không cho chương trình tự động đọc ({ $detail }, theo robots.txt); hãy lưu bài thành tệp rồi thêm tệp
add-refused-robots-unreachable = chưa biết trang web có cho phép không vì không đọc được robots.txt ({ $detail }), hãy thử lại sau
add-refused-status = máy chủ không đưa bài ra ({ $detail })
add-refused-too-large = quá lớn (giới hạn { $detail })
add-refused-too-slow = quá chậm (giới hạn { $detail })
add-refused-unreachable = không kết nối được ({ $detail })
add-refused-unsupported-content = không phải bài báo dạng HTML, PDF, DOCX, Markdown hay văn bản ({ $detail })
add-refused-unsupported-encoding = bảng mã { $detail } không đọc được hoặc không đúng, hãy lưu lại bằng UTF-8

## Chỉ mục: kiểm tra, quay lại, tình trạng

index-none = Chưa có chỉ mục; hãy chạy “npm run index” để tạo.
index-nothing-usable = Không bản chỉ mục nào dùng được; hãy chạy “npm run index” để tạo bản mới từ các bài báo.
index-damaged = Bản { $generation } không dùng được: { $reason }.
index-damaged-live = Bản đang dùng { $generation } bị hỏng: { $reason }. Bot trả lời theo bản { $serving }; hãy chạy “npm run index” để tạo bản mới.
index-damaged-other = Bản { $generation } không dùng được: { $reason }. Bot không cần đến nó; lần “npm run index” tới sẽ xoá.
index-current-missing = Không đọc được tệp “current” (ghi bản nào đang dùng). Khi khởi động lại, bot sẽ trả lời theo bản { $generation }; hãy chạy “npm run index -- --use { $generation }” để ghi lại.
index-current-nonsense = Tệp “current” không ghi tên bản nào. Khi khởi động lại, bot sẽ trả lời theo bản { $generation }; hãy chạy “npm run index -- --use { $generation }” để ghi lại.
index-current-gone = Tệp “current” ghi bản { $named }, nhưng không có bản đó. Khi khởi động lại, bot sẽ trả lời theo bản { $generation }; hãy chạy “npm run index -- --use { $generation }” để ghi lại.
index-leftovers = Còn { $count } phần dở dang của lần tạo bị ngắt; lần “npm run index” tới sẽ xoá.
index-building = Đang có một lần tạo chỉ mục.
index-skipped = Bỏ qua { $count } tệp ({ $files }); “npm run index” cho biết lý do từng tệp.
index-garbled = Chữ trong { $count } bài có vẻ sai bảng mã ({ $files }); hãy mở tệp xem lại.
index-converted = Đã chuyển { $count } bài từ bảng mã cũ hoặc sai sang Unicode ({ $files }); hãy xem lại.
index-no-date = Không rõ ngày đăng của { $count } bài ({ $files }); có thể ghi “publishedOn” ở đầu tệp hoặc trong tệp .yaml cùng tên.
index-menu-title = Tiêu đề của { $count } bài giống tên mục hoặc tên trang web ({ $files }); có thể ghi “title” ở đầu tệp hoặc trong tệp .yaml cùng tên.
index-same-text = Có { $count } bài trùng nội dung với bài khác ({ $files }).
index-side-file = Có { $count } tệp thông tin đi kèm bị sai ({ $files }); “npm run index” cho biết sai ở đâu.

verify-live = (đang dùng)
verify-whole = nguyên vẹn, { $articles } bài, { $passages } đoạn trích, { $size }
verify-well = Mọi thứ đều ổn.
verify-failed = Kiểm tra thấy { $count } điểm cần sửa trong “{ $index }”.

use-done = Đã chuyển sang bản { $generation }: { $articles } bài, { $passages } đoạn trích (trước đó: { $before }). Bot đang chạy sẽ dùng bản này sau vài giây.
use-already = Bản { $generation } vốn đang được dùng: { $articles } bài, { $passages } đoạn trích.

status-row-generation = Bản đang dùng
status-row-age = Tạo lúc
status-row-articles = Bài báo
status-row-passages = Đoạn trích
status-row-model = Mô hình
status-row-size = Dung lượng
status-row-newest = Bài mới nhất
status-row-oldest = Bài cũ nhất
status-row-kept = Có thể quay lại
status-count = { $count }
status-no-dates = không bài nào rõ ngày đăng
status-none-kept = không có bản nào khác
status-well = Không có gì phải lưu ý.
status-warnings = Lưu ý:
status-unusable = Không có chỉ mục nào dùng được trong “{ $index }”; hãy chạy “npm run index”.

damage-manifest-unreadable = không đọc được { $file }
damage-manifest-damaged = { $file } bị hỏng hoặc thuộc phiên bản khác
damage-manifest-changed = { $file } bị hỏng, không còn như lúc được ghi
damage-other-model = được tạo bằng mô hình “{ $built }” ({ $builtHash }, { $builtDimension } chiều), không phải “{ $wanted }” ({ $wantedHash }, { $wantedDimension } chiều)
damage-file-unnamed = { $manifest } không ghi tệp { $file }
damage-file-unreadable = không đọc được { $file }
damage-file-no-file = không đọc được { $file }, đây không phải tệp thường
damage-file-size = { $file } có { $found } byte thay vì { $expected }
damage-file-digest = { $file } bị hỏng, SHA-256 không khớp
damage-file-shape = { $file } bị hỏng, không đúng dạng như bản kê ghi
damage-counts = các phần không cùng một bản ({ $found } thay vì { $expected })
