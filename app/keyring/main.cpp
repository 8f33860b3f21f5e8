#include "KeyringJob.h"
#include "KeyringProtocol.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace {

void print(const QJsonObject &answer)
{
    const QByteArray line = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

QJsonObject readQuestion()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(in.read(vitrine::keyring::largestQuestion)).object();
}

} // namespace

int main(int argc, char **argv)
{
    // Keys pass through this process: no core file, and no other process of the same user reads its memory.
    prctl(PR_SET_DUMPABLE, 0);
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    // What the libraries chat about is nobody's business.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});

    QCoreApplication application(argc, argv);
    const QString action = application.arguments().value(1);
    if (!QStringList{QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("remove"), QStringLiteral("probe")}.contains(action))
        return 2;
    const QJsonObject question = readQuestion();
    vitrine::keyring::KeyringJob job(action);
    QObject::connect(&job, &vitrine::keyring::KeyringJob::answered, &application, [](const QJsonObject &answer) {
        print(answer);
        if (answer.value(QLatin1String("status")).toString() != QLatin1String(vitrine::keyring::unlocking))
            QCoreApplication::exit(0);
    });
    QTimer::singleShot(0, &job, [&job, &question] { job.start(question); });
    return QCoreApplication::exec();
}
