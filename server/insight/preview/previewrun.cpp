// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/preview/previewrun.h"

#include "models/core/times.h"
#include "server/insight/observations/observationeraser.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 sameTime = 1000; // milliseconds; marks that differ by less are the same
constexpr qint64 nearBy = 3000; // milliseconds between a mark that is gone and what nearly made it
constexpr qint64 hour = 3'600'000; // milliseconds

QString textOf(const QDateTime &time) { return QString::fromLatin1(Times::toText(time)); }

QJsonObject jsonOf(const Box &box)
{
    return {{u"x"_s, box.x}, {u"y"_s, box.y}, {u"width"_s, box.width}, {u"height"_s, box.height}};
}

QJsonArray objectsOf(const RuleEvent &event)
{
    QJsonArray objects;
    for (const MarkedObject &object : event.objects)
        objects.append(QJsonObject{{u"label"_s, object.track.label},
                                   {u"score"_s, object.track.score},
                                   {u"box"_s, jsonOf(object.box)},
                                   {u"time"_s, textOf(object.time)}});
    for (const MovingRegion &region : event.objects.isEmpty() ? event.regions : QList<MovingRegion>())
        objects.append(QJsonObject{{u"label"_s, event.label},
                                   {u"score"_s, event.score},
                                   {u"box"_s, jsonOf(region.box)},
                                   {u"time"_s, textOf(event.bestTime)}});
    return objects;
}

QJsonObject jsonOf(const Shortfall &shortfall)
{
    return {
        {u"pointer"_s, shortfall.pointer}, {u"measured"_s, shortfall.measured}, {u"required"_s, shortfall.required}};
}
}

PreviewRun::PreviewRun(PreviewPlan plan, const Relay &relay, std::shared_ptr<LineSink> sink)
    : m_plan(std::move(plan))
    , m_relay(relay)
    , m_sink(std::move(sink))
{
}

void PreviewRun::run()
{
    m_clock.start();
    for (const PreviewPlan::Camera &camera : m_plan.cameras) {
        if (!isOver())
            run(camera);
    }
    finish();
}

bool PreviewRun::isOver() const
{
    return m_sink->isAbandoned() || m_sink->isFull() || m_clock.hasExpired(std::chrono::milliseconds(longest).count());
}

void PreviewRun::run(const PreviewPlan::Camera &camera)
{
    m_nearMisses.clear();
    m_observed.clear();
    m_marksOfCamera = 0;
    Replay replay(camera.order, [this, &camera](const MotionRule::Step &step) { take(camera, step); });
    replay.countFrom(m_plan.from.toMSecsSinceEpoch());
    this->replay(camera, replay);
    if (isOver()) // what was not replayed is not gone
        return;
    addGone(camera);
    const auto seconds = [](qint64 ms) { return double(ms) / 1000; };
    const bool always = camera.analysis.objects == AnalysisSettings::Objects::Always;
    write({{u"type"_s, u"camera"_s},
           {u"device_id"_s, camera.device.toString()},
           {u"marks"_s, m_marksOfCamera},
           {u"existing"_s, camera.existing.size()},
           {u"observed"_s,
            QJsonObject{{u"motion"_s, seconds(replay.known().motion)},
                        {u"objects"_s, seconds(replay.known().objects)},
                        {u"faces"_s, seconds(replay.known().faces)}}},
           {u"analysis"_s,
            QJsonObject{{u"objects"_s, always ? u"always"_s : u"by_mode"_s},
                        {u"unavailable"_s, QJsonArray::fromStringList(camera.analysis.unavailable)}}}});
}

void PreviewRun::replay(const PreviewPlan::Camera &camera, Replay &replay)
{
    for (const ObservationFiles::Source &source : camera.sources) {
        const QByteArray content = ObservationFiles::content(source, m_relay);
        m_isComplete = m_isComplete && !content.isEmpty(); // the server that has the file may be gone
        QByteArrayView rest = content;
        while (const auto header = ObservationBlock::headerOf(rest)) {
            if (isOver())
                return;
            if (header->endMs >= m_plan.earliest.toMSecsSinceEpoch()
                && header->startMs < m_plan.to.toMSecsSinceEpoch()) {
                auto moments = ObservationEraser::without(ObservationBlock::moments(rest), camera.erased);
                moments.removeIf([this](const NotedMoment &moment) { return moment.observation.time >= m_plan.to; });
                if (!moments.isEmpty())
                    m_observed += {moments.constFirst().observation.time, moments.constLast().observation.time};
                replay.take(moments);
            }
            rest = rest.sliced(ObservationBlock::headerSize + header->bytes);
        }
    }
    replay.finish();
}

