// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/insight/vision/observation.h"
#include "tests/api/observationfixture.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFile>

using namespace Qt::StringLiterals;

/// What the analysis of a camera saw in the past, moment by moment.
class TestObservedSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_ada = &m_server.account(u"ada"_s); }
    void init() { m_device = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString(); }
    void boxesBelongToTheirMoments();
    void theMomentBeforeTheSpanCounts();
    void aStillSceneIsToldOnceASecond();
    void nothingWasSeen();
    void spansAreBounded_data();
    void spansAreBounded();
    void othersMustNotSeeThem();
    void aLostFileIsReported();
    void deletedRecordingTakesItsMomentsAlong();

private:
    QString at(qint64 ms) const { return QString::fromLatin1(Times::toText(m_start.addMSecs(ms))); }
    QString path(qint64 fromMs, qint64 toMs) const
    {
        return u"/streams/%1/observations?from=%2&to=%3"_s.arg(m_device, at(fromMs), at(toMs));
    }
    /// A person walks through the picture in 20 seconds, past a parked car.
    QString walk() const;

    const QDateTime m_start = Times::now().addSecs(-7200);
    TestServer m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

namespace {
constexpr int paceMs = 125; // between two observations
double placeAt(qint64 ms) { return double(ms) / 25'000; } // of the person's left edge
}

QString TestObservedSpans::walk() const
{
    QList<Observation> observations;
    for (qint64 ms = 0; ms < 20'000; ms += paceMs) {
        Observation each{m_start.addMSecs(ms), {}};
        const Box box{placeAt(ms), 0.5, 0.1, 0.25};
        each.motion = {true, 0.02, {{box, 0.02}}};
        each.tracks = QList<SeenTrack>{{.id = 7, .label = u"person"_s, .score = 0.75, .box = box, .hasMoved = true},
                                       {.id = 8, .label = u"car"_s, .score = 0.5, .box = {0.7, 0.6, 0.2, 0.2}},
                                       {.id = 9,
                                        .label = u"dog"_s,
                                        .score = 0.5,
                                        .box = {0.1, 0.6, 0.1, 0.1},
                                        .hasMoved = true,
                                        .isHidden = true}};
        observations += each;
    }
    return ObservationFixture::observe(m_server, m_device, observations);
}

void TestObservedSpans::boxesBelongToTheirMoments()
{
    walk();
    const Answer answer = m_ada->get(path(5000, 10'000));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"device_id"_s].toString(), m_device);
    QCOMPARE(answer.json[u"complete"_s].toBool(), true);
    const QJsonArray moments = answer.json[u"moments"_s].toArray();
    QCOMPARE(moments.size(), 5000 / paceMs);
    for (qsizetype i = 0; i < moments.size(); ++i) {
        const qint64 ms = 5000 + i * paceMs;
        QCOMPARE(moments[i][u"time"_s].toString(), at(ms));
        const QJsonArray objects = moments[i][u"objects"_s].toArray();
        QCOMPARE(objects.size(), 2); // the dog is hidden
        QCOMPARE(objects[0][u"track"_s].toInt(), 7);
        QCOMPARE(objects[0][u"label"_s].toString(), u"person"_s);
        QCOMPARE(objects[0][u"moving"_s].toBool(), true);
        QVERIFY(qAbs(objects[0][u"box"_s][u"x"_s].toDouble() - placeAt(ms)) < 0.001);
        QCOMPARE(objects[1][u"moving"_s].toBool(), false);
        QCOMPARE(moments[i][u"regions"_s].toArray().size(), 1);
    }
}

void TestObservedSpans::theMomentBeforeTheSpanCounts()
{
    walk();
    const QJsonArray moments = m_ada->get(path(5010, 5100)).json[u"moments"_s].toArray();
    QCOMPARE(moments.size(), 1);
    QCOMPARE(moments[0][u"time"_s].toString(), at(5000));
    QCOMPARE(m_ada->get(path(-5000, -4000)).json[u"moments"_s].toArray(), QJsonArray());
    QCOMPARE(m_ada->get(path(30'000, 31'000)).json[u"moments"_s].toArray(), QJsonArray()); // long after the last one
}

void TestObservedSpans::aStillSceneIsToldOnceASecond()
{
    QList<Observation> observations;
    for (qint64 ms = 0; ms < 120'000; ms += paceMs) {
        Observation each{m_start.addMSecs(ms), {}};
        each.motion.settled = true;
        observations += each;
    }
    ObservationFixture::observe(m_server, m_device, observations);
    const QJsonArray moments = m_ada->get(path(0, 120'000)).json[u"moments"_s].toArray();
    QVERIFY2(moments.size() >= 120 && moments.size() <= 122, qPrintable(QString::number(moments.size())));
    QCOMPARE(moments[60][u"objects"_s].toArray(), QJsonArray());
}

void TestObservedSpans::nothingWasSeen()
{
    const Answer answer = m_ada->get(path(0, 1000));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"complete"_s].toBool(), true);
    QCOMPARE(answer.json[u"moments"_s].toArray(), QJsonArray());
}

void TestObservedSpans::spansAreBounded_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::newRow("long") << qint64(0) << qint64(120'001);
    QTest::newRow("empty") << qint64(0) << qint64(0);
    QTest::newRow("backwards") << qint64(1000) << qint64(0);
}

void TestObservedSpans::spansAreBounded()
{
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    EXPECT_PROBLEM(m_ada->get(path(from, to)), 422, "invalid");
    EXPECT_PROBLEM(m_ada->get(u"/streams/%1/observations"_s.arg(m_device)), 422, "invalid");
}

void TestObservedSpans::othersMustNotSeeThem()
{
    walk();
    const TestAccount &bea = m_server.account(u"bea"_s);
    EXPECT_PROBLEM(bea.get(path(0, 1000)), 404, "not_found");
    EXPECT_PROBLEM(m_ada->with(m_server, u"devices:read"_s).get(path(0, 1000)), 403, "insufficient_scope");
    const QString shares = u"/devices/share/account/"_s + m_ada->accountId();
    const QJsonObject share{{u"device_id"_s, m_device}, {u"user"_s, bea.email()}};
    EXPECT_STATUS(m_ada->post(shares, share), 201);
    EXPECT_STATUS(bea.get(path(0, 1000)), 200);
    EXPECT_STATUS(m_ada->del(shares, share), 204);
    EXPECT_PROBLEM(bea.get(path(0, 1000)), 404, "not_found");
}

void TestObservedSpans::aLostFileIsReported()
{
    const QString file = m_server.dataDir() + u'/' + walk();
    QVERIFY(QFile::remove(file));
    const Answer answer = m_ada->get(path(0, 1000));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.json[u"complete"_s].toBool(), false);
    QCOMPARE(answer.json[u"moments"_s].toArray(), QJsonArray());
}

void TestObservedSpans::deletedRecordingTakesItsMomentsAlong()
{
    walk();
    RecordingFixture::record(m_server, EncodedVideo::of(20), {m_device, m_start.toMSecsSinceEpoch()});
    EXPECT_STATUS(m_ada->del(u"/devices/%1/recordings?from=%2&to=%3"_s.arg(m_device, at(5000), at(10'000))), 200);
    QCOMPARE(m_ada->get(path(5000, 10'000)).json[u"moments"_s].toArray(), QJsonArray());
    const QJsonArray moments = m_ada->get(path(4000, 11'000)).json[u"moments"_s].toArray();
    QCOMPARE(moments.size(), 2 * 1000 / paceMs);
    QCOMPARE(moments[1000 / paceMs - 1][u"time"_s].toString(), at(5000 - paceMs));
    QCOMPARE(moments[1000 / paceMs][u"time"_s].toString(), at(10'000));
}

QTEST_GUILESS_MAIN(TestObservedSpans)
#include "tst_observedspans.moc"
