// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motionpaths.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double longestPicture = 0.75; ///< usual seconds between pictures that can be compared
constexpr double longestGap = 1.5; ///< seconds of one pause between such pictures, because cameras send bursts
constexpr double foreseen = 1; ///< seconds for which a region is expected to keep its speed
constexpr double window = 3; ///< seconds of a path that are looked at
constexpr size_t mostPaths = 64;
/// Distance that a region goes in an eighth of a second, at most: its size times the first, and the second.
constexpr double reachBySize = 0.9;
constexpr double reachAnyway = 0.015;
constexpr double reachSeconds = 0.125;
constexpr double longestReach = 2; ///< times the above, for slow cameras
constexpr double mostGrowth = 4; ///< of the area from picture to picture
constexpr size_t alikeOctaves = 2; ///< the same, as powers of two
/// A path must be this long: seconds, pictures, and distance. The distance is a share of the size of the region, and at
/// least the second.
constexpr double leastSeconds = 0.4;
constexpr int leastSlowPictures = 3;
constexpr double slowPicture = 0.3; ///< seconds
constexpr double leastDistanceBySize = 0.45;
constexpr double leastDistance = 0.03;
/// The distance between both ends of a path as a share of its length, at least: the longer the path is, the less.
struct Straightness
{
    int pictures;
    double least;
};
constexpr std::array<Straightness, 3> straightness{{{5, 0.8}, {7, 0.65}, {10, 0.5}}};
constexpr double largestStep = 0.5; ///< of a path, as a share of its distance; a larger one is a leap
/// A box whose sides go further than this, times the sum of its steps, holds other things in each picture.
constexpr double mostInSum = 1.8;
/// What is large and goes on steadily counts sooner, where nothing else moves.
constexpr double largeSize = 0.14;
constexpr int largePictures = 3;
constexpr double largeSeconds = 0.2;
constexpr double largeStraight = 0.9;
constexpr double largeLargestStep = 0.65;
/// Something flutters before the camera, if so many paths ended in the last seconds that did not go somewhere.
constexpr double fluttering = 5;
constexpr double flutterSeconds = 20;
/// Where twice as much flutters as the least, what the table asks at its end is enough. Where four times as much
/// flutters, all of it is asked.
constexpr std::array<Straightness, 3> flutteringStraightness{{{9, 0.88}, {14, 0.82}, {20, 0.75}}};
constexpr int flutteringPictures = flutteringStraightness.front().pictures;
/// The same of what goes further in a second than its size times the first, and the second: an insect does, and turns.
constexpr double fastBySize = 2.2;
constexpr double fastAnyway = 0.01;
constexpr double fastStraight = 0.95;
/// Where regions begin by chance, a path must have so many pictures that chance makes fewer than this number of them
/// per picture (Desolneux, Moisan, and Morel 2000: detection a contrario).
constexpr double chancePaths = 1e-6;
constexpr double clutteredChance = 0.02; ///< a path must be seen in nearly each picture, and go on with all its sides
constexpr double leastSeenInClutter = 0.85;
constexpr double mostChance = 0.6; ///< expected regions within the reach of a path from which paths cannot be told
/// Time over which the number of regions that begin is averaged, while it rises and while it falls.
constexpr double risingSeconds = 0.5;
constexpr double fallingSeconds = 5;
constexpr double leastSeen = 0.6; ///< share of the pictures since the path began
constexpr int settledPictures = 5; ///< a region of fewer pictures may be a drop of rain, and no tree
constexpr double restlessDistance = 2.5; ///< times the usual distance
constexpr int restlessPictures = 8;
constexpr double keptSeconds = 0.45; ///< for which a path is remembered that is not seen
constexpr double keptPassingSeconds = 0.7;

double secondsBetween(const QDateTime &from, const QDateTime &to) { return double(from.msecsTo(to)) / 1000; }
QPointF middleOf(const Box &box, double aspect) { return {(box.x + box.width / 2) * aspect, box.y + box.height / 2}; }