void PreviewRun::take(const PreviewPlan::Camera &camera, const MotionRule::Step &step)
{
    for (const RuleEvent &event : step.events) {
        if (event.kind == RuleEvent::Kind::Closed && event.start >= m_plan.from && event.start < m_plan.to)
            addMark(camera, event);
    }
    for (const NearMiss &miss : step.nearMisses) {
        if (miss.start >= m_plan.from && miss.start < m_plan.to)
            addNearMiss(camera, miss);
    }
}

void PreviewRun::addMark(const PreviewPlan::Camera &camera, const RuleEvent &event)
{
    if (m_marksOfCamera >= mostMarks) {
        m_isComplete = false;
        return;
    }
    ++m_marksOfCamera;
    const ExistingMark *match = nullptr;
    qint64 longestOverlap = -sameTime;
    for (const ExistingMark &mark : camera.existing) {
        if (mark.startedAt > event.end.addMSecs(sameTime))
            break;
        const QDateTime end = mark.endedAt.isValid() ? mark.endedAt : m_plan.to;
        const qint64 overlap = std::max(mark.startedAt, event.start).msecsTo(std::min(end, event.end));
        if (overlap < longestOverlap || m_matched.contains(mark.devicemarkId) || (match && overlap == longestOverlap))
            continue;
        longestOverlap = overlap;
        match = &mark;
    }
    Change change = Change::New;
    QJsonObject line{{u"type"_s, u"mark"_s},
                     {u"device_id"_s, camera.device.toString()},
                     {u"started_at"_s, textOf(event.start)},
                     {u"ended_at"_s, textOf(event.end)},
                     {u"best_at"_s, textOf(event.bestTime)},
                     {u"label"_s, event.label},
                     {u"score"_s, event.score},
                     {u"objects"_s, objectsOf(event)},
                     {u"reason"_s, event.reason}};
    if (match) {
        m_matched += match->devicemarkId;
        const bool isSame = qAbs(match->startedAt.msecsTo(event.start)) <= sameTime
            && (!match->endedAt.isValid() || qAbs(match->endedAt.msecsTo(event.end)) <= sameTime);
        change = isSame ? Change::Kept : Change::Moved;
        line.insert(u"mark_id"_s, match->devicemarkId.toString());
    }
    QJsonArray zones;
    for (const ZoneId zone : event.zones)
        zones.append(zone.toString());
    line.insert(u"zones"_s, zones);
    const QString name = change == Change::New ? u"new"_s : change == Change::Kept ? u"kept"_s : u"moved"_s;
    line.insert(u"change"_s, name);
    if (const QString address = picture(camera, event.bestTime); !address.isEmpty())
        line.insert(u"thumbnail"_s, address);
    ++m_counts[name];
    ++m_hours[{event.start.toMSecsSinceEpoch() / hour, camera.device.toString()}].marks;
    write(line);
}

void PreviewRun::addNearMiss(const PreviewPlan::Camera &camera, const NearMiss &miss)
{
    if (m_nearMisses.size() >= mostMarks) {
        m_isComplete = false;
        return;
    }
    m_nearMisses += miss;
    QJsonObject line = jsonOf(miss.shortfall);
    line.insert(u"type"_s, u"near_miss"_s);
    line.insert(u"device_id"_s, camera.device.toString());
    line.insert(u"started_at"_s, textOf(miss.start));
    line.insert(u"ended_at"_s, textOf(miss.end));
    line.insert(u"label"_s, miss.label);
    line.insert(u"nearness"_s, miss.nearness);
    line.insert(u"conditions_met"_s, miss.met);
    line.insert(u"reason"_s, miss.reason);
    if (const QString address = picture(camera, miss.start); !address.isEmpty())
        line.insert(u"thumbnail"_s, address);
    ++m_counts[u"near_misses"_s];
    write(line);
}

