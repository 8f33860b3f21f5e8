#include "offline/Dialogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QRegularExpression>

namespace vitrine {

namespace {

// The rules look for short questions; a pasted book is not read by them.
constexpr qsizetype maxQuestion = 20000;

struct Message {
    QStringList words; // lines that name no attachment
    QList<DialoguePicture> pictures;
    QList<DialogueFile> files;
    int unnamedPictures = 0;
};

bool readPictureLine(const QString &line, Message &message)
{
    static const QRegularExpression pattern(QStringLiteral("^(img_\\d+): (.*?)(?:\\s+(\\d+)\\s*[x×]\\s*(\\d+))?\\s*$"));
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    message.pictures.append({match.captured(1), match.captured(2), QSize(match.captured(3).toInt(), match.captured(4).toInt())});
    return true;
}

bool readFileLine(const QString &line, Message &message)
{
    static const QRegularExpression pattern(QStringLiteral("^File: (/mnt/uploads/.+?)(?: \\(([^,()]*)(?:, (\\d+) bytes)?\\))?\\s*$"));
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    message.files.append({match.captured(1), match.captured(2), match.captured(3).toLongLong()});
    return true;
}

void readText(const QString &text, Message &message)
{
    for (const QString &line : text.split(u'\n')) {
        if (!readPictureLine(line, message) && !readFileLine(line, message))
            message.words.append(line);
    }
}

Message readMessage(const QJsonValue &content)
{
    Message message;
    int imageParts = 0;
    if (content.isString())
        readText(content.toString(), message);
    for (const QJsonValue &value : content.toArray()) {
        const QJsonObject part = value.toObject();
        const QString type = part.value(u"type").toString();
        if (type == u"input_text" || type == u"text")
            readText(part.value(u"text").toString(), message);
        else if (type == u"input_image")
            ++imageParts;
    }
    message.unnamedPictures = qMax(0, imageParts - int(message.pictures.size()));
    return message;
}

DialogueCall readCall(const QJsonObject &item)
{
    DialogueCall call;
    call.name = item.value(u"name").toString();
    call.arguments = QJsonDocument::fromJson(item.value(u"arguments").toString().toUtf8()).object();
    return call;
}

void readOutput(const QJsonValue &output, DialogueCall &call)
{
    QStringList texts;
    if (output.isString())
        texts.append(output.toString());
    for (const QJsonValue &value : output.toArray()) {
        const QJsonObject part = value.toObject();
        if (part.value(u"type").toString() == u"input_image")
            ++call.pictures;
        else if (part.contains(u"text"))
            texts.append(part.value(u"text").toString());
    }
    call.output = texts.join(u'\n');
    call.answered = true;
}

// Builds the dialogue item by item; a user message closes what was before it.
class Reader
{
public:
    explicit Reader(Dialogue &dialogue) : m_dialogue(dialogue) {}

    void read(const QJsonObject &item)
    {
        const QString type = item.value(u"type").toString(QStringLiteral("message"));
        if (type == u"message" && item.value(u"role").toString() == u"user")
            readUserMessage(item);
        else if (type == u"function_call")
            addCall(item);
        else if (type == u"function_call_output")
            addOutput(item);
        else if (type == u"message" && item.value(u"role").toString() == u"assistant")
            m_lastWasUser = false;
    }

private:
    void readUserMessage(const QJsonObject &item)
    {
        Message message = readMessage(item.value(u"content"));
        // A client that does not name its pictures can only mean them by their order.
        for (int i = 0; i < message.unnamedPictures; ++i)
            message.pictures.append({QStringLiteral("img_%1").arg(m_pictures + message.pictures.size() + 1), {}, {}});
        m_pictures += int(message.pictures.size());

        // A client may send a picture and the words about it as two messages.
        const bool goesOn = m_lastWasUser && m_dialogue.question.isEmpty();
        if (!goesOn) {
            if (m_any)
                m_dialogue.earlierQuestions.append(m_dialogue.question);
            m_dialogue.question.clear();
            m_dialogue.earlierPictures += std::exchange(m_dialogue.pictures, {});
            m_dialogue.earlierFiles += std::exchange(m_dialogue.files, {});
            m_dialogue.calls.clear();
            m_callIndex.clear();
        }
        const QString words = message.words.join(u'\n').left(maxQuestion).trimmed();
        m_dialogue.question = m_dialogue.question.isEmpty() ? words : (m_dialogue.question + u'\n' + words).trimmed();
        m_dialogue.pictures += message.pictures;
        m_dialogue.files += message.files;
        m_any = true;
        m_lastWasUser = true;
    }

    void addCall(const QJsonObject &item)
    {
        m_lastWasUser = false;
        m_callIndex.insert(item.value(u"call_id").toString(), m_dialogue.calls.size());
        m_dialogue.calls.append(readCall(item));
    }

    void addOutput(const QJsonObject &item)
    {
        const auto index = m_callIndex.constFind(item.value(u"call_id").toString());
        if (index != m_callIndex.constEnd())
            readOutput(item.value(u"output"), m_dialogue.calls[*index]);
    }

    Dialogue &m_dialogue;
    QHash<QString, qsizetype> m_callIndex;
    int m_pictures = 0;
    bool m_any = false;
    bool m_lastWasUser = false;
};

} // namespace

QString DialogueFile::name() const
{
    return path.section(u'/', -1);
}

const DialogueCall *Dialogue::lastCall(const QString &name) const
{
    for (qsizetype i = calls.size() - 1; i >= 0; --i) {
        if (calls.at(i).name == name)
            return &calls.at(i);
    }
    return nullptr;
}

Dialogue readDialogue(const QJsonObject &request)
{
    Dialogue dialogue;
    for (const QJsonValue &tool : request.value(u"tools").toArray()) {
        if (tool.toObject().value(u"type").toString() == u"function")
            dialogue.tools.insert(tool.toObject().value(u"name").toString());
    }
    Reader reader(dialogue);
    const QJsonValue input = request.value(u"input");
    if (input.isString())
        reader.read({{QStringLiteral("role"), QStringLiteral("user")}, {QStringLiteral("content"), input}});
    for (const QJsonValue &item : input.toArray())
        reader.read(item.toObject());
    return dialogue;
}

} // namespace vitrine
