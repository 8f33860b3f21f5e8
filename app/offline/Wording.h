#pragma once

#include <QString>
#include <QStringList>

namespace vitrine {

// What the assistant says, one table for each language (WordingEnglish.cpp ...). %1, %2 ... are filled by QString::arg.
// These are words to the person who asked, in the language of the question, which may differ from that of the window; so they are
// not translations of the program's own strings.

struct ComputeWording {
    // Why a program is run; %1 is the matter.
    QString arithmeticThought, hashThought, primeThought, factorThought, nextPrimeThought, nthPrimeThought, betweenThought, shiftThought,
        weekdayThought, leapThought, zoneThought, nowThought, unitThought;
    // Answers.
    QString exactFraction;    // %1 fraction
    QString manyDigits;       // %1 number of digits
    QString hashOfText;       // %1 algorithm, %2 text, %3 bytes
    QString emptyText;
    QString hashOfFile;       // %1 algorithm, %2 name, %3 bytes
    QString isPrime, probablePrime, notPrime; // %1 number
    QString hasDivisor, notTakenApart;        // %1 number
    QString nextPrime;        // %1 number, %2 prime
    QString nthPrime;         // %1 index, %2 prime
    QString daysBetween;      // %1 first, %2 second, %3 days
    QString spanInParts;      // %1 weeks, %2 days, %3 years, %4 months, %5 days
    QString shiftedDate;      // %1 date, %2 weekday, %3 start
    QString weekdayOf;        // %1 date, %2 weekday, %3 ISO week, %4 day of the year
    QStringList weekdays;     // from Monday
    QString isLeap, notLeap;  // %1 year, %2 days of February
    QString convertedTime;    // %1 time, %2 place, %3 date, %4 time, %5 place, %6 day, %7 offset, %8 offset
    QString nextDay, dayBefore;
    QString timeNow;          // %1 time, %2 weekday, %3 date, %4 offset
    QString timeNowIn;        // %1 time, %2 weekday, %3 date, %4 offset, %5 place
    // Around them.
    QString ranInPython;
    QString noPython;         // the tool is not offered
    QString pythonFailed;     // %1 last line of the output
};

struct HelpWording {
    QString notAModel;        // what this is
    QString abilities;        // a Markdown list
    QString connect;          // how to get a model
    QString unreadableFile;   // %1 names
    QString cannotTranslate;
};

struct Wording {
    ComputeWording compute;
    HelpWording help;
};

} // namespace vitrine