/// Observations of the last minute are not stored yet, old ones are gone, and users erase some.
bool PreviewRun::wasObserved(const ExistingMark &mark, const QList<RemovedSpan> &erased) const
{
    const QDateTime end = mark.endedAt.isValid() ? mark.endedAt : mark.startedAt;
    const qint64 start = mark.startedAt.toMSecsSinceEpoch();
    const auto contains = [start](const RemovedSpan &span) { return span.startMs <= start && start < span.endMs; };
    const auto overlaps = [&](const auto &span) {
        return span.first <= end.addMSecs(sameTime) && span.second >= mark.startedAt.addMSecs(-sameTime);
    };
    return std::ranges::none_of(erased, contains) && std::ranges::any_of(m_observed, overlaps);
}

/// Writes the marks that are there, and that the mode would not have made.
void PreviewRun::addGone(const PreviewPlan::Camera &camera)
{
    for (const ExistingMark &mark : camera.existing) {
        if (isOver())
            return;
        ++m_hours[{mark.startedAt.toMSecsSinceEpoch() / hour, camera.device.toString()}].existing;
        ++m_counts[u"existing"_s];
        if (m_matched.contains(mark.devicemarkId))
            continue;
        if (!wasObserved(mark, camera.erased)) {
            ++m_counts[u"unknown"_s];
            continue;
        }
        QJsonObject line{{u"type"_s, u"gone"_s},
                         {u"device_id"_s, camera.device.toString()},
                         {u"mark_id"_s, mark.devicemarkId.toString()},
                         {u"started_at"_s, textOf(mark.startedAt)},
                         {u"label"_s, mark.label},
                         {u"reason"_s, mark.reason}};
        if (mark.score)
            line.insert(u"score"_s, *mark.score);
        if (mark.endedAt.isValid())
            line.insert(u"ended_at"_s, textOf(mark.endedAt));
        const QDateTime end = mark.endedAt.isValid() ? mark.endedAt : mark.startedAt;
        const auto near = std::ranges::find_if(m_nearMisses, [&](const NearMiss &miss) {
            return miss.start <= end.addMSecs(nearBy) && miss.end >= mark.startedAt.addMSecs(-nearBy);
        });
        if (near != m_nearMisses.end())
            line.insert(u"near_miss"_s, jsonOf(near->shortfall));
        if (const QString address = picture(camera, mark.startedAt); !address.isEmpty())
            line.insert(u"thumbnail"_s, address);
        ++m_counts[u"gone"_s];
        write(line);
    }
}

void PreviewRun::finish()
{
    m_isComplete = m_isComplete && !isOver();
    QJsonArray hours;
    for (auto each = m_hours.constBegin(); each != m_hours.constEnd(); ++each)
        hours.append(QJsonObject{{u"from"_s, textOf(Times::fromMilliseconds(each.key().first * hour))},
                                 {u"device_id"_s, each.key().second},
                                 {u"marks"_s, each->marks},
                                 {u"existing"_s, each->existing}});
    QJsonObject line{{u"type"_s, u"summary"_s}, {u"from"_s, textOf(m_plan.from)},     {u"to"_s, textOf(m_plan.to)},
                     {u"hours"_s, hours},       {u"elapsed_ms"_s, m_clock.elapsed()}, {u"complete"_s, m_isComplete}};
    for (const QString &name :
         {u"new"_s, u"kept"_s, u"moved"_s, u"gone"_s, u"unknown"_s, u"existing"_s, u"near_misses"_s})
        line.insert(name, m_counts.value(name));
    line.insert(u"marks"_s, m_counts.value(u"new"_s) + m_counts.value(u"kept"_s) + m_counts.value(u"moved"_s));
    write(line);
    m_sink->finish();
}

/// Returns the signed address of the recorded picture of a moment. Returns an empty text if nothing was recorded then,
/// or if the caller may not see it.
QString PreviewRun::picture(const PreviewPlan::Camera &camera, const QDateTime &time)
{
    const qint64 ms = time.toMSecsSinceEpoch();
    const bool isRecorded = std::ranges::any_of(
        camera.recorded, [ms](const RecordedRun &run) { return run.startMs <= ms && (ms < run.endMs || run.isOpen); });
    const auto next = camera.pictures.upperBound(ms);
    if (!isRecorded || next == camera.pictures.begin())
        return {};
    return *std::prev(next) + u"&at="_s + textOf(time);
}

void PreviewRun::write(const QJsonObject &line)
{
    m_sink->write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}
