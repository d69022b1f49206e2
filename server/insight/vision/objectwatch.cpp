// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/objectwatch.h"

#include "server/cameras/ingest/framesink.h"

#include <QImage>

#include <algorithm>

namespace {
constexpr Box whole{0, 0, 1, 1};
/// Least side of a part in heights of the picture. In a picture of 1080 rows, the network sees it in its own size.
constexpr double leastSide = 0.3;
/// Side of a part as a multiple of the size of what moves in it.
constexpr double room = 1.6;
constexpr double wideRoom = 3;
/// Parts are joined if their square is at most this much larger than the larger one.
constexpr double joinedSide = 1.35;

/// A square around a place, in heights of the picture.
struct Square
{
    double x = 0; ///< of the middle
    double y = 0;
    double side = 0;
};

Square around(const Box &box, double aspect, double room)
{
    return {(box.x + box.width / 2) * aspect, box.y + box.height / 2,
            std::max(leastSide, room * std::max(box.width * aspect, box.height))};
}

Square joined(const Square &a, const Square &b)
{
    const double left = std::min(a.x - a.side / 2, b.x - b.side / 2);
    const double right = std::max(a.x + a.side / 2, b.x + b.side / 2);
    const double top = std::min(a.y - a.side / 2, b.y - b.side / 2);
    const double bottom = std::max(a.y + a.side / 2, b.y + b.side / 2);
    return {(left + right) / 2, (top + bottom) / 2, std::max(right - left, bottom - top)};
}

/// Adds a square, or joins it with one that is near.
void add(QList<Square> &squares, Square square)
{
    for (qsizetype i = 0; i < squares.size(); ++i) {
        const Square both = joined(squares[i], square);
        if (both.side > joinedSide * std::max(squares[i].side, square.side))
            continue;
        squares.removeAt(i);
        return add(squares, both);
    }
    squares += square;
}

/// Returns the part of the picture that a square covers. It is moved into the picture.
Box partOf(const Square &square, double aspect)
{
    const double width = std::min(square.side, aspect);
    const double height = std::min(square.side, 1.0);
    const double x = std::clamp(square.x - width / 2, 0.0, aspect - width);
    const double y = std::clamp(square.y - height / 2, 0.0, 1 - height);
    return {x / aspect, y, width / aspect, height};
}

Box united(const Box &a, const Box &b)
{
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}
}

QList<Box> LookPlan::parts(const QList<Box> &moving, const QList<Box> &others, const QList<Box> &known, double aspect,
                           bool wide)
{
    QList<Square> squares;
    for (const Box &region : moving) {
        Box place = region;
        bool explained = false;
        for (const Box &object : known) {
            if (Boxes::within(region, object) < 0.5)
                continue;
            place = united(place, object);
            explained = true;
        }
        add(squares, around(place, aspect, wide && !explained ? wideRoom : room));
    }
    for (const Box &place : others)
        add(squares, around(place, aspect, room));
    QList<Box> parts;
    for (const Square &square : std::as_const(squares))
        parts += partOf(square, aspect);
    if (parts.size() <= mostParts)
        return parts;
    parts.resize(mostParts - 1);
    return QList<Box>{whole} + parts;
}

ObjectWatch::Knowledge ObjectWatch::see(const Picture &picture, const MotionSample &motion)
{
    const bool before = m_lookedAt.isValid() && picture.time < m_lookedAt; // the clock was set back
    const bool busy = m_look && m_look->state() == ObjectFinder::Look::State::Waiting;
    const QList<Box> due = m_tracker.due(picture.time);
    const bool learnsScene = !m_seenAll && motion.settled;
    if (motion.settled && motion.regions.isEmpty() && due.isEmpty() && !learnsScene)
        return busy ? Knowledge::None : Knowledge::Unchanged;
    const auto pause = m_finder.waiting() > 0 ? intervalAmidOthers : interval;
    if (!motion.settled || (!before && m_lookedAt.isValid() && m_lookedAt.msecsTo(picture.time) < pause.count()))
        return Knowledge::None;
    if (busy) {
        shed();
        return Knowledge::None;
    }
    QList<Box> moving;
    for (const MovingRegion &region : motion.regions)
        moving += region.box;
    QList<Box> known;
    for (const SeenTrack &track : m_tracker.tracks())
        known += track.box;
    QList<Box> parts = LookPlan::parts(moving, due, known, double(picture.width) / picture.height, m_looks % 2 == 1);
    // If only the first part is looked at for lack of time, it is another one each time.
    if (!parts.isEmpty())
        std::rotate(parts.begin(), parts.begin() + m_looks % parts.size(), parts.end());
    ++m_looks;
    if (learnsScene)
        parts.prepend(whole);
    m_seenAll = true;
    m_lookedAt = picture.time;
    std::function<QImage()> pixels = picture.pixels;
    if (!pixels) {
        pixels =
            [copy = QImage(picture.bgr, picture.width, picture.height, picture.stride, QImage::Format_BGR888).copy()] {
                return copy;
            };
    }
    m_look = m_finder.look(std::move(pixels), parts, m_counter);
    return Knowledge::Pending;
}

void ObjectWatch::take(const ObjectFinder::Look &look, const QDateTime &time, const ViewShift &shift)
{
    if (look.state() != ObjectFinder::Look::State::Done)
        return;
    QList<Detection> found = look.found();
    for (Detection &detection : found) {
        detection.box.x -= shift.x;
        detection.box.y -= shift.y;
    }
    m_tracker.update(time, found, look.parts(), shift.shakes);
}
