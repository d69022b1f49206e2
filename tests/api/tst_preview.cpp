// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/api/observationfixture.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 minute = 60'000; // milliseconds

QJsonObject motion(double threshold) { return {{u"motion"_s, QJsonObject{{u"threshold"_s, threshold}}}}; }

QJsonObject modeWith(const QJsonObject &conditions)
{
    return {{u"name"_s, u"Yard"_s}, {u"conditions"_s, conditions}, {u"cooldown"_s, 0}};
}

QList<QJsonObject> linesOf(const Answer &answer)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.isEmpty())
            lines += QJsonDocument::fromJson(line).object();
    }
    return lines;
}

QList<QJsonObject> ofType(const QList<QJsonObject> &lines, const QString &type)
{
    QList<QJsonObject> found;
    std::ranges::copy_if(lines, std::back_inserter(found),
                         [&](const QJsonObject &line) { return line[u"type"_s].toString() == type; });
    return found;
}
}

/// Modes that are tried on what was observed in the past.
class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_ada = &m_server.account(u"ada"_s); }
    void init() { m_device = newDevice(u"Yard"_s); }
    void modeIsTriedOnTheLastDay();
    void marksAreCompared();
    void nearMissesAreTheOtherSide();
    void draftChangesASavedMode();
    void picturesNeedTheScope();
    void invalidPreviewsAreRefused_data();
    void invalidPreviewsAreRefused();
    void previewsStayInTheAccount();
    void previewsTellWhatCamerasHaveSeen();
    void devicesAreBounded();
    void observationsOfAnotherServerAreFetched();
    void metricsShowTheLoad();

private:
    QString newDevice(const QString &name) const { return m_ada->addDevice(name)[u"device_id"_s].toString(); }
    QString at(qint64 ms) const { return QString::fromLatin1(Times::toText(m_start.addMSecs(ms))); }
    void observe(const QMap<int, double> &areas) const
    {
        ObservationFixture::observe(m_server, m_device, m_start, areas);
    }
    Answer preview(const QJsonObject &mode, QJsonObject more = {}) const
    {
        more.insert(u"mode"_s, mode);
        if (!more.contains(u"device_ids"_s))
            more.insert(u"device_ids"_s, QJsonArray{m_device});
        return m_ada->post(u"/device-modes/preview"_s, more);
    }

    const QDateTime m_start = Times::now().addSecs(-7200);
    TestServer m_server{{u"--advertise"_s, u"http://127.0.0.1:0"_s}};
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestPreview::modeIsTriedOnTheLastDay()
{
    observe({{5, 0.02}, {20, 0.02}, {40, 0.002}});
    const Answer answer = preview(modeWith(motion(0.01)));
    EXPECT_STATUS(answer, 200);
    const auto lines = linesOf(answer);
    const auto marks = ofType(lines, u"mark"_s);
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0][u"change"_s].toString(), u"new"_s);
    QCOMPARE(marks[0][u"device_id"_s].toString(), m_device);
    QCOMPARE(marks[0][u"started_at"_s].toString(), at(5 * minute));
    QCOMPARE(marks[0][u"ended_at"_s].toString(), at(5 * minute + 9875));
    QCOMPARE(marks[0][u"label"_s].toString(), u"motion"_s);
    QCOMPARE(marks[0][u"reason"_s][u"motion"_s][u"measured"_s][u"area"_s].toDouble(), 0.02);
    QCOMPARE(marks[0][u"objects"_s][0][u"box"_s][u"x"_s].toDouble(), 0.4);
    QCOMPARE(marks[1][u"started_at"_s].toString(), at(20 * minute));
    const QJsonObject camera = ofType(lines, u"camera"_s).value(0);
    QCOMPARE(camera[u"observed"_s][u"motion"_s].toDouble(), 3599.875);
    QCOMPARE(camera[u"observed"_s][u"objects"_s].toDouble(), 0.0);
    const QJsonObject &summary = lines.constLast();
    QCOMPARE(summary[u"type"_s].toString(), u"summary"_s);
    QCOMPARE(summary[u"marks"_s].toInt(), 2);
    QCOMPARE(summary[u"new"_s].toInt(), 2);
    QVERIFY(summary[u"complete"_s].toBool());
    int counted = 0;
    for (const QJsonValue hour : summary[u"hours"_s].toArray())
        counted += hour[u"marks"_s].toInt();
    QCOMPARE(counted, 2);
    QVERIFY(ofType(linesOf(preview(modeWith(motion(0.01)), {{u"to"_s, at(3 * minute)}, {u"from"_s, at(0)}})), u"mark"_s)
                .isEmpty());
}

