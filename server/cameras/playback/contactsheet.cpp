// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/contactsheet.h"

#include "models/core/times.h"
#include "server/cameras/playback/recordedframe.h"
#include "server/core/http/problem.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int quality = 75; // of the JPEG, from 0 to 100

/// A key frame of a recording: a part that begins with its fragment and has no other.
std::optional<RecordedPart> keyFrameAt(const QList<RecordedPart> &parts, qint64 ms)
{
    const auto after = std::ranges::upper_bound(parts, ms, {}, &RecordedPart::startMs);
    if (after == parts.begin())
        return std::nullopt;
    RecordedPart part = *std::prev(after);
    const qsizetype index = FragmentList::indexAt(part.fragments, ms);
    if (index >= part.fragments.size())
        return std::nullopt; // the recording ended before
    part.fragments = {part.fragments[index]};
    return part;
}

/// Returns the picture in the width of a sheet's pictures.
QImage thumbnail(const QByteArray &jpeg, int width)
{
    QBuffer buffer;
    buffer.setData(jpeg);
    QImageReader reader(&buffer, "jpeg");
    if (const QSize size = reader.size(); !size.isEmpty())
        reader.setScaledSize({width, std::max(1, size.height() * width / size.width())});
    return reader.read();
}

/// Returns the time of a picture in the sheet, in milliseconds since the epoch.
qint64 middleOf(const SheetFolder::Sheet &sheet, int i)
{
    return sheet.fromMs + (sheet.toMs - sheet.fromMs) * (2 * i + 1) / (2 * sheet.columns * sheet.rows);
}

/// Throws: 422 unless the files that must be fetched from the media store fit into its local copies.
void requireRoom(const SheetFolder::Sheet &sheet, const QList<RecordedPart> &parts, const RecordedSpan &span)
{
    RecordedSpan::Fetches fetches(span);
    for (int i = 0; i < sheet.columns * sheet.rows; ++i) {
        const auto part = keyFrameAt(parts, middleOf(sheet, i));
        if (part && !fetches.add(*part))
            throw Problem::invalid(u"?to"_s, u"too_large"_s, u"Ask for fewer pictures or a shorter span."_s);
    }
}
}

QByteArray contactSheet(const SheetFolder::Sheet &sheet, const QList<RecordedPart> &parts, const RecordedSpan &span)
{
    const int count = sheet.columns * sheet.rows;
    requireRoom(sheet, parts, span);
    QImage page;
    QImage picture;
    std::optional<std::pair<RecordingId, qint64>> shown; ///< the recording and the offset of `picture`
    for (int i = 0; i < count; ++i) {
        const auto part = keyFrameAt(parts, middleOf(sheet, i));
        if (!part || !span.isHere(part->file))
            continue;
        const std::pair wanted(part->file.recordingId, part->fragments.constFirst().offset);
        if (shown != wanted) {
            const auto frame = recordedFrame(*part, span.pathOf(*part), Times::fromMilliseconds(part->startMs()));
            picture = frame ? thumbnail(frame->preview.jpeg, sheet.width) : QImage();
            shown = wanted;
        }
        if (picture.isNull())
            continue;
        if (page.isNull()) { // all pictures have the shape of the first
            page = QImage(sheet.columns * sheet.width, sheet.rows * picture.height(), QImage::Format_RGB32);
            page.fill(Qt::black);
        }
        const QSize cell(sheet.width, page.height() / sheet.rows);
        QPainter(&page).drawImage(
            QRect(QPoint(i % sheet.columns * cell.width(), i / sheet.columns * cell.height()), cell), picture);
    }
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    if (!page.isNull() && buffer.open(QIODevice::WriteOnly))
        page.save(&buffer, "jpeg", quality);
    return jpeg;
}
