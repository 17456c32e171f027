# English texts. Keys and variables must be those of vi.ftl.

## /start, /help and the menu of commands

start = Hello!
help =
    I answer questions about Hanoi's industry and trade by quoting news articles word for word: the answering sentence is in bold, and below it stand the article, its publisher, its date and the paragraph. The articles are in Vietnamese.
help-private =
    Just type your question, in English or Vietnamese, with or without diacritics.
    You can go on asking right after an answer (“and in 2019?”), or reply to my message; when you edit a question, I edit its answer.
help-group =
    In a group, send /ask with your question, use /ask as a reply to a message with a question, or reply to one of mine.
    In any other chat, type @{ $bot } and your question.
help-examples = Or press one of these questions:

command-ask = Ask about trade in Hanoi
command-help = How to ask, with examples
command-sources = The articles I quote
command-language = Change the language (Ngôn ngữ)
command-about = About the articles and the bot
command-forget = Delete what I keep of you
command-status = How the bot is doing

# Example questions, one a line. Only those that the articles answer become buttons.
examples =
    How many new industrial clusters did Hanoi establish?
    How much did industrial production grow in 2020?
    How much did retail sales of goods come to in 2020?
    How many key industrial products has Hanoi recognised?

## Greetings, thanks, questions about the bot: one way to say it a line; capitals and punctuation do not matter.
## The courtesies around them ("hi there", "could you tell me", "please", "thank you so much") are known anyway.

greetings =
    hello
    hi
    hey
    good morning
thanks =
    thanks
    thank you
    ok
    okay
    great
    great job
    good
    good job
    good bot
    nice
    nice one
    cool
    perfect
    awesome
    got it
    i see
    never mind
    that is all
    that's all
    no thanks
    no thank you
    bye
    bye bye
    goodbye
    see you
openings =
    is anyone there
    anyone there
    are you there
    can i ask
    can i ask a question
    can i ask something
    can i ask you something
complaints =
    wrong
    that's wrong
    that is wrong
    wrong answer
    not correct
    incorrect
    that's not it
    that's not what i asked
    not what i asked
    not helpful
    useless
    bad
    bad bot
    you are wrong
    you're wrong
    this is wrong
    no that's wrong
questions-about-bot =
    how are you
    how are you doing
    who are you
    what are you
    what is this
    what is this bot
    what's your name
    what is your name
    are you a bot
    are you human
    are you a robot
    are you a human
    are you real
    what can you do
    what do you do
    what do you know
    what can you tell me
    what can you answer
    what can you help me with
    how can you help
    how can you help me
    what can i ask
    what can i ask you
    what should i ask
    how do i use this
    how do i use this bot
    how do i use you
    how to use this bot
    how does this bot work
    how do you work
    help
    help me
    instructions
opening-reply = Yes, please go ahead.
complaint-reply = I am sorry that the answer was not what you wanted. Please try asking in another way.
thanks-reply = Glad to help. Ask again whenever you like.

## Answers

not-answered = The articles I have do not answer this question.
not-answered-advice = Try other words, or see /sources for the articles I have.
not-answered-topics = The nearest topics that the articles do speak of:
follows-up = ↪️ Taken as a follow-up to: “{ $question }”
related = The passage closest to your question, but perhaps not an answer:
unsure = This may be the answer, but I am not sure:
further = This passage is related, but perhaps not an answer:
ask-what = What would you like to know? Just type your question, without a command.
ask-usage = Put your question right after /ask, or use /ask as a reply to a message with a question.

button-context = Show context
button-back = ↩ Back
button-article = Open article
vote-counted = Thank you for telling me!
vote-withdrawn = I took your vote back.

## Citations

citation-page = page { $page }
citation-paragraph = paragraph { $paragraph }
unknown-publisher = publisher unknown
unknown-date = date unknown
unknown-publisher-and-date = publisher and date unknown
also-in = Also in:
and-more = and { $count } more

## /sources

sources =
    { $count ->
        [one] I quote one article:
       *[other] I quote { $count } articles:
    }
sources-none = There are no articles yet.

