#pragma once

// What `vitrine-imager` and its client agree on. Without Qt, so that both may include it.
//
// All coordinates are float64 pixels of the UPRIGHT picture (EXIF orientation applied), half-open, origin at the top-left corner.
// Every operation takes one picture file (an open, read-only descriptor). Fields marked ? may be absent.
//
// op              params                                            values of the answer                               picture
// probe           -                                                 format, size:[w,h], stored_size:[w,h],             -
//                                                                   exif_orientation:1..8, frames, depth, has_alpha
//                                                                   (from the header alone; no pixel is decoded)
// analyse         bbox?:[x1,y1,x2,y2]                               mean, contrast (0..255), sharpness (variance of    -
//                                                                   the Laplacian), blurred, dark, low_contrast,
//                                                                   noisy, light_on_dark (booleans),
//                                                                   skew_degrees (+ = must turn clockwise to be level)
// render          matrix:[9] output pixel -> input pixel,           size                                               yes
//                 size:[w,h], fill:"white"|"black"|"edge",
//                 background? (enhance steps before, see below)
// enhance         ops:[{op, ...strength}], bbox?                    size, applied:[names], improved (bool)             yes
//                 op: auto whitebalance flatten clahe gamma denoise sharpen deblur binarize invert grayscale
// find_outline    -                                                 corners:[8]|null, score 0..1                       -
// find_rotation   languages?                                        degrees (clockwise to upright, skew included),     -
//                                                                   confidence 0..1, quarter:0|90|180|270,
//                                                                   quarter_score, skew,
//                                                                   method:"osd"|"ocr"|"skew"|"none",
//                                                                   candidates:[{degrees, score}]
// detect_text     bbox?, lang?:"eng"|"chi_sim"|"eng+chi_sim"|"auto",  lines:[{text, bbox:[4], confidence 0..100,       -
//                 layout?:"page"|"sparse"|"line"|"auto",              block, paragraph, height, words:[{text,
//                 min_conf?                                           bbox:[4], confidence}]}], confidence (mean),
//                                                                     lang, layout, scale
// decode_barcode  bbox?                                             codes:[{format, text, corners:[8]}]                -
//
// Every operation that makes a picture, and `render` with the identity matrix for the plain upright picture, takes as well
//   encode?: "auto"|"png"|"jpeg"          auto: PNG when lossless is small (line art, screenshots under 1 MB), else JPEG quality 90, 4:4:4
//   sent?:   {max_side, max_short_side?, max_pixels?}   also returns the copy for a model that fits, and values.sent_size:[w,h]
// and returns values.mime, values.sent_mime. When the picture itself fits, `sent` is the same bytes.
//
// preview         max_side, encode?                                 size, full_size                                    yes
//                 (scaled decoding: the fastest way to a small upright picture)
//
// The same operations take want_picture?: false when only the copy for a model is wanted; the full-size picture is then not encoded.
// In a JPEG above `maxPixels` all sizes and coordinates are those of the scaled-down decoding; stored_size tells the difference.
//
// Errors: values {"error": one sentence that says what to do, "kind": "io"|"invalid_request"|"bug"}.

#include <cstddef>
#include <cstdint>

namespace vitrine::imager {

inline constexpr int protocolVersion = 1;
inline constexpr long long maxPixels = 64LL * 1024 * 1024; // larger pictures are decoded scaled down, or refused
inline constexpr long long maxFileBytes = 256LL * 1024 * 1024;
inline constexpr long long maxReplyBytes = 256LL * 1024 * 1024;

// The wire: a SOCK_SEQPACKET socket whose number is the program's only argument. One packet a request, one packet an answer, one
// request at a time. The program ends with status 0 when the other end closes, or between two requests to give its memory back.
//
// request   RequestHeader, then the JSON object {"op", "params"}; `files` descriptors of pictures, open for reading
// answer    AnswerHeader, then the JSON object of the values; descriptors of sealed memory files, in this order:
//           the JSON if jsonInFile, the picture if pictureBytes > 0, the copy for a model if sentBytes > 0 and not sentIsPicture
struct RequestHeader {
    std::uint32_t magic = 0;
    std::uint32_t version = 0;
    std::uint64_t id = 0;
    std::uint32_t jsonBytes = 0;
    std::uint32_t files = 0;
};

struct AnswerHeader {
    std::uint32_t magic = 0;
    std::uint32_t version = 0;
    std::uint64_t id = 0;
    std::uint64_t jsonBytes = 0;
    std::uint64_t pictureBytes = 0;
    std::uint64_t sentBytes = 0;
    std::uint32_t jsonInFile = 0;
    std::uint32_t sentIsPicture = 0;
};

inline constexpr std::uint32_t wireMagic = 0x56494d47; // "VIMG"
inline constexpr std::size_t maxPacketBytes = 64 * 1024;
inline constexpr std::size_t maxJsonInPacket = 16 * 1024; // of an answer; longer JSON goes into a file
inline constexpr std::size_t maxFilesInPacket = 3;

} // namespace vitrine::imager
