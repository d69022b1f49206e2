// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/watcher.h"

#include "models/core/times.h"
#include "server/insight/vision/jpeg.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 faceInterval = 500; // milliseconds, because detecting faces takes longer than detecting motion
}

Watcher::Watcher(DeviceId device, OrderSource order, Listener listener, FaceSource faces)
    : m_device(device)
    , m_orderSource(std::move(order))
    , m_listener(std::move(listener))
    , m_faces(std::move(faces))
{
}

Watcher::~Watcher() { end(); }

bool Watcher::wanted() const { return m_orderSource(m_device) != nullptr; }

void Watcher::frame(const Picture &picture)
{
    setOrder(m_orderSource(m_device));
    if (m_rule)
        handle(m_rule->observe(observe(picture)), &picture);
}

Observation Watcher::observe(const Picture &picture)
{
    Observation observation{picture.time, m_motion.analyze(picture)};
    observation.zones = m_order->zones;
    observation.counts = m_order->schedule.counts(picture.time);
    if (m_order->condition.contains(u"signal"_s))
        observation.covered = m_scene.isCovered(picture);
    const bool due = !m_facesAt.isValid() || m_facesAt.msecsTo(picture.time) >= faceInterval;
    if (m_faces && due && m_order->condition.contains(u"face"_s)) {
        observation.faces = m_faces(picture);
        m_facesAt = picture.time;
    }
    return observation;
}

/// Reports the events of a step. `picture` is null if the camera is offline.
void Watcher::handle(const MotionRule::Step &step, const Picture *picture)
{
    // A mark that is closed in this step keeps its own best picture. The new picture belongs to the next mark.
    for (const RuleEvent &event : step.events) {
        if (event.kind == RuleEvent::Kind::Closed)
            report(event);
    }
    if (step.best && picture)
        m_best = Jpeg::encode(*picture);
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
        for (const RuleEvent &event : m_rule->lost())
            report(event);
    }
    m_motion.reset();
    m_scene.reset();
    m_best.clear();
}

void Watcher::lost()
{
    if (!m_order || !m_order->condition.contains(u"signal"_s)) {
        end();
        return;
    }
    m_motion.reset();
    Observation observation{Times::now(), {}};
    observation.lost = true;
    observation.counts = m_order->schedule.counts(observation.time);
    handle(m_rule->observe(observation), nullptr);
}

void Watcher::report(const RuleEvent &event)
{
    if (event.kind == RuleEvent::Kind::Opened)
        m_mark = DeviceMarkId::generate();
    m_listener({m_device, m_mark, m_order->modeId, m_order->modeVersion, event, m_best, m_order->actions});
    m_best.clear();
    if (event.kind == RuleEvent::Kind::Closed)
        m_mark = {};
}
