#include "imager/Exif.h"
#include "imager/Formats.h"

#include <memory>

#include <webp/decode.h>
#include <webp/demux.h>

namespace vitrine::imager::webp {

namespace {

struct DeleteDemuxer {
    void operator()(WebPDemuxer *demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, DeleteDemuxer>;

Demuxer open(Bytes file)
{
    const WebPData data{file.data(), file.size()};
    return Demuxer(WebPDemux(&data));
}

} // namespace

Outcome<PictureInfo> readInfo(Bytes file)
{
    const Demuxer demuxer = open(file);
    if (!demuxer)
        return damaged();
    PictureInfo info;
    info.stored = {int(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)), int(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT))};
    info.frames = int(WebPDemuxGetI(demuxer.get(), WEBP_FF_FRAME_COUNT));
    info.hasAlpha = (WebPDemuxGetI(demuxer.get(), WEBP_FF_FORMAT_FLAGS) & ALPHA_FLAG) != 0;
    WebPChunkIterator chunk{};
    if (WebPDemuxGetChunk(demuxer.get(), "EXIF", 1, &chunk)) {
        info.orientation = exifOrientation(Bytes(chunk.chunk.bytes, chunk.chunk.size));
        WebPDemuxReleaseChunkIterator(&chunk);
    }
    return info;
}

Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info)
{
    const Demuxer demuxer = open(file);
    WebPIterator frame{};
    if (!demuxer || !WebPDemuxGetFrame(demuxer.get(), 1, &frame))
        return damaged();
    const std::unique_ptr<WebPIterator, decltype(&WebPDemuxReleaseIterator)> release(&frame, &WebPDemuxReleaseIterator);

    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(frame.fragment.bytes, frame.fragment.size, &features) != VP8_STATUS_OK)
        return damaged();
    // The frame's own header must agree with the container, or a small canvas could hide a huge frame.
    const cv::Rect canvas(cv::Point(), info.stored);
    const cv::Rect place(frame.x_offset, frame.y_offset, features.width, features.height);
    if (features.width != frame.width || features.height != frame.height || (place & canvas) != place)
        return damaged();

    cv::Mat bgra(features.height, features.width, CV_8UC4);
    if (!WebPDecodeBGRAInto(frame.fragment.bytes, frame.fragment.size, bgra.data, bgra.step * std::size_t(bgra.rows), int(bgra.step)))
        return damaged();
    const cv::Mat picture = overWhite(bgra);
    if (place == canvas)
        return picture;
    cv::Mat out(info.stored, CV_8UC3, cv::Scalar::all(255));
    picture.copyTo(out(place));
    return out;
}

} // namespace vitrine::imager::webp
