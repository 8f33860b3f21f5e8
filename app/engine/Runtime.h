#pragma once

#include "base/Clock.h"
#include "base/Error.h"
#include "base/Profile.h"
#include "connections/EnvironmentKeys.h"

#include <memory>

namespace vitrine {

class BlobStore;
class Connections;
class Engine;
class ImageService;
class ModelShelf;
class StoreThread;

// All that works behind a front end, put together: the graph that `vitrine` and the window share. Opened and destroyed on the
// thread that becomes the engine thread.
class Runtime final
{
    Q_DISABLE_COPY_MOVE(Runtime)

public:
    // `store` and `blobs` may be opened earlier and elsewhere (the window lists conversations before it needs an engine).
    // `keys`: what was taken from the environment when the program began.
    static std::unique_ptr<Runtime> create(const Profile &profile, Clock &clock, StoreThread &store, BlobStore &blobs, EnvironmentKeys keys);
    ~Runtime();

    // Of `vitrine exec --record`; for providers that are looked up from now on.
    void setRecordFolder(const QString &folder) { m_recordFolder = folder; }

    Engine &engine();
    ImageService &images();
    Connections &connections();
    ModelShelf &models();

private:
    Runtime();
    QString m_recordFolder;
    std::unique_ptr<ImageService> m_images;
    std::unique_ptr<Connections> m_connections;
    std::unique_ptr<ModelShelf> m_models;
    std::unique_ptr<Engine> m_engine;
};

// The helper programs stand beside the running one, or where the package puts them.
QString helperProgram(const QString &name);

} // namespace vitrine
