#pragma once

#include "imaging/Gallery.h"
#include "imaging/ProviderSizes.h"
#include "tools/Arguments.h"

#include <QJsonArray>
#include <QRect>
#include <QRectF>
#include <QString>

namespace vitrine {

// What the picture tools write to a model. A program may rely on these forms. All coordinates are pixels of the picture AS SENT,
// origin top-left, half-open; boxes are [x1,y1,x2,y2], quads [x1,y1,..,x4,y4] from top-left clockwise.
//
// A new picture (image_zoom, image_rotate, image_flip, image_perspective, image_enhance), one line:
//   img_1.3: 1024x512 (crop [120,40,376,168] of img_1, x4.00 lanczos). In img_1: [120,40,376,168].
//   img_1.4: 1536x2048 as sent, 3024x4032 stored (rotation by 90 deg of img_1, lossless). In img_1: corners [0,1536,..].
//   in the parentheses: crop BOX of ID, xN.NN [lanczos|area] | rotation by D deg of ID (D > 0: clockwise), found by METHOD,
//   confidence 0.NN | flip AXIS of ID | perspective QUAD of ID, outline score 0.NN | enhance OP, OP of ID
//   then further sentences. A call that was made before:
//   img_1.3: 1024x512 (already made as img_1.3). This call repeats img_1.3; look at it again or zoom elsewhere.
// No new picture because none is needed: a sentence that ends with "nothing changed."
//
// image_detect_text:
//   Text in img_1 (2048x1536): language eng, mean confidence 91, 12 lines, layout page. Boxes are px of img_1 as sent.
//   [120,40,376,68] conf 93: Hello {wor1d?41} again
//   One line a text line; an empty line stands between blocks and paragraphs. A word read with a confidence under 60 is
//   {word?NN}. In the text the characters \ { } are written \\ \{ \}. Nothing found: "No words found in img_1 ...".
//
// image_decode_barcode:
//   2 codes in img_1 (1000x800). Corners are px of img_1 as sent.
//   QR-Code [100,90,300,92,301,290,99,288]: payload     (\ is written \\, a line break \n, a carriage return \r)
//   Nothing found: "No barcode found in img_1 ...".
//
// image_info: lines "name: value" (see ImageInfoTool.h).

inline constexpr double unsureWordConfidence = 60; // 0..100

// Stored pixels to pixels as sent, and their text.
QRectF asSent(const GalleryPicture &picture, const QRectF &stored);
Quad asSent(const GalleryPicture &picture, const Quad &stored);
QString boxText(const GalleryPicture &picture, const QRectF &stored);
QString quadText(const GalleryPicture &picture, const Quad &stored);
// [x1,y1,x2,y2] as sent, to a thousandth: the form that lineage parameters have.
QJsonArray sentBox(const GalleryPicture &picture, const QRectF &stored);
// "In img_1: [120,40,376,168]." or, when the area is turned there, "In img_1: corners [..]."
QString placeText(const GalleryPicture &picture, const GalleryPicture &root);
// "1536x2048" or "1536x2048 as sent, 3024x4032 stored"
QString bothSizesText(const GalleryPicture &picture);

QString newPictureText(const GalleryPicture &picture, const GalleryPicture &root, const QString &what, const QStringList &notes);
QString repeatText(const GalleryPicture &picture);

// From the values of the imager's answers.
QString recognisedText(const GalleryPicture &picture, const QJsonObject &values);
QString barcodeText(const GalleryPicture &picture, const QJsonArray &codes);

// A box as the model gave it, checked, in stored pixels and within the picture. The error is one sentence for the model.
struct ResolvedBox {
    QRectF box;
    bool clamped = false;
};
Result<ResolvedBox> resolveBox(const GalleryPicture &picture, const QList<double> &bbox, BoxUnits units);
// As the picture service takes it.
QJsonArray boxJson(const QRect &box);
// Numbers in pairs x, y to stored pixels.
QList<double> toStored(const GalleryPicture &picture, const QList<double> &coordinates, BoxUnits units);

} // namespace vitrine
