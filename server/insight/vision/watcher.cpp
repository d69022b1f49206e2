// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/watcher.h"

#include "models/core/times.h"
#include "models/core/utc.h"
#include "server/insight/vision/jpeg.h"
#include "server/insight/vision/precision.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 faceInterval = 500; // milliseconds, because detecting faces takes longer than detecting motion
constexpr qint64 outOfOrder = 1000; // milliseconds by which pictures may be reordered
/// Longest time from the end of a clip until it is made, because clips are made one after another.
constexpr qint64 clipPatience = 180; // seconds
/// The longest clip in seconds: pre-roll, mark, and post-roll (MarkActions, DeviceMode::maxDuration).
constexpr qint64 longestClip = 60 + 3600 + 60;
/// A mark opens at most this time, in addition to its minimum duration, after its start.
constexpr qint64 openingDelay = 10; // seconds

/// Returns a function that encodes a picture later, although the picture is valid only during this call.
std::function<QByteArray()> encoderOf(const Picture &picture)
{
    if (picture.original)
        return picture.original;
    return [jpeg = Jpeg::encode(picture)] { return jpeg; };
}
}

Watcher::Watcher(DeviceId device, OrderSource order, Listener listener, FaceSource faces, ObjectFinder *objects,
                 NearMissListener nearMisses, ObservationListener observed)
    : m_device(device)
    , m_orderSource(std::move(order))
    , m_listener(std::move(listener))
    , m_faces(std::move(faces))
    , m_nearMissListener(std::move(nearMisses))
    , m_observed(std::move(observed))
    , m_finder(objects)
{
    if (m_finder)
        m_objects.emplace(*m_finder, m_device);
}

Watcher::~Watcher() { end(); }

/// Returns true if a condition depends on pictures.
bool Watcher::needsPictures(const WatchOrder &order) const
{
    const Condition &condition = order.condition;
    return condition.contains(u"motion"_s) || condition.contains(u"face"_s) || condition.needsLensCheck()
        || condition.needsViewCheck() || seesObjects(order);
}

/// Returns true if objects are looked for, and can be detected.
bool Watcher::seesObjects(const WatchOrder &order) const
{
    return m_finder && (order.keepsObjects || order.condition.needsObjects()) && m_finder->isAvailable();
}

bool Watcher::wanted() const
{
    const auto order = m_orderSource(m_device);
    if (!order || !needsPictures(*order))
        return false;
    return (order->keepsObjects && seesObjects(*order))
        || order->schedule.counts(m_time.isValid() ? m_time : Times::now());
}

bool Watcher::keyFramesSuffice() const
{
    const auto order = m_orderSource(m_device);
    return order && !order->condition.contains(u"motion"_s) && !order->condition.contains(u"face"_s)
        && !seesObjects(*order);
}

QSize Watcher::pictureSize() const
{
    const auto order = m_orderSource(m_device);
    return m_faces && order && order->condition.contains(u"face"_s) ? FrameSink::pictureSize() : Motion::pictureSize;
}

void Watcher::seen(const QDateTime &time)
{
    setOrder(m_orderSource(m_device));
    follow(time);
    settle(false); // pictures may be rare
    if (!m_rule || wanted())
        return;
    settle(true);
    forgetScene();
    Observation observation{time, {}};
    observation.counts = m_order->schedule.counts(time);
    handle(judge(observation), {});
}

void Watcher::frame(const Picture &picture)
{
    setOrder(m_orderSource(m_device));
    follow(picture.time);
    if (!m_rule)
        return;
    settle(false);
    Observation observation = observe(picture);
    auto knowledge = ObjectWatch::Knowledge::None;
    if (seesObjects(*m_order))
        knowledge = m_objects->see(picture, m_moving);
    if (m_pending.empty() && knowledge != ObjectWatch::Knowledge::Pending) {
        if (knowledge == ObjectWatch::Knowledge::Unchanged)
            observation.tracks = m_objects->tracks();
        handle(judge(std::move(observation)), [&picture] { return encoderOf(picture); });
        return;
    }
    m_pending.push_back({std::move(observation), encoderOf(picture), knowledge,
                         knowledge == ObjectWatch::Knowledge::Pending ? m_objects->look() : nullptr, m_moving.shift});
    settle(false);
}

/// Gives the rule the pictures whose objects are known. `all`: also the others, without objects.
void Watcher::settle(bool all)
{
    using State = ObjectFinder::Look::State;
    while (!m_pending.empty()) {
        const bool waits = m_pending.front().look && m_pending.front().look->state() == State::Waiting;
        const auto covered = m_pending.front().observation.time.msecsTo(m_pending.back().observation.time);
        if (waits && !all && covered <= longestPending.count())
            return;
        if (waits)
            m_objects->shed();
        Pending pending = std::move(m_pending.front());
        m_pending.pop_front();
        settle(pending);
    }
}

void Watcher::settle(Pending &pending)
{
    using State = ObjectFinder::Look::State;
    const bool done = pending.look && pending.look->state() == State::Done;
    if (done)
        m_objects->take(*pending.look, pending.observation.time, pending.shift);
    if (done || pending.knowledge == ObjectWatch::Knowledge::Unchanged)
        pending.observation.tracks = m_objects->tracks();
    handle(judge(std::move(pending.observation)), [&pending] { return pending.jpeg; });
}