double lengthOf(const QPointF &way) { return std::hypot(way.x(), way.y()); }
double sizeOf(const MovingRegion &region, double aspect) { return std::sqrt(region.area * aspect); }

/// Returns the power of two of the area of a region. Each is counted from the smallest.
size_t octaveOf(double size)
{
    const double octave = std::log2(std::max(1e-9, size * size)) + double(MotionPaths::octaves);
    return size_t(std::clamp(octave, 0.0, double(MotionPaths::octaves - 1)));
}

double reachOf(double size, double seconds)
{
    return (reachBySize * size + reachAnyway) * std::min(seconds / reachSeconds, longestReach);
}

/// Returns true if a way of so many pictures is as straight as a table asks. `share`: how much of what its lines ask in
/// addition to the last one is asked, from 0 to 1.
bool isStraight(const MotionWay &way, int pictures, const std::array<Straightness, 3> &asked, double share = 1)
{
    return std::any_of(asked.begin(), asked.end(), [&](const Straightness &each) {
        const double least = std::lerp(asked.back().least, each.least, share);
        return pictures >= each.pictures && way.distance >= least * way.length;
    });
}

double overlap(const Box &a, const Box &b)
{
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0)
        return 0;
    return width * height / std::max(1e-9, std::min(a.width * a.height, b.width * b.height));
}
}

MotionStep MotionPaths::stepOf(const MovingRegion &region, const QDateTime &time, double aspect) const
{
    const Box &box = region.box;
    return {time, middleOf(box, aspect), {box.x * aspect, box.y, box.width * aspect, box.height}, m_pace.pause()};
}

MotionPaths::Path MotionPaths::begin(const MovingRegion &region, const QDateTime &time, double aspect) const
{
    Path path;
    path.box = region.box;
    path.size = sizeOf(region, aspect);
    path.beganAs = octaveOf(path.size);
    path.steps.push_back(stepOf(region, time, aspect));
    path.seen = 1;
    // What went somewhere may look different at once, because it joins something else or parts from it.
    path.passes = std::any_of(m_paths.begin(), m_paths.end(), [&](const Path &other) {
        return other.passes && other.missed > 0 && overlap(other.box, region.box) > 0.5;
    });
    return path;
}

void MotionPaths::follow(Path &path, const MovingRegion &region, const QDateTime &time, double aspect)
{
    const MotionStep step = stepOf(region, time, aspect);
    const double seconds = std::max(0.001, secondsBetween(path.steps.back().time, time));
    const QPointF speed = (step.middle - path.steps.back().middle) / seconds;
    path.speed = path.seen < 2 ? speed : 0.5 * path.speed + 0.5 * speed;
    path.box = region.box;
    path.size = path.seen < 2 ? sizeOf(region, aspect) : 0.7 * path.size + 0.3 * sizeOf(region, aspect);
    path.steps.push_back(step);
    while (path.steps.size() > 2 && secondsBetween(path.steps.front().time, time) > window)
        path.steps.pop_front();
    ++path.seen;
}

/// Returns the average number of other regions like that of a path that begin in a picture. In an empty scene, the
/// region of the path is the only one that began, and says nothing about chance.
double MotionPaths::clutterLike(const Path &path) const
{
    const size_t octave = octaveOf(path.size);
    const size_t first = octave < alikeOctaves ? 0 : octave - alikeOctaves;
    const size_t last = std::min(octaves - 1, octave + alikeOctaves);
    double sum = 0;
    for (size_t i = first; i <= last; ++i)
        sum += m_clutter[i];
    return path.beganAs >= first && path.beganAs <= last ? std::max(0.0, sum - path.ownClutter) : sum;
}

/// Returns how many regions are expected by chance where a path may continue.
double MotionPaths::chanceOf(const Path &path, double aspect) const
{
    const double reach = reachOf(path.size, m_pace.usual());
    return clutterLike(path) * M_PI * reach * reach / aspect;
}