void TestPreview::marksAreCompared()
{
    observe({{5, 0.02}, {20, 0.02}, {40, 0.008}});
    const auto mark = [this](qint64 from, qint64 to) {
        return m_ada
            ->post(u"/device-marks"_s,
                   {{u"device_id"_s, m_device},
                    {u"label"_s, u"motion"_s},
                    {u"started_at"_s, at(from)},
                    {u"ended_at"_s, at(to)}})
            .json[u"devicemark_id"_s]
            .toString();
    };
    const QString same = mark(5 * minute + 300, 5 * minute + 9500);
    const QString longer = mark(20 * minute - 4000, 20 * minute + 9875);
    const QString weak = mark(40 * minute, 40 * minute + 9000);
    mark(-10 * minute, -10 * minute + 9000); // nothing was observed then: the mode might have made it
    const auto lines = linesOf(preview(modeWith(motion(0.01))));
    const auto marks = ofType(lines, u"mark"_s);
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0][u"change"_s].toString(), u"kept"_s);
    QCOMPARE(marks[0][u"mark_id"_s].toString(), same);
    QCOMPARE(marks[1][u"change"_s].toString(), u"moved"_s);
    QCOMPARE(marks[1][u"mark_id"_s].toString(), longer);
    const auto gone = ofType(lines, u"gone"_s);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone[0][u"mark_id"_s].toString(), weak);
    QCOMPARE(gone[0][u"near_miss"_s][u"pointer"_s].toString(), u"/conditions/motion/threshold"_s);
    QCOMPARE(gone[0][u"near_miss"_s][u"measured"_s].toDouble(), 0.008);
    QCOMPARE(lines.constLast()[u"existing"_s].toInt(), 4);
    QCOMPARE(lines.constLast()[u"gone"_s].toInt(), 1);
    QCOMPARE(lines.constLast()[u"unknown"_s].toInt(), 1);

    // A token that may not read marks gets none to compare with.
    const HttpClient blind = m_ada->with(m_server, u"modes:read data:read"_s);
    const auto all = linesOf(blind.post(
        u"/device-modes/preview"_s, {{u"mode"_s, modeWith(motion(0.01))}, {u"device_ids"_s, QJsonArray{m_device}}}));
    QCOMPARE(all.constLast()[u"existing"_s].toInt(), 0);
    QCOMPARE(all.constLast()[u"new"_s].toInt(), 2);
}

void TestPreview::nearMissesAreTheOtherSide()
{
    observe({{5, 0.02}, {20, 0.007}});
    const auto misses = ofType(linesOf(preview(modeWith(motion(0.01)))), u"near_miss"_s);
    QCOMPARE(misses.size(), 1);
    QCOMPARE(misses[0][u"started_at"_s].toString(), at(20 * minute));
    QCOMPARE(misses[0][u"measured"_s].toDouble(), 0.007);
    QCOMPARE(misses[0][u"required"_s].toDouble(), 0.01);
}

