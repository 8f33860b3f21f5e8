#pragma once

#include "connections/Connection.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace vitrine {

class FormField;

// What few connections need.
class MoreFields final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MoreFields)

public:
    explicit MoreFields(QWidget *parent = nullptr);

    void reset(const Connection &connection);
    // Writes them into the connection. What is wrong is said at its field, which gets the keyboard; false then.
    bool fill(Connection &connection);

private:
    QLineEdit *addLine(const QString &caption, const QString &note, FormField **field = nullptr);
    bool fillHeaders(Connection &connection);

    QLineEdit *m_model;
    QLineEdit *m_organization;
    QLineEdit *m_project;
    QLineEdit *m_keyHeader;
    FormField *m_keyHeaderField = nullptr;
    QPlainTextEdit *m_headers;
    FormField *m_headersField;
    QLineEdit *m_proxy;
    FormField *m_proxyField = nullptr;
    QCheckBox *m_plain;
};

} // namespace vitrine
