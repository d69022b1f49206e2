// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/ingest/framesink.h"
#include "server/insight/vision/markactions.h"
#include "server/insight/vision/motionrule.h"
#include "server/insight/vision/scenecheck.h"
#include "server/insight/vision/weekclock.h"

/// What a camera is watched for: a DeviceMode, ready to be judged by.
struct WatchOrder
{
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    Condition condition;
    RuleTimes times;
    WeekClock schedule = {};
    std::shared_ptr<const ZoneSet> zones = {}; ///< null: the camera has none
    MarkActions actions = {};
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
    MarkActions actions = {};
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

    /// Looks for faces in a picture; null: this server cannot.
    using FaceSource = std::function<QList<SeenFace>(const Picture &)>;

    Watcher(DeviceId device, OrderSource order, Listener listener, FaceSource faces = {});
    /// As lost().
    ~Watcher() override;

    void frame(const Picture &picture) override;
    /// What is open ends. Called again and again while the camera stays away, so that a mode may watch for that.
    void lost() override;
    bool wanted() const override;

private:
    Observation observe(const Picture &picture);
    void tell(const MotionRule::Step &step, const Picture *picture);
    void follow(std::shared_ptr<const WatchOrder> order);
    void end();
    void report(const RuleEvent &event);

    DeviceId m_device;
    OrderSource m_orderSource;
    Listener m_listener;
    std::shared_ptr<const WatchOrder> m_order;
    FaceSource m_faces;
    Motion m_motion;
    SceneCheck m_scene;
    QDateTime m_facesAt; ///< when they were looked for last
    std::optional<MotionRule> m_rule;
    DeviceMarkId m_mark; ///< null while none is open
    QByteArray m_best; ///< not reported yet
};
