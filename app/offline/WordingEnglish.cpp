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
        .connect = QStringLiteral("For everything else, connect a language model in the settings under *Models* (OpenAI, Anthropic, Google, or a local server such as "
                                  "Ollama or llama.cpp), or in the terminal with `vitrine providers add`."),
        .unreadableFile = QStringLiteral("I have no rule for %1."),
        .cannotTranslate = QStringLiteral("I cannot translate: that takes a language model. The text itself is below."),
    };
}

} // namespace

const Wording &englishWording()
{
    static const Wording words{.compute = compute(), .help = help()};
    return words;
}

} // namespace vitrine
