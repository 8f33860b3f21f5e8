#include "offline/PictureChain.h"

#include "offline/ReadingQuality.h"
#include "offline/Wording.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

// A reading that nothing needs to be done about.
constexpr int goodConfidence = 85;
constexpr double goodUnsureShare = 0.08;
// From here on it is handwriting, or as bad as that. Print has below 0.1, real handwriting from 0.4 on.
constexpr double manyUnsure = 0.3;
// Grass, foliage and blur give hundreds of "words" with hardly a sure one.
constexpr double nearlyAllUnsure = 0.9;
constexpr int noiseConfidence = 38;
constexpr int manyWords = 20;
constexpr double mostUnsure = 0.84;
constexpr double fewClear = 0.05;
constexpr double enoughContrast = 30;
// Tables, columns and pavements have outlines too; a page that is to be cut out must be clear and large.
constexpr double sureOutline = 0.6;
constexpr double leastPageShare = 0.25;

PlannedCall onImage(const char *tool, const QString &image, QJsonObject arguments = {})
{
    arguments.insert(QStringLiteral("image"), image);
    return {QLatin1String(tool), arguments};
}

PlannedCall infoCall(const QString &image)
{
    return onImage("image_info", image);
}

PlannedCall codesCall(const QString &image)
{
    return onImage("image_decode_barcode", image);
}

PlannedCall flatCall(const QString &image)
{
    return onImage("image_perspective", image, {{QStringLiteral("auto"), true}});
}

PlannedCall turnCall(const QString &image)
{
    return onImage("image_rotate", image, {{QStringLiteral("auto"), true}});
}

PlannedCall enhanceCall(const QString &image)
{
    return onImage("image_enhance", image, {{QStringLiteral("ops"), QJsonArray{QJsonObject{{QStringLiteral("op"), QStringLiteral("auto")}}}}});
}

PlannedCall readCall(const QString &image, const QString &layout = {})
{
    return onImage("image_detect_text", image, layout.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("layout"), layout}});
}

PlannedCall zoomCall(const QString &image, const QRectF &box)
{
    const QJsonArray bbox{std::floor(box.left()), std::floor(box.top()), std::ceil(box.right()), std::ceil(box.bottom())};
    return onImage("image_zoom", image, {{QStringLiteral("bbox"), bbox}, {QStringLiteral("units"), QStringLiteral("px")}});
}

QRectF boxOf(const PlannedCall &zoom)
{
    const QJsonArray bbox = zoom.arguments.value(u"bbox").toArray();
    return QRectF(QPointF(bbox.at(0).toDouble(), bbox.at(1).toDouble()), QPointF(bbox.at(2).toDouble(), bbox.at(3).toDouble()));
}

bool isGood(const std::optional<ReadText> &text)
{
    return text && !text->lines.isEmpty() && text->confidence >= goodConfidence && qualityOf(*text).unsureShare() <= goodUnsureShare;
}

} // namespace

ChainDepth depthFor(qsizetype pictures)
{
    if (pictures <= 2)
        return ChainDepth::Full;
    if (pictures == 3)
        return ChainDepth::NoZoom;
    if (pictures <= 8)
        return ChainDepth::Short;
    return pictures <= 12 ? ChainDepth::ReadAndCodes : ChainDepth::ReadOnly;
}

PictureChain::PictureChain(const Dialogue &dialogue, const DialoguePicture &picture, ChainDepth depth, const PictureWording &words)
    : m_dialogue(dialogue), m_words(words), m_depth(depth)
{
    m_reading.picture = picture;
}

ChainStep PictureChain::next()
{
    m_step = {};
    // Each stage says whether it waits for calls; when it does not, the next one goes on with what is known.
    const bool waits = look() || turnUpright() || enhanceAndRead() || readAgain() || readInTiles() || zoomIn();
    if (!waits || m_reading.limitReached)
        m_step = {};
    return m_step;
}

bool PictureChain::look()
{
    const QString &image = m_reading.picture.id;
    if (m_depth <= ChainDepth::NoZoom) {
        want(infoCall(image));
        want(flatCall(image));
    }
    if (m_depth != ChainDepth::ReadOnly)
        want(codesCall(image));
    if (!m_step.calls.isEmpty()) {
        say((m_depth <= ChainDepth::NoZoom ? m_words.lookThought : m_words.codesThought).arg(image));
        return true;
    }
    if (m_depth <= ChainDepth::NoZoom) {
        if (const DialogueCall *call = answer(infoCall(image)))
            m_reading.facts = readPictureFacts(call->output);
        m_reading.flat = made(flatCall(image));
        m_reading.outlineDoubted = m_reading.flat && !isTrusted(*m_reading.flat);
        if (m_reading.outlineDoubted)
            m_reading.flat.reset();
    }
    if (const DialogueCall *call = m_depth == ChainDepth::ReadOnly ? nullptr : answer(codesCall(image))) {
        m_reading.codes = readFoundCodes(call->output);
        if (!m_reading.codes)
            m_reading.failures.append(call->output);
    }
    return false;
}

