// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/insight/vision/tracker.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
const QList<Box> everywhere{{0, 0, 1, 1}};
constexpr int interval = 250; // milliseconds between looks
constexpr Box left{0.848, 0, 0.096, 0.067};
constexpr Box right{0.955, 0, 0.044, 0.053};

Detection car(const Box &box, double score = 0.7) { return {box, score, u"car"_s}; }

/// A tracker that looks four times per second, while the camera shakes or not.
class Looks
{
public:
    void look(const QList<Detection> &detections, bool isShaking = true)
    {
        m_tracker.update(noon.addMSecs(m_time), detections, everywhere, isShaking);
        m_time += interval;
        for (const SeenTrack &track : m_tracker.tracks())
            m_anyMoved = m_anyMoved || track.hasMoved;
    }
    void look(const QList<Detection> &detections, int times, bool isShaking)
    {
        for (int i = 0; i < times; ++i)
            look(detections, isShaking);
    }
    bool anyMoved() const { return m_anyMoved; }
    QList<SeenTrack> tracks() const { return m_tracker.tracks(); }

private:
    Tracker m_tracker;
    qint64 m_time = 0;
    bool m_anyMoved = false;
};
}

/// Detections of parked cars wander while gusts shake the camera.
class TrackingGustsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleShiftsMoveNothing();
    void neighborIsNotTheCar();
    void neighborIsNotACarThatWasNotFoundForLong();
    void neighborIsNotHalfOfTwoCars();
    void lowScoresMoveNothing();
    void oneLowScoreBeforeTheGustMovesNothing();
    void lowScoresMoveAnObjectInCalm();
    void personIsFollowed();
    void personStandsUpInTheGust();
};

void TrackingGustsTest::singleShiftsMoveNothing()
{
    Looks looks;
    for (int i = 0; i < 60; ++i)
        looks.look({car({i % 6 == 5 ? 0.46 : 0.4, 0.4, 0.1, 0.1})});
    QCOMPARE(looks.tracks().size(), 1);
    QVERIFY(!looks.anyMoved());
}

void TrackingGustsTest::neighborIsNotTheCar()
{
    Looks looks;
    looks.look({car(left)}, 5, false);
    looks.look({car(right)}, 5, true);
    looks.look({car(left), car(right)}, 5, true);
    QCOMPARE(looks.tracks().size(), 2);
    QVERIFY(!looks.anyMoved());
}

/// A gust that lasts longer than a hidden object is remembered.
void TrackingGustsTest::neighborIsNotACarThatWasNotFoundForLong()
{
    Looks looks;
    looks.look({car(left), car(right)}, 5, false);
    looks.look({car(left)}, 200, true);
    looks.look({car(right)}, 200, true);
    looks.look({car(left), car(right)}, 5, false);
    QCOMPARE(looks.tracks().size(), 2);
    QVERIFY(!looks.anyMoved());
}

/// A blurred picture shows two cars as one.
void TrackingGustsTest::neighborIsNotHalfOfTwoCars()
{
    Looks looks;
    looks.look({car(left)}, 5, false);
    for (int i = 0; i < 10; ++i) {
        looks.look({car({left.x, 0, right.x + right.width - left.x, left.height}, 0.3)});
        looks.look({car(right, 0.6)});
        looks.look({car(right, 0.6)});
    }
    QVERIFY(!looks.anyMoved());
}

void TrackingGustsTest::lowScoresMoveNothing()
{
    Looks looks;
    looks.look({car(left)}, 5, false);
    for (int i = 0; i < 20; ++i)
        looks.look({car({left.x - 0.03, left.y, left.width, left.height}, 0.3)});
    QVERIFY(!looks.anyMoved());
}

void TrackingGustsTest::oneLowScoreBeforeTheGustMovesNothing()
{
    Looks looks;
    looks.look({car(left)}, 5, false);
    for (int i = 0; i < 10; ++i) {
        looks.look({car({left.x - 0.03, left.y, left.width, left.height}, 0.2)}, false);
        looks.look({car({left.x - 0.03, left.y, left.width, left.height}, 0.2)}, true);
        looks.look({car(left)}, true);
    }
    QVERIFY(!looks.anyMoved());
}

void TrackingGustsTest::lowScoresMoveAnObjectInCalm()
{
    Looks looks;
    looks.look({car(left)}, 5, false);
    for (int i = 1; i <= 5; ++i)
        looks.look({car({left.x - i * 0.02, left.y, left.width, left.height}, 0.3)}, false);
    QVERIFY(looks.anyMoved());
}

void TrackingGustsTest::personIsFollowed()
{
    Looks looks;
    for (int i = 0; i < 20; ++i)
        looks.look({{{0.1 + i * 0.03, 0.4, 0.05, 0.2}, 0.6, u"person"_s}});
    QCOMPARE(looks.tracks().size(), 1);
    QVERIFY(looks.anyMoved());
}

void TrackingGustsTest::personStandsUpInTheGust()
{
    Looks looks;
    looks.look({{{0.1, 0.4, 0.05, 0.2}, 0.6, u"person"_s}}, 20, true);
    QVERIFY(!looks.anyMoved());
    for (int i = 0; i < 20; ++i)
        looks.look({{{0.1 + i * 0.03, 0.4, 0.05, 0.2}, 0.6, u"person"_s}});
    const QList<SeenTrack> tracks = looks.tracks();
    QVERIFY(std::any_of(tracks.begin(), tracks.end(),
                        [](const SeenTrack &track) { return track.hasMoved && track.box.x > 0.6; }));
}

QTEST_GUILESS_MAIN(TrackingGustsTest)
#include "tst_trackinggusts.moc"