/// Learns how many regions begin in a picture.
void MotionPaths::noteClutter(std::vector<Path> &begun, double interval)
{
    std::array<double, octaves> now{};
    for (const Path &path : begun)
        ++now[path.beganAs];
    std::array<double, octaves> follows{};
    for (size_t i = 0; i < octaves; ++i) {
        const double rises = std::min(interval, reachSeconds) / risingSeconds; // a single region is not many
        const double share = now[i] > m_clutter[i] ? rises : interval / fallingSeconds;
        follows[i] = m_pictures == 0 ? 1 : 1 - std::exp(-share);
        m_clutter[i] += (now[i] - m_clutter[i]) * follows[i];
    }
    for (Path &path : m_paths)
        path.ownClutter *= 1 - follows[path.beganAs];
    for (Path &path : begun)
        path.ownClutter = follows[path.beganAs];
    ++m_pictures;
}

/// Returns true if something large goes on steadily.
bool MotionPaths::isLargeAndSteady(const Path &path)
{
    if (path.size < largeSize || path.seen < largePictures || path.missed > 0
        || secondsBetween(path.steps.front().time, path.steps.back().time) < largeSeconds)
        return false;
    const auto way = MotionWay::of(path.steps, true);
    return way.distance >= leastDistanceBySize * path.size && way.distance >= largeStraight * way.length
        && way.longest <= largeLargestStep * way.distance;
}

/// Returns true if a path goes far enough, and straight enough. `whole`: see MotionWay::of().
bool MotionPaths::goesOn(const Path &path, double least, bool isSlow, bool whole) const
{
    const auto way = MotionWay::of(path.steps, whole);
    if (way.distance < least)
        return false;
    if (isSlow)
        return way.distance >= straightness.back().least * way.length;
    if (way.longest > largestStep * way.distance || (whole && way.distance > mostInSum * way.length))
        return false;
    if (m_flutter < fluttering)
        return isStraight(way, path.seen, straightness);
    const double seconds = secondsBetween(path.steps.front().time, path.steps.back().time);
    const bool isFast = way.distance > (fastBySize * path.size + fastAnyway) * seconds;
    if (isFast)
        return way.distance >= fastStraight * way.length;
    const double many = std::log2(m_flutter / fluttering);
    return isStraight(way, path.seen, flutteringStraightness, std::clamp(many - 1, 0.0, 1.0));
}

/// Returns true if a path goes somewhere.
bool MotionPaths::isPassing(const Path &path, double aspect) const
{
    const double chance = std::max(1e-6, chanceOf(path, aspect));
    if (chance > mostChance)
        return false;
    const bool isCluttered = chance > clutteredChance;
    const bool isRestless = m_restless.covers(path.box);
    const bool isSlow = m_pace.usual() > slowPicture;
    if (!isCluttered && !isRestless && m_flutter < fluttering && isLargeAndSteady(path))
        return true;
    const double byChance = 1 + std::log(std::max(1.0, clutterLike(path) / chancePaths)) / std::log(1 / chance);
    // The more paths end without going somewhere, the more of those in a restless place go on for some pictures. Twice
    // as many paths ask for one picture more.
    const int longer = isRestless ? int(std::ceil(std::log2(std::max(1.0, m_flutter / fluttering)))) : 0;
    const int usual = isSlow      ? leastSlowPictures
        : m_flutter >= fluttering ? flutteringPictures + longer
        : isRestless              ? restlessPictures
                                  : 1;
    if (path.seen < std::max(usual, int(std::ceil(byChance)))
        || path.seen < (isCluttered ? leastSeenInClutter : leastSeen) * (path.seen + path.missed)
        || secondsBetween(path.steps.front().time, path.steps.back().time) < leastSeconds)
        return false;
    const double least = std::max(leastDistance, leastDistanceBySize * path.size) * (isRestless ? restlessDistance : 1);
    const bool middleGoesOn = goesOn(path, least, isSlow, false);
    if (!isRestless && !isCluttered)
        return middleGoesOn;
    // In the rain, the middle of a person leaps, because drops join the person.
    return (middleGoesOn || !isRestless) && goesOn(path, least, isSlow, true);
}