bool PictureChain::turnUpright()
{
    if (m_depth > ChainDepth::Short || isMostlyCode())
        return false;
    const QString image = current();
    if (m_reading.flat)
        say(m_words.flatFound.arg(m_reading.flat->id));
    else if (m_reading.outlineDoubted)
        say(m_words.outlineDoubted);
    if (want(turnCall(image))) {
        say(m_words.turnThought.arg(image));
        return true;
    }
    m_reading.turned = made(turnCall(image));
    const DialogueCall *call = answer(turnCall(image));
    m_reading.uprightAlready = call && saysNothingChanged(call->output) && call->output.contains(u"upright already");
    m_step.reasoning.clear();
    return false;
}

// Clean pictures are read as they are; the others are cleared up too, and where the plain reading is not good, two are compared.
bool PictureChain::enhanceAndRead()
{
    const QString image = current();
    const bool simple = m_depth >= ChainDepth::Short || isClean() || isMostlyCode();
    if (m_reading.turned)
        say(m_words.turnedNow.arg(m_reading.turned->id));
    // Side by side: the reading takes longest, so it comes first.
    const bool reads = want(readCall(image));
    const bool enhances = !simple && want(enhanceCall(image));
    // What lies flat must say at least as much as the whole picture does, or the outline was not that of the page.
    const QString &whole = m_reading.picture.id;
    const bool compares = m_reading.flat && isHardlyTurned();
    if ((compares && want(readCall(whole))) || enhances || reads) {
        say(enhances ? m_words.enhanceThought.arg(image) : m_words.readThought.arg(image));
        return true;
    }
    if (!simple)
        m_reading.enhanced = made(enhanceCall(image));
    offer(textOf(image), image);
    if (compares)
        offer(textOf(whole), whole);
    m_step.reasoning.clear();
    if (m_reading.enhanced && !isGood(m_reading.text)) {
        if (want(readCall(m_reading.enhanced->id))) {
            say(m_words.readBothThought.arg(image, m_reading.enhanced->id));
            return true;
        }
        offer(textOf(m_reading.enhanced->id), m_reading.enhanced->id);
    }
    return false;
}

// What looked clean and read badly gets its second chance now; then scattered words are looked for.
bool PictureChain::readAgain()
{
    if (m_depth > ChainDepth::NoZoom || isMostlyCode() || isGood(m_reading.text))
        return false;
    const QString image = current();
    if (m_reading.flat) {
        if (want(readCall(m_reading.picture.id))) {
            say(m_words.readThought.arg(m_reading.picture.id));
            return true;
        }
        offer(textOf(m_reading.picture.id), m_reading.picture.id);
    }
    if (!m_reading.enhanced) {
        if (want(enhanceCall(image))) {
            say(m_words.enhanceAfterThought.arg(image));
            return true;
        }
        m_reading.enhanced = made(enhanceCall(image));
        if (m_reading.enhanced && want(readCall(m_reading.enhanced->id))) {
            say(m_words.readThought.arg(m_reading.enhanced->id));
            return true;
        }
        if (m_reading.enhanced)
            offer(textOf(m_reading.enhanced->id), m_reading.enhanced->id);
    }
    if (m_reading.text && !m_reading.text->lines.isEmpty())
        return false;
    const QString last = m_reading.enhanced ? m_reading.enhanced->id : image;
    if (m_reading.text && want(readCall(last, QStringLiteral("sparse")))) {
        say(m_words.sparseThought.arg(last));
        return true;
    }
    offer(textOf(last, QStringLiteral("sparse")), last);
    return false;
}

// Small letters in a large picture are lost when the whole of it is read at once.
bool PictureChain::readInTiles()
{
    const bool large = m_reading.facts && m_reading.facts->stored.width() > 1.5 * m_reading.facts->asSent.width();
    if (m_depth != ChainDepth::Full || !large || !m_reading.text || !m_reading.text->lines.isEmpty())
        return false;
    return zoomTo(tilesOf(m_reading.text->size), true, m_words.tilesThought.arg(m_reading.textImage));
}

bool PictureChain::zoomIn()
{
    if (!m_reading.text || m_reading.text->lines.isEmpty())
        return false;
    const ReadingQuality quality = qualityOf(*m_reading.text);
    const bool scraps = quality.words >= manyWords && quality.unsureShare() > mostUnsure && quality.clearWords < fewClear * quality.words;
    m_reading.noise = scraps || (quality.unsureShare() > nearlyAllUnsure && m_reading.text->confidence < noiseConfidence);
    m_reading.unclear = quality.unsureShare() > manyUnsure;
    if (m_reading.noise || m_depth != ChainDepth::Full || !m_reading.zooms.isEmpty())
        return false;
    if (m_reading.unclear)
        return zoomTo(textHalves(*m_reading.text), false, m_words.handwritingThought.arg(m_reading.textImage));
    return zoomTo(unsureRegions(*m_reading.text, m_dialogue.pictures.size() > 1 ? 2 : 4), true,
                  m_words.zoomThought.arg(QString::number(quality.unsureWords), m_reading.textImage));
}

