// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/runningclips.h"

#include <QTest>

/// Clips that end because something that they show was deleted. Times are in milliseconds.
class TestRunningClips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClipEndsWithWhatItShows_data();
    void aClipEndsWithWhatItShows();
    void clipsOfOthersGoOn();
    void clipsThatHaveEndedAreForgotten();
};

void TestRunningClips::aClipEndsWithWhatItShows_data()
{
    QTest::addColumn<QList<RemovedSpan>>("before");
    QTest::addColumn<QList<RemovedSpan>>("now");
    QTest::addColumn<bool>("ends");
    const QList<RemovedSpan> none;
    const QList<RemovedSpan> gap{{1200, 1400}};
    QTest::newRow("nothing was deleted") << none << none << false;
    QTest::newRow("all of it") << none << QList<RemovedSpan>{{500, 2500}} << true;
    QTest::newRow("its last millisecond") << none << QList<RemovedSpan>{{1999, 2500}} << true;
    QTest::newRow("what is before and after it") << none << QList<RemovedSpan>{{500, 1000}, {2000, 2500}} << false;
    QTest::newRow("what it never showed") << gap << gap << false;
    QTest::newRow("what is beside that") << gap << QList<RemovedSpan>{{1200, 1500}} << true;
    QTest::newRow("another part") << gap << QList<RemovedSpan>{{1200, 1400}, {1600, 1700}} << true;
    QTest::newRow("what is joined with an earlier part outside of it")
        << QList<RemovedSpan>{{900, 1100}} << QList<RemovedSpan>{{500, 1100}} << false;
    QTest::newRow("so much that the earlier part is forgotten") << gap << none << false;
}

void TestRunningClips::aClipEndsWithWhatItShows()
{
    QFETCH(const QList<RemovedSpan>, before);
    QFETCH(const QList<RemovedSpan>, now);
    QFETCH(const bool, ends);
    RunningClips clips;
    const auto device = DeviceId::generate();
    const auto end = clips.add(device, {1000, 2000}, before);
    clips.endWith(device, now);
    QCOMPARE(end->load(), ends);
}

void TestRunningClips::clipsOfOthersGoOn()
{
    RunningClips clips;
    const auto door = DeviceId::generate();
    const auto first = clips.add(door, {1000, 2000}, {});
    const auto later = clips.add(door, {3000, 4000}, {});
    const auto yard = clips.add(DeviceId::generate(), {1000, 2000}, {});
    QCOMPARE(clips.timeOf(door), std::optional(RemovedSpan{1000, 4000}));
    clips.endWith(door, {{1500, 1600}});
    QVERIFY(first->load());
    QVERIFY(!later->load());
    QVERIFY(!yard->load());
}

void TestRunningClips::clipsThatHaveEndedAreForgotten()
{
    RunningClips clips;
    const auto device = DeviceId::generate();
    auto end = clips.add(device, {1000, 2000}, {});
    QVERIFY(clips.timeOf(device).has_value());
    end.reset();
    QVERIFY(!clips.timeOf(device).has_value());
}

QTEST_GUILESS_MAIN(TestRunningClips)
#include "tst_runningclips.moc"