/// Forgets the paths that were not seen for long enough, which is sooner where another region may be near by chance.
void MotionPaths::forget(const QDateTime &time, double aspect)
{
    std::erase_if(m_paths, [&](const Path &path) {
        const bool isCluttered = chanceOf(path, aspect) > clutteredChance;
        const double kept = isCluttered ? 0 : path.passes ? keptPassingSeconds : keptSeconds;
        const bool isOver = secondsBetween(path.steps.back().time, time) > std::max(kept, 1.5 * m_pace.usual());
        m_flutter += isOver && !path.passes ? 1 : 0;
        return isOver;
    });
}

/// Associates regions with paths, nearest first, and lets the paths follow. Returns the index of the path of each
/// region, or -1.
std::vector<int> MotionPaths::associate(const QList<MovingRegion> &regions, const QDateTime &time, double aspect)
{
    struct Pair
    {
        double distance;
        size_t path;
        size_t region;
    };
    std::vector<Pair> pairs;
    for (size_t i = 0; i < m_paths.size(); ++i) {
        const Path &path = m_paths[i];
        const double seconds = std::max(0.001, secondsBetween(path.steps.back().time, time));
        const QPointF before = path.steps.back().middle;
        const QPointF expected = before + path.speed * std::min(seconds, foreseen);
        for (size_t k = 0; k < size_t(regions.size()); ++k) {
            const MovingRegion &region = regions[qsizetype(k)];
            const double growth = std::pow(sizeOf(region, aspect) / std::max(1e-6, path.size), 2);
            const bool isAlike = growth < mostGrowth && growth > 1 / mostGrowth;
            const QPointF middle = middleOf(region.box, aspect);
            const double distance = std::min(lengthOf(middle - expected), lengthOf(middle - before));
            if ((isAlike && distance <= reachOf(path.size, seconds))
                || (path.passes && overlap(path.box, region.box) > 0.3))
                pairs.push_back({distance, i, k});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.distance < b.distance; });
    std::vector<bool> followed(m_paths.size());
    std::vector<int> owners(size_t(regions.size()), -1);
    for (const Pair &pair : pairs) {
        if (followed[pair.path] || owners[pair.region] >= 0)
            continue;
        followed[pair.path] = true;
        owners[pair.region] = int(pair.path);
        follow(m_paths[pair.path], regions[qsizetype(pair.region)], time, aspect);
    }
    for (size_t i = 0; i < followed.size(); ++i)
        m_paths[i].missed += followed[i] ? 0 : 1;
    return owners;
}

MotionSample MotionPaths::passing(const MotionSample &sample, const QDateTime &time, double aspect)
{
    const double elapsed = m_time.isValid() ? secondsBetween(m_time, time) : 0;
    m_time = time;
    m_pace.note(time);
    const bool isComparable = m_pace.usual() <= longestPicture;
    const double interval = std::clamp(elapsed, 0.0, longestGap);
    if (!sample.settled || !isComparable || elapsed != interval)
        reset();
    if (!sample.settled || !isComparable)
        return sample;
    const QList<MovingRegion> regions = sample.regions.first(std::min<qsizetype>(sample.regions.size(), mostPaths));
    const std::vector<int> owners = associate(regions, time, aspect);
    MotionSample passing;
    passing.settled = true;
    QList<Box> followed;
    std::vector<Path> begun;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        const int owner = owners[size_t(i)];
        if (owner < 0)
            begun.push_back(begin(regions[i], time, aspect));
        Path &path = owner < 0 ? begun.back() : m_paths[size_t(owner)];
        if (path.seen >= settledPictures)
            followed += path.box;
        path.passes = path.passes || isPassing(path, aspect);
        if (path.passes) {
            passing.regions += regions[i];
            passing.area += regions[i].area;
        }
    }
    m_restless.note(followed, interval);
    noteClutter(begun, interval);
    m_flutter *= std::exp(-interval / flutterSeconds);
    forget(time, aspect);
    for (Path &path : begun) {
        if (m_paths.size() < mostPaths)
            m_paths.push_back(std::move(path));
    }
    return passing;
}