// Cuts the boxes out and reads them when asked to; then the reading is updated and nothing is waited for.
bool PictureChain::zoomTo(const QList<QRectF> &boxes, bool read, const QString &why)
{
    QList<PlannedCall> zooms;
    for (const QRectF &box : boxes)
        zooms.append(zoomCall(m_reading.textImage, box));
    bool waits = false;
    for (const PlannedCall &zoom : zooms)
        waits = want(zoom) || waits;
    if (waits) {
        say(why);
        return true;
    }
    QList<ZoomedPart> parts;
    for (const PlannedCall &zoom : zooms) {
        if (const auto picture = made(zoom))
            parts.append({picture->id, picture->size, boxOf(zoom)});
    }
    if (read) {
        for (const ZoomedPart &part : parts)
            waits = want(readCall(part.id)) || waits;
        if (waits) {
            say(m_words.zoomReadThought);
            return true;
        }
    }
    const bool hadText = !m_reading.text->lines.isEmpty();
    for (const ZoomedPart &part : parts) {
        if (const auto text = read ? textOf(part.id) : std::nullopt)
            hadText ? mergeZoomed(*m_reading.text, part.box, *text) : addZoomed(*m_reading.text, part.box, *text);
    }
    m_reading.zooms = parts;
    return false;
}

// Whether a call must be made; then it is part of this step. Tools that are not offered are remembered.
bool PictureChain::want(const PlannedCall &call)
{
    if (!m_dialogue.tools.contains(call.name)) {
        m_reading.missingTools.insert(call.name);
        return false;
    }
    if (answer(call) || m_step.calls.contains(call))
        return m_step.calls.contains(call);
    m_step.calls.append(call);
    return true;
}

// A call that the client did not answer counts as one that gave nothing, or it would be asked for again for ever.
const DialogueCall *PictureChain::answer(const PlannedCall &call)
{
    const auto same = [&call](const DialogueCall &c) { return c.name == call.name && c.arguments == call.arguments; };
    const auto found = std::find_if(m_dialogue.calls.begin(), m_dialogue.calls.end(), same);
    if (found == m_dialogue.calls.end())
        return nullptr;
    m_reading.limitReached = m_reading.limitReached || saysLimitReached(found->output);
    return &*found;
}

std::optional<MadePicture> PictureChain::made(const PlannedCall &call)
{
    const DialogueCall *done = answer(call);
    return done ? readMadePicture(done->output) : std::nullopt;
}

std::optional<ReadText> PictureChain::textOf(const QString &image, const QString &layout)
{
    const DialogueCall *done = answer(readCall(image, layout));
    if (!done)
        return std::nullopt;
    const auto text = readDetectedText(done->output);
    if (!text && !done->output.isEmpty())
        m_reading.failures.append(done->output);
    return text;
}

void PictureChain::offer(const std::optional<ReadText> &text, const QString &image)
{
    if (!text || (m_reading.text && qualityOf(*text).score <= qualityOf(*m_reading.text).score))
        return;
    m_reading.text = text;
    m_reading.textImage = image;
}

// Nothing speaks against reading the picture as it is: a scan or a screenshot.
bool PictureChain::isClean() const
{
    return m_reading.facts && m_reading.facts->flags.isEmpty() && m_reading.facts->contrast >= enoughContrast && !m_reading.flat
           && m_reading.facts->format != u"jpeg";
}

bool PictureChain::isTrusted(const MadePicture &flat) const
{
    const auto outline = readOutline(flat);
    const QSize size = sentSize();
    // Made before: its text does not say how sure it was, but then it was good enough.
    if (!outline || size.isEmpty())
        return true;
    return outline->score >= sureOutline && areaOf(outline->corners) >= leastPageShare * size.width() * size.height();
}

// The picture as it was given lies about as the one that was laid flat and turned, so that it can be read too.
bool PictureChain::isHardlyTurned() const
{
    constexpr double littleTurn = 20; // degrees
    return !m_reading.turned || std::abs(turnOf(*m_reading.turned)) < littleTurn;
}

QSize PictureChain::sentSize() const
{
    return m_reading.facts ? m_reading.facts->asSent : m_reading.picture.size;
}

bool PictureChain::isMostlyCode() const
{
    const QSize size = sentSize();
    if (!m_reading.codes || size.isEmpty())
        return false;
    double area = 0;
    for (const FoundCode &code : *m_reading.codes)
        area += areaOf(code.corners);
    return area > 0.12 * size.width() * size.height();
}

QString PictureChain::current() const
{
    return m_reading.turned ? m_reading.turned->id : m_reading.flat ? m_reading.flat->id : m_reading.picture.id;
}

void PictureChain::say(const QString &sentence)
{
    m_step.reasoning += (m_step.reasoning.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
}

} // namespace vitrine
