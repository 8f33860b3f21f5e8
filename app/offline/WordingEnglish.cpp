#include "offline/Wording.h"

namespace vitrine {

namespace {

ComputeWording compute()
{
    return {
        .arithmeticThought = QStringLiteral("This is arithmetic: %1. I let Python work it out instead of guessing."),
        .hashThought = QStringLiteral("A %1 digest has to be computed from the bytes. I run Python for it."),
        .primeThought = QStringLiteral("Whether %1 is prime is a matter of computing. I test it in Python."),
        .factorThought = QStringLiteral("I take %1 apart into primes in Python."),
        .nextPrimeThought = QStringLiteral("I look for the first prime after %1 in Python."),
        .nthPrimeThought = QStringLiteral("I count the primes up to number %1 in Python."),
        .betweenThought = QStringLiteral("I count the days with Python's calendar, leap years included."),
        .shiftThought = QStringLiteral("I move the date with Python's calendar, so that month lengths and leap years are right."),
        .weekdayThought = QStringLiteral("I look the weekday up with Python's calendar."),
        .leapThought = QStringLiteral("I check the year with Python's calendar."),
        .zoneThought = QStringLiteral("I convert the time with the time zone database in Python, so that summer time is right on that day."),
        .nowThought = QStringLiteral("I ask the clock of this computer through Python."),
        .unitThought = QStringLiteral("I convert %1 to %2 with exact factors in Python."),
        .exactFraction = QStringLiteral("(rounded; exactly %1)"),
        .manyDigits = QStringLiteral("(%1 digits; only the first and last are shown)"),
        .hashOfText = QStringLiteral("%1 of %2 (%3 bytes as UTF-8):"),
        .emptyText = QStringLiteral("the empty text"),
        .hashOfFile = QStringLiteral("%1 of the file %2 (%3 bytes):"),
        .isPrime = QStringLiteral("**Yes**, %1 is a prime number."),
        .probablePrime = QStringLiteral("%1 is **very probably prime**: it passes the Miller-Rabin test, which is no proof for a number of this size."),
        .notPrime = QStringLiteral("**No**, %1 is not a prime number."),
        .hasDivisor = QStringLiteral("It can be divided by %1."),
        .notTakenApart = QStringLiteral("The part %1 is not prime, but could not be taken apart in the time there is."),
        .nextPrime = QStringLiteral("The first prime after %1 is **%2**."),
        .nthPrime = QStringLiteral("Prime number %1 is **%2**."),
        .daysBetween = QStringLiteral("From %1 to %2 it is **%3 days**."),
        .spanInParts = QStringLiteral("That is %1 weeks and %2 days, or %3 years, %4 months and %5 days."),
        .shiftedDate = QStringLiteral("It is **%1**, a %2 (counted from %3)."),
        .weekdayOf = QStringLiteral("%1 is a **%2** (week %3, day %4 of the year)."),
        .weekdays = {QStringLiteral("Monday"), QStringLiteral("Tuesday"), QStringLiteral("Wednesday"), QStringLiteral("Thursday"),
                     QStringLiteral("Friday"), QStringLiteral("Saturday"), QStringLiteral("Sunday")},
        .isLeap = QStringLiteral("**Yes**, %1 is a leap year; its February has %2 days."),
        .notLeap = QStringLiteral("**No**, %1 is not a leap year; its February has %2 days."),
        .convertedTime = QStringLiteral("%1 in %2 (%3, %7) is **%4 in %5**%6 (%8)."),
        .nextDay = QStringLiteral(" of the next day"),
        .dayBefore = QStringLiteral(" of the day before"),
        .timeNow = QStringLiteral("By the clock of this computer it is **%1** (%4) on %2, %3."),
        .timeNowIn = QStringLiteral("In %5 it is **%1** (%4) on %2, %3, by the clock of this computer."),
        .ranInPython = QStringLiteral("This is the output of a Python run; its code is in the steps."),
        .noPython = QStringLiteral("This needs a computation, and the Python tool is not offered here. I do not calculate without it, because a guess could be "
                                   "wrong. Switch Python on and ask again."),
        .pythonFailed = QStringLiteral("Python could not work this out. It said: %1"),
    };
}

PictureWording picture()
{
    return {
        .lookThought = QStringLiteral("I look at %1 first: its size, light and sharpness, whether it has the outline of a page or board, and whether there are codes in it."),
        .codesThought = QStringLiteral("I look for codes in %1."),
        .flatFound = QStringLiteral("There is a page or board in it, which now lies flat as %1."),
        .outlineDoubted = QStringLiteral("The outline that was found is too unsure, so I go on with the whole picture."),
        .turnThought = QStringLiteral("I turn %1 upright, going by its text."),
        .turnedNow = QStringLiteral("It was not upright; %1 is."),
        .enhanceThought = QStringLiteral("Photos have uneven light and soft edges, so I clear %1 up while I read it as it is."),
        .enhanceAfterThought = QStringLiteral("That was not read well, so I clear %1 up and try again."),
        .readThought = QStringLiteral("I read the text of %1."),
        .readBothThought = QStringLiteral("%1 was not read well as it is, so I read the cleared-up %2 too, to keep the better reading."),
        .sparseThought = QStringLiteral("No text was found in the usual way, so I look for scattered words in %1."),
        .tilesThought = QStringLiteral("The picture is large and its letters may be small, so I look at %1 in four parts."),
        .handwritingThought = QStringLiteral("Many words in %1 are unsure; this looks like handwriting, which I read badly. I cut out enlarged parts to look at."),
        .zoomReadThought = QStringLiteral("I read the enlarged parts."),
        .zoomThought = QStringLiteral("%1 words in %2 are unsure, so I enlarge the places where they stand."),
        .handwriting = QStringLiteral("**This looks like handwriting or unclear print, read with low confidence: many of the words below are unsure and will be wrong.**"),
        .lookAtParts = QStringLiteral("Better look at the enlarged parts yourself: %1."),
        .marksMeanUnsure = QStringLiteral("Words marked (?) were read unsurely."),
        .oneCode = QStringLiteral("%1 code was found:"),
        .someCodes = QStringLiteral("%1 codes were found:"),
        .noCodes = QStringLiteral("No code was found."),
        .nothingFound = QStringLiteral("I found no text and no code in this picture. I can only read; to have a picture described, connect a language model."),
        .onlyNoise = QStringLiteral("I could read no text in this picture with any confidence. If there is writing in it, a sharper or closer photo may help; to have a "
                                    "picture described, connect a language model."),
        .cannotTranslate = QStringLiteral("I cannot translate: that takes a language model. This is the text itself:"),
        .cannotDescribe = QStringLiteral("I am a set of rules, not a language model: I read text and codes, but cannot describe or explain what a picture shows."),
        .tooManyPictures = QStringLiteral("Only the first %1 pictures were read. Send the others in another message."),
        .kindOutline = QStringLiteral("A photo with a page or board in it."),
        .kindCode = QStringLiteral("A picture of a code."),
        .kindDark = QStringLiteral("Light writing on a dark ground."),
        .kindPhoto = QStringLiteral("A photo."),
        .kindClean = QStringLiteral("A scan or screenshot."),
        .steps = QStringLiteral("Steps: %1."),
        .stepSeparator = QStringLiteral("; "),
        .sentenceSpace = QStringLiteral(" "),
        .stepFlat = QStringLiteral("laid flat (%1)"),
        .stepEnhanced = QStringLiteral("cleared up (%1)"),
        .stepTurned = QStringLiteral("turned by %1° (%2)"),
        .stepRead = QStringLiteral("read from %1: %2 lines, %3 words, %4 of them unsure, mean confidence %5 of 100"),
        .stepZoomed = QStringLiteral("enlarged parts %1"),
        .stepCodes = QStringLiteral("looked for codes"),
        .noReader = QStringLiteral("The tool for reading text (image_detect_text) is not offered here, so no text could be read."),
        .missingTools = QStringLiteral("These tools are not offered here, so their steps were left out: %1."),
        .stepFailed = QStringLiteral("A step failed: %1"),
        .limitReached = QStringLiteral("The limit of picture calls for one answer was reached, so some steps were left out."),
    };
}

TableWording table()
{
    return {
        .profileThought = QStringLiteral("I load the table in Python, look at every column and draw what fits."),
        .questionThought = QStringLiteral("The question is about a column, so I let Python work that out."),
        .chartOver = QStringLiteral("{y} over {x}"),
        .chartAgainst = QStringLiteral("{y} against {x}"),
        .chartMeanBy = QStringLiteral("Mean {y} by {x}"),
        .chartRowsBy = QStringLiteral("Rows by {x}"),
        .chartRows = QStringLiteral("rows"),
        .chartSpread = QStringLiteral("Distribution of {x}"),
        .head = QStringLiteral("%1 has **%2 rows** and **%3 columns** (%4)."),
        .separator = QStringLiteral("separator %1"),
        .sheet = QStringLiteral("sheet “%1”"),
        .tab = QStringLiteral("tab"),
        .decimalComma = QStringLiteral("decimal comma"),
        .listSeparator = QStringLiteral(", "),
        .sentenceSpace = QStringLiteral(" "),
        .column = QStringLiteral("Column"),
        .type = QStringLiteral("Type"),
        .missing = QStringLiteral("Missing"),
        .values = QStringLiteral("Values"),
        .typeNumber = QStringLiteral("number"),
        .typeInteger = QStringLiteral("whole number"),
        .typeDate = QStringLiteral("date"),
        .typeBoolean = QStringLiteral("yes/no"),
        .typeCategory = QStringLiteral("category"),
        .typeText = QStringLiteral("text"),
        .typeEmpty = QStringLiteral("empty"),
        .numberRange = QStringLiteral("%1 to %2, mean %3, median %4"),
        .dateRange = QStringLiteral("%1 to %2"),
        .moreColumns = QStringLiteral("%1 more columns are not listed."),
        .moreGroups = QStringLiteral("%1 more groups are not listed."),
        .remarks = QStringLiteral("**Noticeable**"),
        .relations = QStringLiteral("**Strongest relations**"),
        .charts = QStringLiteral("**Charts**"),
        .sampled = QStringLiteral("The file is large; only its first part was read."),
        .noHeader = QStringLiteral("There is no header row, so the columns are numbered."),
        .badLines = QStringLiteral("%1 lines have more fields than the header and were left out."),
        .duplicates = QStringLiteral("%1 rows are exact repetitions of others."),
        .otherSheets = QStringLiteral("The file has several sheets: %1. Only this one was read."),
        .unfit = QStringLiteral("%1: %2 cells do not fit the type and count as neither value nor missing."),
        .outliers = QStringLiteral("%1: %2 outliers, far from the median by the median deviation (for example %3)."),
        .oneOutlier = QStringLiteral("%1: %2 outlier, far from the median by the median deviation (%3)."),
        .together = QStringLiteral("%1 and %2 rise together (Spearman %3, %4 rows)."),
        .opposite = QStringLiteral("%1 falls as %2 rises (Spearman %3, %4 rows)."),
        .differs = QStringLiteral("%1 differs by %2: the mean is highest for %3 (%4) and lowest for %5 (%6); the groups explain %7 % of the variance."),
        .chart = QStringLiteral("%1: %2"),
        .mean = QStringLiteral("mean"),
        .sum = QStringLiteral("sum"),
        .maximum = QStringLiteral("maximum"),
        .minimum = QStringLiteral("minimum"),
        .median = QStringLiteral("median"),
        .deviation = QStringLiteral("standard deviation"),
        .unique = QStringLiteral("number of different values"),
        .rowCount = QStringLiteral("number of rows"),
        .functionOf = QStringLiteral("%1 of %2"),
        .single = QStringLiteral("The %1 is **%2** (over %3 rows)."),
        .where = QStringLiteral("There %1 is %2."),
        .grouped = QStringLiteral("The %1 by %2, over %3 rows:"),
        .questionFailed = QStringLiteral("The question about the column could not be worked out: %1"),
        .empty = QStringLiteral("The file %1 is empty."),
        .noTable = QStringLiteral("I found no table in %1: it is not a list of records."),
        .oldExcel = QStringLiteral("%1 is in the old Excel format, which I cannot read. Save it as .xlsx or CSV."),
        .binary = QStringLiteral("%1 is not a text table but binary data."),
        .tooLarge = QStringLiteral("%1 is too large for the memory that Python has here."),
        .noRows = QStringLiteral("%1 has %2 columns but no rows."),
        .unreadable = QStringLiteral("The table could not be read: %1"),
        .runFailed = QStringLiteral("The run for %1 failed. Python said: %2"),
        .noPython = QStringLiteral("Describing a table needs the Python tool, which is not offered here. Switch Python on and ask again."),
        .tooManyTables = QStringLiteral("Only the first %1 tables were read."),
    };
}

HelpWording help()
{
    return {
        .notAModel = QStringLiteral("I am the offline assistant: a set of fixed rules, **not a language model**. I cannot chat, reason about open questions, "
                                    "write or translate, and I do not want to make something up. So I have no answer to this."),
        .abilities = QStringLiteral("What I can do, without a key and without a network:\n\n"
                                    "- **Read pictures**: attach a photo of a whiteboard, a page or a screen. I turn it upright, lay it flat, clear it up, "
                                    "read its text and decode QR and bar codes.\n"
                                    "- **Describe data files**: attach a CSV, TSV, Excel or JSON file. I report its columns, gaps, ranges, outliers and "
                                    "relations, and draw charts.\n"
                                    "- **Compute**: `12% of 80`, `sha256 of hello`, `is 97 prime?`, `days between 2024-02-28 and 2026-01-01`, "
                                    "`15:00 Berlin in Tokyo`, `5 miles in km`."),
        .connect = QStringLiteral("For everything else, ask a language model. From the terminal any server of the Responses API will do, with its key in an "
                                  "environment variable: `vitrine exec --base-url URL --model NAME --key-env VARIABLE \"QUESTION\"`. Connecting one "
                                  "in the window comes in a later version."),
        .unreadableFile = QStringLiteral("I have no rule for %1."),
    };
}

} // namespace

const Wording &englishWording()
{
    static const Wording words{.compute = compute(), .picture = picture(), .table = table(), .help = help()};
    return words;
}

} // namespace vitrine
