#pragma once

#include "model/Item.h"
#include "scenes/MemoryBackend.h"

namespace vitrine {

// The sample whiteboard and what picture tools would make of it, drawn here so that a scene needs no other process.
struct ScenePictures {
    Attachment photo;       // img_1
    ImageStep turned;       // img_1.1
    ImageStep straightened; // img_1.2
    ImageStep enhanced;     // img_1.3
    ImageStep zoomed;       // img_1.4
};

ScenePictures drawScenePictures(MemoryBlobs &blobs);

} // namespace vitrine