## /language, /about, /status, /forget

language-name = English
language = Which language shall I speak?
language-chosen = From now on I will speak English with you.

about = I answer questions about Hanoi's industry and trade by quoting news articles word for word, without a word of my own.
about-articles = Articles: { $count }
about-date = Published: { $date }
about-dates = Published: { $first } to { $last }
about-undated = Date unknown: { $count }
about-indexed = Last indexed: { $date } (Hanoi time)
about-model = Search model: { $model }
about-version = Version: { $version }
about-privacy = Questions and votes are kept for a while, without names, to improve the bot. Send /forget to delete what I keep of you.

status-uptime = Running: { $days } d { $hours } h { $minutes } min
status-index = Index: { $generation }, { $passages } passages
status-updates = Updates received: { $count }
status-answers = Answers: { $answered } answered, { $related } related, { $notFound } not found
status-latency = Time to answer: median { $median } ms, longest { $slowest } ms
status-errors = Errors: { $count }

forgotten = I have deleted your questions, votes and choice of language.
nothing-to-forget = I keep nothing of you.

## Groups

group-hello =
    Hello! I answer questions about Hanoi's industry and trade by quoting news articles word for word.
    Send /ask with your question, or use /ask as a reply to a message with a question; I take no notice of other messages.
not-enabled-chat = I am not enabled in this group. Whoever runs the bot can add the group's id { $id } to ALLOWED_CHATS.
not-enabled-person = This bot is for certain people only. If you need it, send the id { $id } to whoever runs the bot.

## @bot in any chat

inline-nothing = The articles do not answer this. How to ask?

## What is not a question

hint-media = I can only read text. Please type your question and I will look for it in the articles.
hint-words = I see no question here. Please type your question in words.
hint-command = I do not know this command. Just type your question, or send /help.
hint-command-group = I do not know this command. In a group, send /ask with your question, or /help.
hint-button = This button is out of date. Please type your question again, or send /help for examples.

## Trouble

try-again = Sorry, something went wrong and I could not answer. Please try again.
too-fast = That was a little fast. Please wait a minute, then ask again.
busy = Many people are asking right now. Please ask again in a minute.

## Terminal

cli-answer-none = The articles do not answer this question.
cli-answer-related = The articles speak of this, but perhaps do not answer the question:
cli-answer-topics = You could ask about:
cli-untitled = (no title) “{ $opening }”
cli-unknown-publisher = publisher unknown
cli-unknown-date = date unknown
cli-page = page { $page }
cli-paragraph = paragraph { $paragraph }
cli-also-in = Also in:
cli-prompt = Question (empty to leave):{ " " }
cli-building = There is no index yet; building it from "{ $articles }"…
cli-built = Index built: { $articles } articles, { $passages } passages, { $seconds } s.
cli-damaged = Passed over the damaged generation { $generation }: { $reason }.
cli-current-lost = The index folder does not say which generation is live; answering from the newest, { $generation }.
cli-stage-reading = Reading
cli-stage-embedding = Embedding
cli-stage-connecting = Connecting
cli-stage-writing = Writing
cli-pace = ({ $rate }/s, { $left } left)
cli-report-title = Built index { $generation } in { $seconds } s
cli-plan-title = A trial, nothing was written. A build would be:
cli-plan-nothing = A trial, nothing was written. The index is up to date.
cli-rebuild-forced = Everything is embedded anew because of --force.
cli-rebuild-model = Everything is embedded anew because the model changed from { $before } to { $now }.
cli-rebuild-chunking = Passages are cut anew because their size changed from { $before } words to { $now } words.
cli-rebuild-unusable = Everything is embedded anew because the index before ({ $before }) cannot be used.
cli-report-articles = Articles
cli-report-new = New articles
cli-report-changed = Changed articles
cli-report-unchanged = Unchanged articles
cli-report-removed = Removed articles
cli-report-passages = Passages
cli-report-reused = Reused
cli-report-embedded = Embedded
cli-report-skipped = Skipped files
cli-report-warnings = Warnings
cli-watching = Watching "{ $articles }": when the articles have changed and been still for { $seconds } s, the index is built again. Ctrl-C stops.
cli-watch-unchanged = The index is up to date.
cli-more-files = … and { $count } more (--json has them all)

