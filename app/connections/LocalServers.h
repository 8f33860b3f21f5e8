#pragma once

#include "connections/HttpGet.h"

#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace vitrine {

struct LocalServer {
    enum class Kind { Ollama, LlamaCpp, LmStudio, Vllm, Other };
    Kind kind = Kind::Other;
    QString title;   // "Ollama 0.5.1", as a person knows it
    QUrl baseUrl;    // http://127.0.0.1:PORT/v1
    QStringList models; // ids in the server's order; empty also when it does not tell
};

// The preset of that kind: "ollama", "llamacpp", "lmstudio", "vllm", "other".
QString toString(LocalServer::Kind kind);

// What the usual ports of this machine's model servers answer with. Nothing is asked before find() is called, and no key is sent.
// Lives on one thread.
class LocalServers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalServers)

public:
    using Callback = std::function<void(const QList<LocalServer> &)>;

    explicit LocalServers(QList<quint16> ports = usualPorts(), std::chrono::milliseconds limit = std::chrono::milliseconds(600), QObject *parent = nullptr);
    ~LocalServers() override;

    // 11434 Ollama, 8080 llama.cpp, 1234 LM Studio, 8000 vLLM; a port says nothing about who really is there.
    static QList<quint16> usualPorts();

    // Asks all ports at once; within the limit `done` is called with those that answered, in the order of the ports. Once, later, and not
    // after this object is gone. One search at a time.
    void find(Callback done);

private:
    struct Port;
    void ask(Port &port, const QByteArray &path);
    void end();

    QNetworkAccessManager m_network;
    QList<quint16> m_ports;
    std::chrono::milliseconds m_limit;
    std::map<quint16, std::unique_ptr<Port>> m_asked;
    QTimer m_timer;
    Callback m_done;
    int m_open = 0;
};

} // namespace vitrine
