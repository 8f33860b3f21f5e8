#include "tools/ToolCatalog.h"

#include "tools/ImageDecodeBarcodeTool.h"
#include "tools/ImageDetectTextTool.h"
#include "tools/ImageEnhanceTool.h"
#include "tools/ImageFlipTool.h"
#include "tools/ImageInfoTool.h"
#include "tools/ImagePerspectiveTool.h"
#include "tools/ImageRotateTool.h"
#include "tools/ImageZoomTool.h"
#include "tools/PythonTool.h"

namespace vitrine {

std::vector<std::unique_ptr<Tool>> createTools(const ToolEnvironment &environment, const ToolChoice &choice)
{
    std::vector<std::unique_ptr<Tool>> tools;
    if (choice.pictures && environment.pictures) {
        PictureToolContext &pictures = *environment.pictures;
        tools.push_back(std::make_unique<ImageInfoTool>(pictures));
        tools.push_back(std::make_unique<ImageZoomTool>(pictures));
        tools.push_back(std::make_unique<ImageRotateTool>(pictures));
        tools.push_back(std::make_unique<ImageFlipTool>(pictures));
        tools.push_back(std::make_unique<ImagePerspectiveTool>(pictures));
        tools.push_back(std::make_unique<ImageEnhanceTool>(pictures));
        tools.push_back(std::make_unique<ImageDetectTextTool>(pictures));
        tools.push_back(std::make_unique<ImageDecodeBarcodeTool>(pictures));
    }
    if (choice.python && environment.python && environment.pictures)
        tools.push_back(std::make_unique<PythonTool>(*environment.python, *environment.pictures, environment.workFolder));
    return tools;
}

} // namespace vitrine
