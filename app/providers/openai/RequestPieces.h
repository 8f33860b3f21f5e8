#pragma once

#include "providers/ModelRequest.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace vitrine::openai {

// Pieces that the requests of both APIs of OpenAI are made of. Pure.

// Takes out what is at a dotted path, "reasoning.summary", and objects that become empty with it. False when there is nothing.
bool removePath(QJsonObject &json, const QString &path);
// The schema as its author wrote it, for models fill properties in in its order; that of no arguments when it is not JSON.
QByteArray schemaOf(const PromptTool &tool);
// "[a,b]" of values that are JSON texts.
QByteArray listOf(const QList<QByteArray> &values);
// data:image/png;base64,...
QString dataUrl(const PromptPicture &picture);

} // namespace vitrine::openai