void TestPreview::draftChangesASavedMode()
{
    observe({{5, 0.02}, {20, 0.005}});
    const QString saved = m_ada->post(u"/device-modes"_s, modeWith(motion(0.01))).json[u"devicemode_id"_s].toString();
    EXPECT_STATUS(m_ada->put(u"/devices/"_s + m_device, {{u"devicemode_id"_s, saved}}), 200);
    // Without devices, the mode runs on those that have it.
    const auto lines = linesOf(m_ada->post(u"/device-modes/preview"_s, {{u"devicemode_id"_s, saved}}));
    QCOMPARE(ofType(lines, u"camera"_s).size(), 1);
    QCOMPARE(lines.constLast()[u"marks"_s].toInt(), 1);
    const QJsonObject draft{{u"conditions"_s, motion(0.004)}};
    const auto changed = linesOf(preview(draft, {{u"devicemode_id"_s, saved}}));
    QCOMPARE(changed.constLast()[u"marks"_s].toInt(), 2);
    QCOMPARE(m_ada->get(u"/device-modes/"_s + saved).json[u"version"_s].toInt(), 1); // nothing was saved
}

void TestPreview::picturesNeedTheScope()
{
    observe({{5, 0.02}, {20, 0.02}});
    RecordingFixture::record(m_server, EncodedVideo::of(2),
                             {m_device, m_start.addMSecs(5 * minute).toMSecsSinceEpoch()});
    const auto marks = ofType(linesOf(preview(modeWith(motion(0.01)))), u"mark"_s);
    const QString address = marks[0][u"thumbnail"_s].toString();
    QVERIFY(address.contains(u"/frame.jpg?"_s));
    EXPECT_STATUS(m_server.anybody().get(address), 200);
    QVERIFY(!marks[1].contains(u"thumbnail"_s)); // not recorded
    const HttpClient blind = m_ada->with(m_server, u"modes:read data:read"_s);
    const auto without =
        ofType(linesOf(blind.post(u"/device-modes/preview"_s,
                                  {{u"mode"_s, modeWith(motion(0.01))}, {u"device_ids"_s, QJsonArray{m_device}}})),
               u"mark"_s);
    QVERIFY(!without[0].contains(u"thumbnail"_s));
}

void TestPreview::invalidPreviewsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << QJsonObject() << u"/mode required"_s;
    QTest::newRow("no conditions") << QJsonObject{{u"mode"_s, QJsonObject{{u"name"_s, u"Yard"_s}}}}
                                   << u"/mode/conditions required"_s;
    QTest::newRow("condition") << QJsonObject{{u"mode"_s, modeWith(motion(7))}}
                               << u"/mode/conditions/motion/threshold too_large"_s;
    QTest::newRow("duration") << QJsonObject{{u"mode"_s, QJsonObject{{u"min_duration"_s, 61}}}}
                              << u"/mode/min_duration too_large"_s;
    QTest::newRow("order") << QJsonObject{{u"mode"_s, modeWith(motion(0.1))}, {u"from"_s, u"2126-01-01T00:00:00Z"_s}}
                           << u"/from too_large"_s;
    QTest::newRow("weeks") << QJsonObject{{u"mode"_s, modeWith(motion(0.1))}, {u"from"_s, u"2020-01-01T00:00:00Z"_s}}
                           << u"/to too_large"_s;
}

void TestPreview::invalidPreviewsAreRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, error);
    const Answer answer = m_ada->post(u"/device-modes/preview"_s, body);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QCOMPARE(answer.errors(), QStringList(error));
}

void TestPreview::previewsStayInTheAccount()
{
    const TestAccount &bea = m_server.account(u"bea"_s);
    const QString saved = m_ada->post(u"/device-modes"_s, modeWith(motion(0.01))).json[u"devicemode_id"_s].toString();
    EXPECT_STATUS(bea.post(u"/device-modes/preview"_s, {{u"devicemode_id"_s, saved}}), 404);
    const QJsonObject mode = modeWith(motion(0.01));
    EXPECT_STATUS(bea.post(u"/device-modes/preview"_s, {{u"mode"_s, mode}, {u"device_ids"_s, QJsonArray{m_device}}}),
                  404);
    const auto lines = linesOf(bea.post(u"/device-modes/preview"_s, {{u"mode"_s, mode}}));
    QCOMPARE(lines.size(), 1); // no cameras, and a summary of nothing
    QCOMPARE(lines[0][u"marks"_s].toInt(), 0);
}

