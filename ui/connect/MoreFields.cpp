#include "connect/MoreFields.h"

#include "connect/FormField.h"
#include "widgets/Choices.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace vitrine {

MoreFields::MoreFields(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_model = addLine(tr("Default model"), tr("Empty: the one that you choose after the test."));
    m_organization = addLine(tr("Organization"), {});
    m_project = addLine(tr("Project"), {});
    m_keyHeader = addLine(tr("Header that carries the key"), tr("Empty: the usual one."), &m_keyHeaderField);
    m_headers = new QPlainTextEdit(this);
    m_headers->setProperty("kind", QStringLiteral("code"));
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(m_headers->fontMetrics().lineSpacing() * 2 + 22);
    m_headersField = new FormField(tr("Extra headers"), m_headers, this);
    m_headersField->setNote(tr("One a line, as NAME: VALUE. They are kept in the open: no secrets."));
    column->addWidget(m_headersField);
    m_proxy = addLine(tr("Proxy"), tr("Such as socks5://127.0.0.1:1080. Empty: as the environment says."), &m_proxyField);
    m_plain = checkBox(tr("Allow http:// to another machine"), this);
    column->addWidget(m_plain);
    QLabel *warning = sentenceLabel("warn", this);
    showSentence(*warning, tr("Your key and your words then travel in the open: only for a network that is your own."));
    column->addLayout(indented(warning));
}

QLineEdit *MoreFields::addLine(const QString &caption, const QString &note, FormField **field)
{
    auto *line = new QLineEdit(this);
    auto *made = new FormField(caption, line, this);
    made->setNote(note);
    layout()->addWidget(made);
    if (field)
        *field = made;
    return line;
}

void MoreFields::reset(const Connection &connection)
{
    m_model->clear();
    m_organization->setText(connection.organization);
    m_project->setText(connection.project);
    m_keyHeader->setText(connection.keyHeader);
    m_headers->clear();
    m_proxy->setText(connection.proxy.toString());
    m_plain->setChecked(connection.allowPlainHttp);
    for (FormField *field : {m_keyHeaderField, m_headersField, m_proxyField})
        field->setError({});
}

bool MoreFields::fill(Connection &connection)
{
    connection.defaultModel = m_model->text().trimmed();
    connection.organization = m_organization->text().trimmed();
    connection.project = m_project->text().trimmed();
    connection.keyHeader = m_keyHeader->text().trimmed();
    connection.proxy = QUrl(m_proxy->text().trimmed(), QUrl::StrictMode);
    connection.allowPlainHttp = m_plain->isChecked();
    const Done proxy = m_proxy->text().trimmed().isEmpty() || connection.proxy.isValid() ? checkProxy(connection.proxy) : checkProxy(QUrl(QStringLiteral("invalid:")));
    m_proxyField->setError(proxy ? QString() : proxy.error().message);
    if (!proxy)
        m_proxy->setFocus(Qt::OtherFocusReason);
    return fillHeaders(connection) && proxy.has_value();
}

bool MoreFields::fillHeaders(Connection &connection)
{
    connection.headers.clear();
    Done fine;
    for (const QString &line : m_headers->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QByteArray name = line.left(colon).trimmed().toUtf8();
        const QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1).trimmed().toUtf8();
        fine = colon < 0 ? checkHeader({}, {}) : checkHeader(name, value);
        if (!fine)
            break;
        connection.headers.append({name, value});
    }
    m_headersField->setError(fine ? QString() : fine.error().message);
    if (!fine)
        m_headers->setFocus(Qt::OtherFocusReason);
    return fine.has_value();
}

} // namespace vitrine
