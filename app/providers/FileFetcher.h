#pragma once

#include "providers/HttpExchange.h"
#include "providers/ModelEvent.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace vitrine {

// A file that an answer names and that has to be fetched at once, for where it lies is cleared soon.
struct FileToFetch {
    QString path; // below the API's base address
    QString name; // a label

    bool operator==(const FileToFetch &) const = default;
};

// Fetches the files of one answer, one after the other. Lives on the engine thread; deleting it stops it.
class FileFetcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileFetcher)

public:
    static constexpr int mostFiles = 32;

    struct Fetched {
        QList<ProducedFile> files;
        QStringList problems; // a sentence for each file that could not be had
    };
    using Done = std::function<void(const Fetched &)>;

    FileFetcher(QNetworkAccessManager &network, const HttpLimits &limits, QObject *parent = nullptr);
    ~FileFetcher() override;

    // `like`: what all requests share; address and method are set here. `done` is called later, once.
    void start(const HttpPost &like, const QUrl &base, const QList<FileToFetch> &files, Done done);

private:
    void next();
    void take(const vitrine::Done &result);

    QNetworkAccessManager &m_network;
    HttpLimits m_limits;
    HttpPost m_like;
    QUrl m_base;
    QList<FileToFetch> m_waiting;
    FileToFetch m_current;
    Fetched m_fetched;
    Done m_done;
    std::unique_ptr<HttpExchange> m_exchange;
    QByteArray m_bytes;
};

} // namespace vitrine
