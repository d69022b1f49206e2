// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/id.h"
#include "server/media/framesink.h"
#include "server/vision/motionrule.h"

/// What a camera is watched for: a DeviceMode, ready to be judged by.
struct WatchOrder
{
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    Condition condition;
    RuleTimes times;
};

/// What became of a mark, with all that is needed to store it.
struct MarkReport
{
    DeviceId deviceId;
    DeviceMarkId markId; ///< made here, so that all reports of one mark name it
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    RuleEvent event;
    QByteArray jpeg; ///< the best picture, where it is another one than in the report before
};

/// Looks at the pictures of one camera, on its ingest thread, and tells what it finds. It touches neither files nor
/// the database.
class Watcher : public FrameSink
{
public:
    /// Asked at each picture, so that a change of mode holds at once; null: nothing is wanted. It must be quick.
    using OrderSource = std::function<std::shared_ptr<const WatchOrder>(DeviceId)>;
    /// Called on the ingest thread.
    using Listener = std::function<void(const MarkReport &)>;

    Watcher(DeviceId device, OrderSource order, Listener listener);
    /// As lost().
    ~Watcher() override;

    void frame(const Picture &picture) override;
    void lost() override;
    bool wanted() const override;

private:
    void follow(std::shared_ptr<const WatchOrder> order);
    void report(const RuleEvent &event);

    DeviceId m_device;
    OrderSource m_orderSource;
    Listener m_listener;
    std::shared_ptr<const WatchOrder> m_order;
    Motion m_motion;
    std::optional<MotionRule> m_rule;
    DeviceMarkId m_mark; ///< null while none is open
    QByteArray m_best; ///< not reported yet
};