warning-garbled = The letters look like a wrong encoding; open the file and look ({ $count }):
warning-converted = Converted to Unicode from an old or wrong encoding; have a look ({ $count }):
warning-menu-title = The title looks like a menu or the name of the site ({ $count }):
warning-no-date = No date found ({ $count }):
warning-same-text = The same text as another article ({ $count }):
warning-side-file = A side file has a mistake; what is wrong is not used ({ $count }):

skip-bad-encoding = its bytes are not { $detail }; save it as UTF-8
skip-binary = binary, not text
skip-broken = the file is damaged; open it in its program and save it again
skip-changed-while-read = it is being written; run again later
skip-duplicate-id = same name as { $detail }; rename one of the two
skip-empty = there is no text in it
skip-encrypted = it has a password; save it without one
skip-front-matter = the front matter is wrong: { $detail }
skip-link-to-folder = a link to a folder; copy the files here
skip-no-extension = its name has no extension; add the one of its format ({ $formats })
skip-no-prose = there is no sentence of an article in it
skip-no-text-layer = a PDF of page images ({ $detail } pages) without text; run text recognition (OCR) first
skip-not-a-file = not an ordinary file
skip-not-utf8 = not UTF-8 (from { $detail }); save it as UTF-8
skip-outside-folder = a link out of the articles folder ({ $detail }); copy the file here
skip-side-file-alone = there is no article of this name to describe
skip-too-complex = the page is too complex for an article; save the article alone
skip-too-large = too large ({ $detail }, at most 10 MB)
skip-unreadable =
    { $detail ->
        [EACCES] there is no permission to read it
        [ENOENT] a link to a file that is gone
        [ELOOP] a link that leads to itself
       *[other] cannot be read ({ $detail })
    }
skip-unsupported-format = the format { $detail } cannot be read; save it as one of { $formats }

field-no-yaml = no valid YAML in line { $value }
field-not-closed = the closing --- is missing
field-no-fields = it must be lines such as "title: …"
field-no-line = { $field } must be one line of text
field-no-date = { $field }: "{ $value }" is no date; write 2024-12-31 or 31/12/2024
field-no-address = { $field } must begin with http:// or https://
field-unknown = there is no field { $field }, only { $fields }

## Adding articles

add-added = Added { $path }
add-replaced = Replaced { $path }
add-would-be-added = Would add { $path }
add-would-be-replaced = Would replace { $path }
add-known = It is there already: { $path }. Replace it with --force.
add-row-title = Title
add-row-publisher = Publisher
add-row-date = Date
add-row-author = Author
add-row-url = Address
add-row-length = Length
add-row-opening = Opening
add-length = { $words } words, { $paragraphs } paragraphs
add-unknown = unknown
add-summary = { $count } added, { $failed } failed.
add-nothing = Nothing could be added ({ $count } failed).
add-nothing-written = This was a trial; nothing was written.
add-next = Run "npm run index" and the bot answers from what is new.
add-asking = "{ $opening }" does not say all of itself. Leave empty what you do not know.
add-ask-title = Title:
add-ask-publisher = Publisher:
add-ask-date = Date (day/month/year):
add-ask-date-again = There is no such day; write it as 31/12/2024, or leave it empty.
add-ask-author = Author:
add-failed = { $source } could not be added: { $why }.
add-refused-address-wrong = the address is wrong; it must begin with http:// or https:// ({ $detail })
add-refused-credentials-in-address = there is a name or password in the address; leave it out ({ $detail })
add-refused-file-unreadable = the file cannot be read ({ $detail })
add-refused-private-address = this is a private address ({ $detail }), fetched only with --allow-private
add-refused-redirects = more than { $detail } redirects
add-refused-robots-disallow = the site does not let programs read it ({ $detail }, by its robots.txt); save the article as a file and add that
add-refused-robots-unreachable = whether the site allows it is unknown, for its robots.txt cannot be read ({ $detail }); try again later
add-refused-status = the server does not give it ({ $detail })
add-refused-too-large = too large (the limit is { $detail })
add-refused-too-slow = too slow (the limit is { $detail })
add-refused-unreachable = no connection ({ $detail })
add-refused-unsupported-content = no article in HTML, PDF, DOCX, Markdown or plain text ({ $detail })
add-refused-unsupported-encoding = the encoding { $detail } is unknown or wrong; save it as UTF-8

