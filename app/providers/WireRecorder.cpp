#include "providers/WireRecorder.h"

#include "base/Logging.h"

#include <QDir>
#include <QSaveFile>

#include <utility>

namespace vitrine {

WireRecorder::WireRecorder(const QString &folder, int number, const Credential &credential) : m_credential(credential)
{
    if (!folder.isEmpty() && QDir().mkpath(folder))
        m_path = QStringLiteral("%1/%2").arg(folder).arg(number, 3, 10, QLatin1Char('0'));
}

void WireRecorder::request(const QUrl &url, const QByteArray &body)
{
    if (m_path.isEmpty())
        return;
    m_head = "POST " + redacted(url.toString(QUrl::RemoveUserInfo)).toUtf8() + "\n";
    write(".request.json", body);
}

void WireRecorder::head(int status, const HttpHeaders &headers)
{
    if (m_path.isEmpty())
        return;
    m_head += QByteArray::number(status) + '\n';
    for (const auto &[name, value] : headers) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0)
            m_head += redacted(QString::fromLatin1(name + ": " + value)).toUtf8() + '\n';
    }
}

void WireRecorder::bytes(const QByteArray &bytes)
{
    if (!m_path.isEmpty())
        m_body += bytes;
}

void WireRecorder::finish()
{
    if (m_path.isEmpty())
        return;
    write(".head.txt", m_head);
    write(".sse", std::exchange(m_body, {}));
    m_path.clear();
}

void WireRecorder::write(const char *ending, const QByteArray &content)
{
    QSaveFile file(m_path + QLatin1String(ending));
    const QByteArray clean = m_credential.hiddenIn(content);
    if (!file.open(QIODevice::WriteOnly) || file.write(clean) != clean.size() || !file.commit())
        qWarning("The recording %s could not be written: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
}

} // namespace vitrine