void TestPreview::previewsTellWhatCamerasHaveSeen()
{
    const QString saved = m_ada->post(u"/device-modes"_s, modeWith(motion(0.01))).json[u"devicemode_id"_s].toString();
    const QString nearMisses = u"/device-modes/%1/near-misses"_s.arg(saved);
    for (const auto &[scope, missing] :
         {std::pair(u"modes"_s, u"data:read"_s), std::pair(u"data:read"_s, u"modes:read"_s)}) {
        const HttpClient narrow = m_ada->with(m_server, scope);
        const Answer refused = narrow.post(u"/device-modes/preview"_s, {{u"devicemode_id"_s, saved}});
        EXPECT_PROBLEM(refused, 403, "insufficient_scope");
        QCOMPARE(refused.json[u"scope"_s].toString(), u"data:read modes:read"_s);
        QCOMPARE(refused.json[u"detail"_s].toString(), u"The token lacks the scope %1."_s.arg(missing));
        EXPECT_PROBLEM(narrow.get(nearMisses), 403, "insufficient_scope");
    }
    const HttpClient both = m_ada->with(m_server, u"modes:read data"_s);
    EXPECT_STATUS(both.post(u"/device-modes/preview"_s, {{u"devicemode_id"_s, saved}}), 200);
    EXPECT_STATUS(both.get(nearMisses), 200);
}

void TestPreview::devicesAreBounded()
{
    QJsonArray many;
    for (int i = 0; i < 17; ++i)
        many.append(m_device);
    EXPECT_INVALID(preview(modeWith(motion(0.01)), {{u"device_ids"_s, many}}), "/device_ids too_long");
    observe({{5, 0.02}});
    const QJsonArray twice{m_device, m_device};
    QCOMPARE(ofType(linesOf(preview(modeWith(motion(0.01)), {{u"device_ids"_s, twice}})), u"mark"_s).size(), 1);
}

/// Observations lie on the server that has read the camera.
void TestPreview::observationsOfAnotherServerAreFetched()
{
    if (!TestServer::onPostgres())
        return; // a SQLite file has one server
    observe({{5, 0.02}});
    const TestServer second(m_server, {});
    const auto lines = linesOf(second.asking(*m_ada).post(
        u"/device-modes/preview"_s, {{u"mode"_s, modeWith(motion(0.01))}, {u"device_ids"_s, QJsonArray{m_device}}}));
    QCOMPARE(ofType(lines, u"mark"_s).size(), 1);
    QVERIFY(lines.constLast()[u"complete"_s].toBool());
    // A server that is gone.
    m_server.sql(u"UPDATE observation SET storage_id = 'gone' WHERE device_id = '%1'"_s.arg(m_device));
    const auto without = linesOf(preview(modeWith(motion(0.01))));
    QCOMPARE(without.constLast()[u"marks"_s].toInt(), 0);
    QVERIFY(!without.constLast()[u"complete"_s].toBool());
}

void TestPreview::metricsShowTheLoad()
{
    EXPECT_STATUS(m_ada->get(u"/metrics"_s), 403);
    const Answer answer = m_server.staff(u"admin"_s).get(u"/metrics"_s);
    EXPECT_STATUS(answer, 200);
    for (const char *name : {"detector_available", "detector_waiting", "detector_looks_total", "detector_sheds_total",
                             "observations_lost_total", "meta_skipped_total"}) {
        QVERIFY2(answer.body.contains(QByteArray("\nwaymark_") + name + ' ')
                     || answer.body.startsWith(QByteArray("waymark_") + name),
                 name);
    }
}

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
