// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/ingest/framesink.h"
#include "server/core/base/weekclock.h"
#include "server/insight/vision/markactions.h"
#include "server/insight/vision/motionrule.h"
#include "server/insight/vision/scenecheck.h"

/// The parsed mode of a camera with its zones and schedule.
struct WatchOrder
{
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    Condition condition;
    RuleTimes times;
    WeekClock schedule = {};
    std::shared_ptr<const ZoneSet> zones = {}; ///< null: no zones
    MarkActions actions = {};
};

/// An event of a mark, with all data that is needed to store it.
struct MarkReport
{
    DeviceId deviceId;
    DeviceMarkId markId; ///< the same in all reports of a mark
    DeviceModeId modeId;
    qint64 modeVersion = 0;
    RuleEvent event;
    QByteArray jpeg; ///< the best picture, if it changed after the previous report
    MarkActions actions = {};
};

/// Analyzes the pictures of one camera and reports marks. It uses neither files nor the database. It asks only for the
/// pictures that the conditions of the mode need, and only while the schedule of the mode is active.
///
/// Thread: one at a time.
class Watcher : public FrameSink
{
public:
    /// Returns the current order of a camera, or null if the camera is not watched. Called for each picture, so that a
    /// change of the mode takes effect at once; it must return quickly.
    using OrderSource = std::function<std::shared_ptr<const WatchOrder>(DeviceId)>;
    /// Receives the reports.
    using Listener = std::function<void(const MarkReport &)>;
    /// Detects faces in a picture.
    using FaceSource = std::function<QList<SeenFace>(const Picture &)>;

    /// `faces` is null if this server cannot detect faces.
    Watcher(DeviceId device, OrderSource order, Listener listener, FaceSource faces = {});
    /// Closes the open mark.
    ~Watcher() override;

    void frame(const Picture &picture) override;
    /// Closes the open mark. If the mode has a condition for the signal, passes the loss to the rule instead. Called
    /// repeatedly while the camera is offline.
    void lost() override;
    /// Does nothing: MotionRule recognizes by itself that the clock was set back, and the scene need not be learned
    /// again.
    void timeSetBack() override { }
    /// Reports the end of a mark even while no pictures are wanted.
    void seen(const QDateTime &time) override;
    bool wanted() const override;
    bool keyFramesSuffice() const override;
    /// Returns the earliest time that a clip needs: the clip of the open mark, clips that are being made, or the clip
    /// of a mark that may open now. During the first minutes, the time allows for the longest possible clip, because
    /// clips of an earlier process may be pending.
    QDateTime neededFrom() const override;

private:
    /// A clip of a closed mark that is probably not made yet.
    struct Awaited
    {
        QDateTime from;
        QDateTime until; ///< latest time at which the clip is made
    };

    static bool needsPictures(const WatchOrder &order);
    void follow(const QDateTime &time);
    void forgetScene();
    Observation observe(const Picture &picture);
    void handle(const MotionRule::Step &step, const Picture *picture);
    void setOrder(std::shared_ptr<const WatchOrder> order);
    void end();
    void report(const RuleEvent &event);

    DeviceId m_device;
    OrderSource m_orderSource;
    Listener m_listener;
    std::shared_ptr<const WatchOrder> m_order;
    FaceSource m_faces;
    Motion m_motion;
    SceneCheck m_scene;
    QDateTime m_facesAt; ///< when faces were last detected
    std::optional<MotionRule> m_rule;
    DeviceMarkId m_mark; ///< the open mark, or null
    std::function<QByteArray()> m_best; ///< encodes the best picture; empty if it is already reported
    QDateTime m_time; ///< capture time of the last video
    QDateTime m_began; ///< m_time when this object was created
    QList<Awaited> m_awaited;
};