## The index: verify, go back, status

index-none = There is no index yet; build one with: npm run index
index-nothing-usable = No generation of the index can be used; build a new one from the articles with: npm run index
index-damaged = The generation { $generation } cannot be used: { $reason }.
index-damaged-live = The live generation { $generation } is damaged: { $reason }. The bot answers from { $serving }; build a new one with: npm run index
index-damaged-other = The generation { $generation } cannot be used: { $reason }. The bot does not need it, and the next “npm run index” removes it.
index-current-missing = The file “current”, which names the live generation, cannot be read. A bot that starts answers from { $generation }; write it anew with: npm run index -- --use { $generation }
index-current-nonsense = The file “current” names no generation. A bot that starts answers from { $generation }; write it anew with: npm run index -- --use { $generation }
index-current-gone = The file “current” names the generation { $named }, which is not there. A bot that starts answers from { $generation }; write it anew with: npm run index -- --use { $generation }
index-leftovers = Unfinished parts that interrupted builds left behind: { $count }; the next “npm run index” removes them.
index-building = The index is being built at this moment.
index-skipped = Files left out: { $count } ({ $files }); “npm run index” says why.
index-garbled = Articles whose letters look like a wrong encoding: { $count } ({ $files }); open the files and look.
index-converted = Articles converted to Unicode from an old or wrong encoding: { $count } ({ $files }); have a look.
index-no-date = Articles without a known date: { $count } ({ $files }); “publishedOn” at the top of the file, or in a .yaml file of the same name, gives one.
index-menu-title = Titles that look like a menu or a site: { $count } ({ $files }); “title” at the top of the file, or in a .yaml file of the same name, gives another.
index-same-text = Articles with the text of another: { $count } ({ $files }).
index-side-file = Side files with a mistake: { $count } ({ $files }); “npm run index” says which.

verify-live = (live)
verify-whole = whole, { $articles } articles, { $passages } passages, { $size }
verify-well = All is well.
verify-failed = Wrong in “{ $index }”: { $count }.

use-done = Now live: { $generation }, { $articles } articles, { $passages } passages (before: { $before }). A running bot takes it over within seconds.
use-already = { $generation } is the live generation already: { $articles } articles, { $passages } passages.

status-row-generation = Live generation
status-row-age = Built
status-row-articles = Articles
status-row-passages = Passages
status-row-model = Model
status-row-size = Size on disk
status-row-newest = Newest article
status-row-oldest = Oldest article
status-row-kept = Kept to go back to
status-count = { $count }
status-no-dates = no article has a known date
status-none-kept = none
status-well = Nothing to look after.
status-warnings = To look after:
status-unusable = There is no index in “{ $index }” that can be used; build one with: npm run index

damage-manifest-unreadable = { $file } cannot be read
damage-manifest-damaged = { $file } is damaged or of another version
damage-manifest-changed = { $file } is damaged, it is not as it was written
damage-other-model = it was built with the model “{ $built }” ({ $builtHash }, { $builtDimension } dimensions), not with “{ $wanted }” ({ $wantedHash }, { $wantedDimension } dimensions)
damage-file-unnamed = { $manifest } does not name { $file }
damage-file-unreadable = { $file } cannot be read
damage-file-no-file = { $file } cannot be read, it is no ordinary file
damage-file-size = { $file } has { $found } bytes instead of { $expected }
damage-file-digest = { $file } is damaged, its SHA-256 differs
damage-file-shape = { $file } is damaged, it is not of the form that its manifest says
damage-counts = its parts are not of one generation ({ $found } instead of { $expected })
