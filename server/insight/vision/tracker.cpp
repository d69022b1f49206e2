// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/tracker.h"

#include "server/insight/vision/assignment.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double highScore = 0.4;
/// Least overlaps (intersection over union) of a detection with the expected box of a track. Small and fast objects are
/// found by boxes that are grown by a share of their size.
constexpr double minOverlap = 0.2;
constexpr double minGrownOverlap = 0.1;
constexpr double growth = 0.5;
constexpr double minLowOverlap = 0.4;
/// A detection with another label than the track must overlap more.
constexpr double otherLabel = 0.15;
/// A detection within this share of an object that was found is a part of it.
constexpr double part = 0.8;
constexpr double longestPrediction = 1; // seconds; a hidden object does not go on for ever
constexpr int confirmed = 2; // detections
/// Milliseconds and vain looks after which an object is lost. An object of the scene may be hidden by others.
constexpr qint64 lostAfter = 1500;
constexpr int lostLooks = 2;
constexpr qint64 sceneLostAfter = 20'000;
constexpr int sceneLostLooks = 5;
constexpr qint64 unseenAfter = 15'000; ///< milliseconds after which a moving object that nobody looked for is lost
constexpr qint64 restAfter = 30'000; // milliseconds
/// Milliseconds after which an object is looked at again, although nothing moves.
constexpr qint64 lookAgainSoon = 500; ///< it has just stopped, or it has left
constexpr qint64 lookAgain = 2000;
constexpr qint64 lookAgainAtRest = 60'000;
constexpr std::size_t maxScores = 512;
constexpr std::size_t maxTracks = 100;
/// A box has moved if both edges have, by this share of its size. One edge alone moves if something hides a part.
constexpr double moved = 0.2;
constexpr double resized = 1.3;
/// While the camera shakes, or the score is low, an object has moved once it was found elsewhere so often in a row.
constexpr int leastAwayInDoubt = 2;

/// Returns the distance that both edges have moved in the same direction.
double shift(double from, double fromSize, double to, double toSize)
{
    const double near = to - from;
    const double far = to + toSize - from - fromSize;
    return near * far > 0 ? std::min(std::abs(near), std::abs(far)) : 0;
}

/// Returns true if `b` contains `a`, with a distance at the left and at the right, and is much larger.
bool approached(const Box &a, const Box &b)
{
    const double margin = 0.08 * a.width;
    return b.x < a.x - margin && b.x + b.width > a.x + a.width + margin && b.width >= resized * a.width
        && b.height >= resized * a.height;
}

bool hasMovedBetween(const Box &a, const Box &b)
{
    const double size = std::sqrt(std::max(a.width * a.height, 1e-9));
    return shift(a.x, a.width, b.x, b.width) >= moved * size || shift(a.y, a.height, b.y, b.height) >= moved * size
        || approached(a, b) || approached(b, a);
}

bool isHigh(const Detection &detection) { return detection.score >= highScore; }
bool isLow(const Detection &detection) { return detection.score < highScore; }

Box clamped(const Box &box)
{
    const double x = std::clamp(box.x, 0.0, 1.0);
    const double y = std::clamp(box.y, 0.0, 1.0);
    return {x, y, std::clamp(box.x + box.width, x, 1.0) - x, std::clamp(box.y + box.height, y, 1.0) - y};
}
}

Tracker::Track::Track(qint64 id, const Detection &detection, const QDateTime &time)
    : id(id)
    , filter(detection.box)
    , first(detection.box)
    , resting(detection.box)
    , restingSince(time)
    , seenAt(time)
    , lookedAt(time)
    , labels{{detection.label, detection.score}}
    , scores{float(detection.score)}
    , box(detection.box)
{
}

/// Of equal labels, the first in the alphabet wins, so that the result does not depend on the order of a hash.
QString Tracker::Track::label() const
{
    QString best;
    double most = -1;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (*label > most || (*label == most && label.key() < best)) {
            best = label.key();
            most = *label;
        }
    }
    return best;
}

void Tracker::update(const QDateTime &time, const QList<Detection> &detections, const QList<Box> &looked,
                     bool isShaking)
{
    m_isShaking = isShaking;
    if (m_time.isValid() && time < m_time)
        m_tracks.clear();
    const double seconds = m_tracks.empty() ? 0 : double(m_time.msecsTo(time)) / 1000;
    for (Track &track : m_tracks) {
        const double since = double(track.seenAt.msecsTo(m_time)) / 1000;
        track.filter.predict(std::clamp(longestPrediction - since, 0.0, seconds));
    }
    m_time = time;
    m_matched.assign(m_tracks.size(), 0);
    QList<Detection> left = detections;
    associate(left, isHigh, minOverlap, 0, false);
    associate(left, isHigh, minGrownOverlap, growth, true);
    associate(left, isLow, minLowOverlap, 0, false);
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        Track &track = m_tracks[i];
        const auto isWithin = [&](const Box &each) { return Boxes::within(track.box, each) > 0.9; };
        if (std::any_of(looked.begin(), looked.end(), isWithin)) {
            track.lookedAt = time;
            track.missed += m_matched[i] || isHeld(track) ? 0 : 1;
        }
    }
    begin(left);
    std::erase_if(m_tracks, [&](const Track &track) { return isLost(track, looked); });
}

