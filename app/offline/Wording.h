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

struct PictureWording {
    // Why the next calls are made; %1 and %2 are ids of pictures.
    QString lookThought, codesThought, flatFound, outlineDoubted, turnThought, turnedNow, enhanceThought, enhanceAfterThought;
    QString readThought, readBothThought, sparseThought, tilesThought, handwritingThought, zoomReadThought;
    QString zoomThought;       // %1 number of words, %2 id
    // Answers.
    QString handwriting;
    QString lookAtParts;       // %1 ids
    QString marksMeanUnsure;
    QString oneCode, someCodes; // %1 number
    QString noCodes, nothingFound, onlyNoise, cannotTranslate, cannotDescribe;
    QString tooManyPictures;   // %1 number that were read
    QString kindOutline, kindCode, kindDark, kindPhoto, kindClean;
    QString steps;             // %1 list
    QString stepSeparator, sentenceSpace;
    QString stepFlat, stepEnhanced;  // %1 id
    QString stepTurned;        // %1 degrees, %2 id
    QString stepRead;          // %1 id, %2 lines, %3 words, %4 unsure words, %5 confidence
    QString stepZoomed;        // %1 ids
    QString stepCodes;
    QString noReader;
    QString missingTools;      // %1 names
    QString stepFailed;        // %1 sentence of the tool
    QString limitReached;
};

struct TableWording {
    QString profileThought, questionThought;
    // Titles of charts, filled in by Python: {x} and {y} are columns.
    QString chartOver, chartAgainst, chartMeanBy, chartRowsBy, chartRows, chartSpread;
    // The report.
    QString head;             // %1 file, %2 rows, %3 columns, %4 form
    QString separator, sheet; // %1
    QString tab, decimalComma, listSeparator, sentenceSpace;
    QString column, type, missing, values; // heads of the table of columns
    QString typeNumber, typeInteger, typeDate, typeBoolean, typeCategory, typeText, typeEmpty;
    QString numberRange;      // %1 least, %2 greatest, %3 mean, %4 median
    QString dateRange;        // %1 first, %2 last
    QString moreColumns, moreGroups; // %1 number
    QString remarks, relations, charts;
    QString sampled, noHeader;
    QString badLines, duplicates;    // %1 number
    QString otherSheets;      // %1 names
    QString unfit;            // %1 column, %2 number
    QString outliers;         // %1 column, %2 number, %3 examples
    QString oneOutlier;       // %1 column, %2 one, %3 the value
    QString together, opposite; // %1 and %2 columns, %3 correlation, %4 rows
    QString differs;          // %1 column, %2 groups, %3 group, %4 its mean, %5 group, %6 its mean, %7 percent
    QString chart;            // %1 title, %2 file
    // A question about a column.
    QString mean, sum, maximum, minimum, median, deviation, unique, rowCount;
    QString functionOf;       // %1 function, %2 column
    QString single;           // %1 function of column, %2 value, %3 rows
    QString where;            // %1 column, %2 values
    QString grouped;          // %1 function of column, %2 group, %3 rows
    QString questionFailed;   // %1 reason
    // What can go wrong.
    QString empty, noTable, oldExcel, binary, tooLarge; // %1 file
    QString noRows;           // %1 file, %2 columns
    QString unreadable;       // %1 reason
    QString runFailed;        // %1 file, %2 last line of the output
    QString noPython;
    QString tooManyTables;    // %1 number
};

struct HelpWording {
    QString notAModel;        // what this is
    QString abilities;        // a Markdown list
    QString connect;          // how to get a model
    QString unreadableFile;   // %1 names
};

struct Wording {
    ComputeWording compute;
    PictureWording picture;
    TableWording table;
    HelpWording help;
};

} // namespace vitrine
