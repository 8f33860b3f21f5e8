#pragma once

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QSize>
#include <QString>
#include <QStringList>

namespace vitrine {

// A picture of the user's, as the line "img_1: board.jpg 4032x3024" names it.
struct DialoguePicture {
    QString id;
    QString name;
    QSize size; // 0x0 when the line does not say

    bool operator==(const DialoguePicture &) const = default;
};

// A file of the user's, as the line "File: /mnt/uploads/a.csv (text/csv, 120 bytes)" names it.
struct DialogueFile {
    QString path;
    QString mime;
    qint64 bytes = 0;

    QString name() const;
    bool operator==(const DialogueFile &) const = default;
};

// A call made since the user's last message, with what the client answered.
struct DialogueCall {
    QString name;
    QJsonObject arguments;
    bool answered = false;
    QString output;   // its texts, joined by line breaks
    int pictures = 0; // that came with it
};

// What a request says, in the planner's terms. The planner keeps nothing between requests: where it stands follows from this.
struct Dialogue {
    QString question;                 // the user's last message without the lines that name attachments
    QStringList earlierQuestions;     // oldest first
    QList<DialoguePicture> pictures;  // of the last message
    QList<DialogueFile> files;        // of the last message
    QList<DialoguePicture> earlierPictures;
    QList<DialogueFile> earlierFiles; // oldest first
    QList<DialogueCall> calls;        // since the last message, in order
    QSet<QString> tools;              // names of the functions on offer

    const DialogueCall *lastCall(const QString &name) const;
};

// Reads `input` (text or items) and `tools` of a Responses API request. Items that mean nothing here are passed over.
Dialogue readDialogue(const QJsonObject &request);

} // namespace vitrine
