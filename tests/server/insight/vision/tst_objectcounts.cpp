// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/objectfinder.h"
#include "tests/server/insight/vision/detectors.h"

#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;

/// How much is looked at, and what is counted of it.
class ObjectCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByCamera();
    void forgetsCamerasThatAreClosed();
    void othersThatWaitGetFewerParts();

private:
    std::atomic<qint64> m_pixels = 0;
    ObjectFinder m_finder{[this] { return std::make_unique<RedDetector>(m_pixels); }, 1};
};

void ObjectCountsTest::countsByCamera()
{
    const auto door = DeviceId::generate();
    const auto yard = DeviceId::generate();
    const auto look = [this](DeviceId device) {
        m_finder.look([] { return QImage(64, 36, QImage::Format_BGR888); }, {{0, 0, 1, 1}}, m_finder.counterOf(device));
    };
    look(door);
    look(door); // opened again
    look(yard);
    QTRY_COMPARE(m_finder.waiting(), 0);
    m_finder.shed(m_finder.counterOf(yard));
    const auto counts = m_finder.counts();
    QCOMPARE(counts[door].looks, 2);
    QCOMPARE(counts[door].sheds, 0);
    QCOMPARE(counts[yard].looks, 1);
    QCOMPARE(counts[yard].sheds, 1);
    QCOMPARE(m_finder.looks(), 3); // as GET /metrics says
    QCOMPARE(m_finder.sheds(), 1);
    QCOMPARE(m_finder.standing(), ObjectFinder::Standing::Available);
}

void ObjectCountsTest::forgetsCamerasThatAreClosed()
{
    const auto open = m_finder.counterOf(DeviceId::generate());
    open->shed();
    for (qsizetype i = 0; i < ObjectFinder::mostCounters + 10; ++i)
        m_finder.counterOf(DeviceId::generate());
    const auto counts = m_finder.counts();
    QVERIFY(counts.size() <= ObjectFinder::mostCounters);
    QVERIFY(std::ranges::any_of(counts, [](const ObjectFinder::Counts &count) { return count.sheds == 1; }));
}

/// The first picture is alone when its turn comes, and so is the last one.
void ObjectCountsTest::othersThatWaitGetFewerParts()
{
    std::latch may(1);
    ObjectFinder finder([&] { return std::make_unique<SlowDetector>(may); }, 1);
    const QList<Box> parts{{0, 0, 0.3, 0.3}, {0.5, 0, 0.3, 0.3}, {0, 0.5, 0.3, 0.3}};
    std::atomic<bool> taken = false;
    const auto first = [&taken] {
        taken = true;
        return QImage(64, 36, QImage::Format_BGR888);
    };
    QList<ObjectFinder::LookPtr> looks{finder.look(first, parts)};
    QTRY_VERIFY(taken);
    for (int i = 0; i < 4; ++i)
        looks += finder.look([] { return QImage(64, 36, QImage::Format_BGR888); }, parts);
    may.count_down();
    QTRY_COMPARE(finder.waiting(), 0);
    QCOMPARE(looks[0]->parts(), parts);
    QCOMPARE(looks[1]->parts(), parts.first(1)); // never none
    QCOMPARE(looks[2]->parts(), parts.first(1));
    QCOMPARE(looks[3]->parts(), parts.first(2));
    QCOMPARE(looks[4]->parts(), parts);
    QCOMPARE(finder.sheds(), 0);
}

QTEST_GUILESS_MAIN(ObjectCountsTest)
#include "tst_objectcounts.moc"
