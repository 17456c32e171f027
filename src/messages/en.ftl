# English texts. Keys and variables must be those of vi.ftl.

## /start, /help and the menu of commands

start = Hello!
help =
    I answer questions about Hanoi's industry and trade by quoting news articles word for word: the answering sentence is in bold, and below it stand the article, its publisher, its date and the paragraph.
    Just type your question, in English or Vietnamese, with or without diacritics. The articles are in Vietnamese; /sources lists them.
help-examples = Or press one of these questions:

command-start = Start
command-help = How to ask, with examples
command-sources = The articles I quote

# Example questions, one a line. Only those that the articles answer become buttons.
examples =
    How many new industrial clusters did Hanoi establish?
    How much did industrial production grow in 2020?
    What were retail sales in 2020?
    How many key industrial products has Hanoi recognised?

## Answers

not-answered = The articles I have do not answer this question.
not-answered-advice = Try other words, or see /sources for the articles I have.
related = Closest to your question, but perhaps not an answer:

## Citations

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
sources-more = … and { $count } more.
sources-none = There are no articles yet.

## What is not a question

hint-media = I can only read text. Please type your question and I will look for it in the articles.
hint-command = I do not know this command. Just type your question, or send /help.
hint-button = This button is out of date. Please type your question, or send /help for new examples.

## Trouble

try-again = Sorry, something went wrong and I could not answer. Please try again.
too-fast = That was a little fast. Please wait a minute, then ask again.

## Terminal

cli-answer-none = The articles do not answer this question.
cli-answer-related = The articles speak of this, but perhaps do not answer the question:
cli-answer-topics = You could ask about:
cli-untitled = (no title) “{ $opening }”
cli-unknown-publisher = publisher unknown
cli-unknown-date = date unknown
cli-paragraph = paragraph { $paragraph }
cli-also-in = Also in:
cli-prompt = Question (empty to leave):{ " " }
cli-building = There is no index yet; building it from "{ $articles }"…
cli-built = Index built: { $articles } articles, { $passages } passages, { $seconds } s.
cli-damaged = Passed over the damaged generation { $generation }: { $reason }.
cli-stage-reading = Reading
cli-stage-embedding = Embedding
cli-stage-connecting = Connecting
cli-stage-writing = Writing
cli-report-title = Built index { $generation } in { $seconds } s
cli-report-articles = Articles
cli-report-passages = Passages
cli-report-reused = Reused
cli-report-embedded = Embedded
cli-report-skipped = Skipped

skip-binary = binary, not text ({ $detail })
skip-changed-while-read = it is being written; run again later
skip-duplicate-id = same name as { $detail }; rename one of the two
skip-empty = there is no text in it ({ $detail })
skip-front-matter = the front matter is wrong: { $detail }
skip-no-prose = there is no sentence of an article in it
skip-not-utf8 = not UTF-8 ({ $detail }); save it as UTF-8
skip-outside-folder = a link out of the articles folder ({ $detail })
skip-too-large = too large ({ $detail }, at most 10 MB)
skip-unreadable = cannot be read ({ $detail })
skip-unsupported-format = not a format that is read ({ $detail })