/// Sets the current time of the video.
void Watcher::follow(const QDateTime &time)
{
    if (m_time.isValid() && time.msecsTo(m_time) > outOfOrder) { // the clock was set back
        m_began = std::min(m_began, time);
        for (Awaited &clip : m_awaited)
            clip.until = std::min(clip.until, time.addSecs(clipPatience));
    }
    if (!m_began.isValid())
        m_began = time;
    m_time = time;
    m_awaited.removeIf([&time](const Awaited &clip) { return clip.until < time; });
}

QDateTime Watcher::neededFrom() const
{
    if (!m_time.isValid())
        return QDateTime::fromMSecsSinceEpoch(0, Times::utc);
    if (m_began.secsTo(m_time) < clipPatience)
        return m_began.addSecs(-longestClip);
    QDateTime from = m_time;
    for (const Awaited &clip : m_awaited)
        from = std::min(from, clip.from);
    if (!m_rule || !m_order->actions.clip)
        return from;
    const QDateTime opening = m_time.addMSecs(-m_order->times.minDuration.count()).addSecs(-openingDelay);
    const QDateTime start = m_rule->openSince().isValid() ? m_rule->openSince() : opening;
    return std::min(from, start.addMSecs(-m_order->actions.preRoll.count()));
}

Observation Watcher::observe(const Picture &picture)
{
    Observation observation{picture.time, {}};
    if (m_order->condition.contains(u"motion"_s) || seesObjects(*m_order)) {
        m_moving = m_motion.analyze(picture);
        observation.motion = m_paths.passing(m_moving, picture.time, double(picture.width) / picture.height);
    }
    observation.zones = m_order->zones;
    observation.counts = m_order->schedule.counts(picture.time);
    if (m_order->condition.needsLensCheck())
        observation.covered = m_scene.isCovered(picture);
    if (m_order->condition.needsViewCheck())
        observation.moved = m_view.isMoved(picture);
    const bool due = !m_facesAt.isValid() || qAbs(m_facesAt.msecsTo(picture.time)) >= faceInterval;
    if (m_faces && due && observation.counts && m_order->condition.contains(u"face"_s)) {
        observation.faces = m_faces(picture);
        m_facesAt = picture.time;
    }
    return observation;
}

/// Gives the rule an observation, with the precision with which it is kept.
MotionRule::Step Watcher::judge(Observation observation)
{
    observation = ObservationPrecision::rounded(std::move(observation));
    if (m_observed)
        m_observed(observation);
    return m_rule->observe(observation);
}

/// Reports the events of a step. `jpeg` returns the function that encodes its picture; it is null if there is none.
void Watcher::handle(const MotionRule::Step &step, const std::function<std::function<QByteArray()>()> &jpeg)
{
    for (const NearMiss &miss : step.nearMisses) {
        if (m_nearMissListener)
            m_nearMissListener({m_device, m_order->modeId, m_order->modeVersion, miss});
    }
    // A mark that is closed in this step keeps its own best picture. The new picture belongs to the next mark.
    for (const RuleEvent &event : step.events) {
        if (event.kind == RuleEvent::Kind::Closed)
            report(event);
    }
    if (step.best && jpeg)
        m_best = jpeg();
    for (const RuleEvent &event : step.events) {
        if (event.kind != RuleEvent::Kind::Closed)
            report(event);
    }
}

/// Applies a new order. The open mark of the earlier order is closed.
void Watcher::setOrder(std::shared_ptr<const WatchOrder> order)
{
    if (order == m_order)
        return;
    const auto lastEnds = m_rule ? m_rule->lastEnds() : QHash<QString, QDateTime>();
    end();
    m_order = std::move(order);
    m_rule.reset();
    if (!m_order)
        return;
    m_rule.emplace(m_order->condition, m_order->times);
    if (m_order->times.cooldownPer == DeviceMode::CooldownPer::Device)
        m_rule->setLastEnds(lastEnds);
}

void Watcher::end()
{
    if (m_rule) {
        settle(true);
        for (const RuleEvent &event : m_rule->lost())
            report(event);
    }
    forgetScene();
    m_best = {};
}

/// Forgets the scene, because it may change while no pictures are analyzed.
void Watcher::forgetScene()
{
    m_motion.reset();
    m_paths.reset();
    m_scene.reset();
    m_view.pause();
    if (m_objects)
        m_objects->lookAnew();
}

void Watcher::lost()
{
    Observation observation{Times::now(), {}};
    observation.lost = true;
    if (!m_order || !m_order->condition.contains(u"signal"_s)) {
        end();
        if (m_order && m_observed)
            m_observed(observation);
        return;
    }
    settle(true);
    forgetScene();
    observation.counts = m_order->schedule.counts(observation.time);
    handle(judge(observation), {});
}

void Watcher::report(const RuleEvent &event)
{
    if (event.kind == RuleEvent::Kind::Opened)
        m_mark = DeviceMarkId::generate();
    m_listener({m_device, m_mark, m_order->modeId, m_order->modeVersion, event, m_best ? m_best() : QByteArray(),
                m_order->actions});
    m_best = {};
    if (event.kind != RuleEvent::Kind::Closed)
        return;
    m_mark = {};
    if (m_order->actions.clip)
        m_awaited += {event.start.addMSecs(-m_order->actions.preRoll.count()),
                      m_time.addMSecs(m_order->actions.postRoll.count()).addSecs(clipPatience)};
}
