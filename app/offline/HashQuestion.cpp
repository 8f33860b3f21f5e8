#include "offline/HashQuestion.h"

#include "offline/Wording.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

struct Algorithm {
    QString python; // hashlib's name, or crc32
    QString shown;
};

Algorithm algorithm(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(QRegularExpression(QStringLiteral("[\\s_-]")));
    if (plain.startsWith(u"sha3"))
        return {QStringLiteral("sha3_") + plain.mid(4), QStringLiteral("SHA3-") + plain.mid(4)};
    if (plain.startsWith(u"sha"))
        return {plain, QStringLiteral("SHA-") + plain.mid(3)};
    if (plain.startsWith(u"blake2"))
        return {plain, plain.toUpper()};
    return {plain, plain == u"crc32" ? QStringLiteral("CRC-32") : plain.toUpper()};
}

const QString algorithmPattern = QStringLiteral(
    "(md5|sha[ _-]?3[ _-](?:224|256|384|512)|sha[ _-]?(?:1|224|256|384|512)|blake2[bs]|crc[ _-]?32)(?![0-9])");

QString unquoted(const QString &text)
{
    static const QRegularExpression quoted(QStringLiteral("^(?:\"(.*)\"|'(.*)'|“(.*)”|‘(.*)’|「(.*)」|『(.*)』|«(.*)»|`(.*)`)[\\s?？。.!！]*$"),
                                           QRegularExpression::DotMatchesEverythingOption);
    const auto match = quoted.match(text);
    if (!match.hasMatch())
        return text;
    return match.captured(match.lastCapturedIndex());
}

// What is to be hashed, as the question has it; quotes and the question mark belong to the question.
std::optional<QString> subject(const QString &question, const QRegularExpressionMatch &name)
{
    static const QRegularExpression before(
        QStringLiteral("^\\s*(?:hash|sum|hashsum|digest|checksum|value|hash value|of|哈希值?|散列值?|雜湊值?|摘要|校验和|校驗和)*\\s*"
                       "(?:hash|digest|checksum|sum)?\\s*(?:of|for|from|:|：|=)\\s*(?:the\\s+)?(?:text|string|word|phrase)?\\s*(.*)$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression chineseSubject(
        QStringLiteral("^\\s*(?:请问|請問|请|請|帮我|幫我)*\\s*(?:计算一下|計算一下|计算|計算|算一下|求|算)?\\s*(?:字符串|字串|文本|文字|单词|單詞)?\\s*(.*?)\\s*的\\s*$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QString after = question.mid(name.capturedEnd());
    QString text;
    if (const auto match = before.match(after); match.hasMatch() && !match.captured(1).isEmpty())
        text = match.captured(1);
    else if (const auto chinese = chineseSubject.match(question.left(name.capturedStart())); chinese.hasMatch())
        text = chinese.captured(1);
    else if (const auto verb = QRegularExpression(QStringLiteral("^\\s+(\\S.*)$"), QRegularExpression::DotMatchesEverythingOption).match(after);
             verb.hasMatch() && question.left(name.capturedStart()).trimmed().isEmpty())
        text = verb.captured(1); // "sha1 hello"
    else
        return std::nullopt;
    text = text.trimmed();
    const QString inner = unquoted(text);
    if (inner != text)
        return inner;
    static const QRegularExpression mark(QStringLiteral("\\s*(?:是多少|是什么|是什麼)?\\s*[?？]+$"));
    return text.remove(mark);
}

bool meansFile(const QString &text, const QList<DialogueFile> &files)
{
    static const QRegularExpression words(QStringLiteral("^(?:(?:the|this|that|these|those|my|each|all|every|both)\\s+)?(?:attached\\s+)?(?:of the\\s+)?"
                                                         "(?:it|this|that|them|files?|attachments?|uploads?|documents?)$|"
                                                         "^(?:这个|這個|这些|這些|该|該|附件的?|上传的?|上傳的?)*(?:文件|檔案|附件|它)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return text.isEmpty() || text.contains(words)
           || std::any_of(files.begin(), files.end(), [&text](const DialogueFile &file) {
                  return text.contains(file.name(), Qt::CaseInsensitive);
              });
}

Computation ofText(const Algorithm &algorithm, const QString &text, const ComputeWording &words)
{
    return {words.hashThought.arg(algorithm.shown),
            pythonProgram({QStringLiteral("hash_text")}, {{QStringLiteral("ALGORITHM"), pythonString(algorithm.python)},
                                                        {QStringLiteral("TEXT"), pythonString(text)}}),
            [=, &words](const PrintedValues &values) {
                const QString shown = text.size() <= 80 ? text : text.left(60) + u'…';
                return words.hashOfText.arg(algorithm.shown, text.isEmpty() ? words.emptyText : inlineCode(shown), values.value(QStringLiteral("bytes")))
                       + QStringLiteral("\n\n`%1`").arg(values.value(QStringLiteral("answer")));
            }};
}

Computation ofFile(const Algorithm &algorithm, const DialogueFile &file, const ComputeWording &words)
{
    return {words.hashThought.arg(algorithm.shown),
            pythonProgram({QStringLiteral("hash_file")}, {{QStringLiteral("ALGORITHM"), pythonString(algorithm.python)},
                                                        {QStringLiteral("PATH"), pythonString(file.path)}}),
            [=, &words](const PrintedValues &values) {
                return words.hashOfFile.arg(algorithm.shown, inlineCode(file.name()), values.value(QStringLiteral("bytes")))
                       + QStringLiteral("\n\n`%1`").arg(values.value(QStringLiteral("answer")));
            }};
}

} // namespace

QList<Computation> readHashQuestion(const QString &question, const QList<DialogueFile> &files, const Wording &wording)
{
    static const QRegularExpression pattern(QStringLiteral("(?<![A-Za-z0-9])") + algorithmPattern, QRegularExpression::CaseInsensitiveOption);
    const auto name = pattern.match(question);
    if (!name.hasMatch())
        return {};
    const Algorithm chosen = algorithm(name.captured(1));
    const std::optional<QString> text = subject(question, name);
    if (!files.isEmpty() && (!text || meansFile(*text, files))) {
        QList<Computation> result;
        for (const DialogueFile &file : files) {
            // When the question names one of several files, only that one is meant.
            const bool namesAny = text && std::any_of(files.begin(), files.end(), [&](const DialogueFile &f) { return text->contains(f.name()); });
            if (!namesAny || text->contains(file.name()))
                result.append(ofFile(chosen, file, wording.compute));
        }
        return result;
    }
    if (!text || (text->isEmpty() && !question.contains(QRegularExpression(QStringLiteral("[\"'“‘「`]")))) || (files.isEmpty() && !text->isEmpty() && meansFile(*text, {})))
        return {};
    return {ofText(chosen, *text, wording.compute)};
}

} // namespace vitrine
