// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vision/watcher.h"

#include "server/vision/jpeg.h"

Watcher::Watcher(DeviceId device, OrderSource order, Listener listener)
    : m_device(device)
    , m_orderSource(std::move(order))
    , m_listener(std::move(listener))
{
}

Watcher::~Watcher() { lost(); }

bool Watcher::wanted() const { return m_orderSource(m_device) != nullptr; }

void Watcher::frame(const Picture &picture)
{
    follow(m_orderSource(m_device));
    if (!m_rule)
        return;
    const auto step = m_rule->look({picture.time, m_motion.look(picture)});
    // A mark that ends in this step keeps the best picture of its own: the new one is for the next mark.
    for (const RuleEvent &event : step.events) {
        if (event.kind == RuleEvent::Kind::Closed)
            report(event);
    }
    if (step.best)
        m_best = Jpeg::encode(picture);
    for (const RuleEvent &event : step.events) {
        if (event.kind != RuleEvent::Kind::Closed)
            report(event);
    }
}

void Watcher::follow(std::shared_ptr<const WatchOrder> order)
{
    if (order == m_order)
        return;
    lost();
    m_order = std::move(order);
    m_rule.reset();
    if (m_order)
        m_rule.emplace(m_order->condition, m_order->times);
}

void Watcher::lost()
{
    if (m_rule) {
        for (const RuleEvent &event : m_rule->lost())
            report(event);
    }
    m_motion.forget();
    m_best.clear();
}

void Watcher::report(const RuleEvent &event)
{
    if (event.kind == RuleEvent::Kind::Opened)
        m_mark = DeviceMarkId::generate();
    m_listener({m_device, m_mark, m_order->modeId, m_order->modeVersion, event, m_best});
    m_best.clear();
    if (event.kind == RuleEvent::Kind::Closed)
        m_mark = {};
}
