#pragma once

#include "base/ChildProcess.h"
#include "base/Error.h"
#include "sandbox/Descriptor.h"
#include "sandbox/SandboxPrograms.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

// matplotlib's list of the fonts, which it would otherwise make anew in every sandbox before the first chart: for seconds.
struct FontList {
    QString name; // of the file that matplotlib looks for: "fontlist-v330.json"
    QByteArray content;
};

// The list kept in `cacheFolder`. None when matplotlib, the interpreter or a folder of fonts is not as it was when the list
// was made, or when the file could be another user's work. Reads one file and looks at some tens of folders.
std::optional<FontList> keptFontList(const QString &cacheFolder);

// Whether code that may write in `folder` could put something else in the place of `path`.
bool reachesFrom(const QString &folder, const QString &path);

// Makes the list and keeps it. It is made in a sandbox of its own that holds nothing of any conversation and runs the
// driver's code only: what it says may be trusted as far as the distribution's matplotlib.
class FontListMaker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FontListMaker)

public:
    FontListMaker(SandboxPrograms programs, QString cacheFolder, QObject *parent = nullptr);
    ~FontListMaker() override;

    // Ends exactly once with finished(), later. Destroying the object ends the run; nothing is kept then.
    void start();

signals:
    void finished(const vitrine::Done &kept);

private:
    Done launch();
    Done keep(const Result<ChildExit> &result) const;

    SandboxPrograms m_programs;
    QString m_cacheFolder;
    qint64 m_startedNs = 0;
    std::unique_ptr<ChildProcess> m_child;
    std::vector<Descriptor> m_descriptors;
};

} // namespace vitrine