/// Associates detections with tracks that have none yet, and takes them out of `left`.
void Tracker::associate(QList<Detection> &left, bool (*suits)(const Detection &), double minOverlap, double growth,
                        bool sameLabel)
{
    QList<qsizetype> candidates;
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (suits(left[i]))
            candidates += i;
    }
    QList<std::size_t> free;
    QList<QList<double>> costs;
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        const Track &track = m_tracks[i];
        if (m_matched[i] || (growth > 0 && isHeld(track)))
            continue;
        const Box expected = isHeld(track) ? track.first : track.filter.box();
        const QString label = track.label();
        QList<double> line;
        for (const qsizetype index : candidates) {
            const Detection &detection = left[index];
            double cost = 1 - Boxes::overlap(Boxes::grown(expected, growth), Boxes::grown(detection.box, growth));
            if (detection.label != label)
                cost += sameLabel ? 1 : otherLabel;
            line += cost;
        }
        free += i;
        costs += line;
    }
    QList<qsizetype> taken;
    const QList<int> columns = assignment(costs, 1 - minOverlap);
    for (qsizetype row = 0; row < columns.size(); ++row) {
        if (columns[row] < 0)
            continue;
        const qsizetype index = candidates[columns[row]];
        hit(m_tracks[free[row]], left[index]);
        m_matched[free[row]] = 1;
        taken += index;
    }
    std::sort(taken.begin(), taken.end(), std::greater<>());
    for (const qsizetype index : taken)
        left.removeAt(index);
}

void Tracker::hit(Track &track, const Detection &detection)
{
    track.filter.correct(detection.box);
    track.box = clamped(track.filter.box());
    track.seenAt = m_time;
    track.missed = 0;
    ++track.hits;
    track.labels[detection.label] += detection.score;
    if (track.scores.size() >= maxScores) {
        for (std::size_t i = 0; i < maxScores / 2; ++i)
            track.scores[i] = track.scores[2 * i];
        track.scores.resize(maxScores / 2);
    }
    track.scores.push_back(float(detection.score));
    if (!hasMovedBetween(track.first, track.box))
        track.away = 0;
    else if (!m_isShaking || isHigh(detection))
        ++track.away;
    track.hasMoved = track.hasMoved || track.away >= (m_isShaking || isLow(detection) ? leastAwayInDoubt : 1);
    if (hasMovedBetween(track.resting, track.box)) {
        track.resting = track.box;
        track.restingSince = m_time;
    }
    track.rests = track.restingSince.msecsTo(m_time) >= restAfter;
}

/// Begins tracks with detections of a high score, the largest first. A part of an object that was found is no object of
/// its own.
void Tracker::begin(QList<Detection> left)
{
    const auto area = [](const Box &box) { return box.width * box.height; };
    std::stable_sort(left.begin(), left.end(),
                     [&](const Detection &a, const Detection &b) { return area(a.box) > area(b.box); });
    for (const Detection &detection : std::as_const(left)) {
        if (!isHigh(detection) || m_tracks.size() >= maxTracks)
            continue;
        const auto contains = [&](const Track &track) {
            return track.seenAt == m_time && track.label() == detection.label
                && (Boxes::within(detection.box, track.box) > part || Boxes::within(track.box, detection.box) > part);
        };
        if (std::none_of(m_tracks.begin(), m_tracks.end(), contains))
            m_tracks.emplace_back(++m_lastId, detection, m_time);
    }
}

bool Tracker::isLost(const Track &track, const QList<Box> &looked) const
{
    const qint64 unseen = track.seenAt.msecsTo(m_time);
    if (unseen == 0)
        return false;
    if (track.hits < confirmed)
        return track.missed > 0 || unseen > lostAfter;
    if (track.isScene())
        return track.missed >= sceneLostLooks && unseen > sceneLostAfter;
    const Box expected = track.filter.box();
    const double x = expected.x + expected.width / 2;
    const double y = expected.y + expected.height / 2;
    if (!looked.isEmpty() && (x < 0 || x > 1 || y < 0 || y > 1))
        return true;
    return (track.missed >= lostLooks && unseen > lostAfter) || unseen > unseenAfter;
}

QList<SeenTrack> Tracker::tracks() const
{
    QList<SeenTrack> seen;
    for (const Track &track : m_tracks) {
        if (track.hits < confirmed)
            continue;
        std::vector<float> scores = track.scores;
        const auto middle = scores.begin() + std::ptrdiff_t(scores.size() / 2);
        std::nth_element(scores.begin(), middle, scores.end());
        seen += {track.id, track.label(), double(*middle), track.box, track.hasMoved, track.rests, track.missed > 0};
    }
    return seen;
}

QList<Box> Tracker::due(const QDateTime &time) const
{
    QList<Box> places;
    for (const Track &track : m_tracks) {
        const qint64 unseen = track.lookedAt.msecsTo(time);
        const bool doubtful = track.hits < confirmed || (!track.isScene() && track.missed > 0);
        const bool stopped = track.restingSince.msecsTo(time) < lookAgain;
        const qint64 pause = track.rests ? lookAgainAtRest : stopped ? lookAgainSoon : lookAgain;
        if (doubtful || (track.hasMoved && unseen >= pause))
            places += clamped(track.box);
    }
    return places;
}
