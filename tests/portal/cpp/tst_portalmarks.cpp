// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/markmodel.h"
#include "app/portal/marksmodel.h"
#include "app/portal/marktimeline.h"
#include "models/core/utc.h"
#include "tests/portal/cpp/markspeer.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using MarksPeer::detailPath;
using MarksPeer::listPath;
using MarksPeer::mark;

class PortalMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsMarksWithNamesAndThumbnails();
    void insertsANewMarkAtTheTop();
    void insertsALateMarkInOrder();
    void ignoresMarksOfOtherCameras();
    void sendsFiltersToTheServer_data();
    void sendsFiltersToTheServer();
    void loadsTheTimelineOfADay();
    void countsUnreadMarks();
    void removesReadMarksFromTheUnreadList();
    void deletesAndRestores();
    void followsChangesByOthers();
    void loadsOneMark();
    void marksOneMarkAsReadAndDeletesIt();

private:
    void serve(const QList<int> &numbers);
    QStringList shown() const;

    std::unique_ptr<PortalFixture> m_fixture;
    std::unique_ptr<MarksModel> m_marks;
    int m_unread = 0;
};

void PortalMarksTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    m_unread = 2;
    auto &peer = m_fixture->peer();
    peer.on("GET /v1/devices",
            QJsonObject{{u"items"_s, QJsonArray{QJsonObject{{u"device_id"_s, u"dev_1"_s}, {u"name"_s, u"Garage"_s}}}}});
    peer.on("GET /v1/devices/dev_1", QJsonObject{{u"device_id"_s, u"dev_1"_s}, {u"name"_s, u"Garage"_s}});
    peer.on("GET /v1/device-marks/account/acc_1/unread", [this](const PeerExchange &exchange) {
        const QJsonArray days{QJsonObject{{u"count"_s, m_unread - 1}}, QJsonObject{{u"count"_s, 1}}};
        exchange.answer(200, {{u"items"_s, m_unread > 0 ? days : QJsonArray{}}});
    });
    peer.on("PUT /v1/device-marks/account/acc_1/signedurl", [](const PeerExchange &exchange) {
        QJsonArray results;
        for (const auto &id : exchange.request.json()["mark_ids"_L1].toArray()) {
            const QString path = u"/v1/marks/"_s + id.toString();
            results.append(QJsonObject{{u"mark_id"_s, id},
                                       {u"thumbnail"_s, path + u"/thumbnail?signature=x"_s},
                                       {u"snapshot"_s, path + u"/snapshot?signature=x"_s},
                                       {u"clip"_s, path + u"/clip?signature=x"_s}});
        }
        exchange.answer(200, {{u"results"_s, results}});
    });
    for (const QByteArray &path : {QByteArray("PUT /v1/device-marks/triggered/account/acc_1/read"),
                                   QByteArray("DELETE /v1/device-marks/triggered/account/acc_1/detail"),
                                   QByteArray("PUT /v1/device-marks/triggered/account/acc_1/temporary")})
        peer.on(path, QJsonObject{{u"changed"_s, 1}});
    serve({2, 1});
    QVERIFY(m_fixture->signIn());
    m_marks = std::make_unique<MarksModel>();
    m_marks->setPortal(&m_fixture->portal());
}

void PortalMarksTest::cleanup()
{
    m_marks.reset();
    m_fixture.reset();
}

void PortalMarksTest::serve(const QList<int> &numbers)
{
    QJsonArray items;
    for (const int number : numbers)
        items.append(mark(number));
    m_fixture->peer().on(listPath, QJsonObject{{u"items"_s, items}});
}

QStringList PortalMarksTest::shown() const
{
    QStringList ids;
    for (int row = 0; row < m_marks->count(); ++row)
        ids.append(m_marks->get(row)[u"deviceMarkId"_s].toString());
    return ids;
}

void PortalMarksTest::listsMarksWithNamesAndThumbnails()
{
    QAbstractItemModelTester tester(m_marks.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_marks->componentComplete();
    QTRY_COMPARE(shown(), (QStringList{u"mark_2"_s, u"mark_1"_s}));
    QTRY_COMPARE(m_marks->get(0)[u"deviceName"_s].toString(), u"Garage"_s);
    QTRY_COMPARE(m_marks->get(1)[u"thumbnailUrl"_s].toUrl(),
                 m_fixture->peer().url().resolved(QUrl(u"/v1/marks/mark_1/thumbnail?signature=x"_s)));
    QTRY_COMPARE(m_marks->unreadCount(), 2);
    QCOMPARE(m_fixture->peer().count("PUT /v1/device-marks/account/acc_1/signedurl"), 1);
    QCOMPARE(m_marks->get(0)[u"state"_s].toString(), u"closed"_s);
}

void PortalMarksTest::insertsANewMarkAtTheTop()
{
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->count(), 2);
    auto opened = mark(3);
    opened[u"state"_s] = u"open"_s;
    m_fixture->peer().on(detailPath(u"mark_3"_s), opened);
    m_unread = 3;
    const qsizetype lists = m_fixture->peer().count(listPath);
    m_fixture->tell("mark.opened", {{u"mark_id"_s, u"mark_3"_s}, {u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(shown(), (QStringList{u"mark_3"_s, u"mark_2"_s, u"mark_1"_s}));
    QTRY_VERIFY(!m_marks->get(0)[u"thumbnailUrl"_s].toUrl().isEmpty());
    QCOMPARE(m_marks->get(0)[u"deviceName"_s].toString(), u"Garage"_s);
    QTRY_COMPARE(m_marks->unreadCount(), 3);

    m_fixture->peer().on(detailPath(u"mark_3"_s), mark(3));
    m_fixture->tell("mark.closed", {{u"mark_id"_s, u"mark_3"_s}});
    QTRY_COMPARE(m_marks->get(0)[u"state"_s].toString(), u"closed"_s);
    QCOMPARE(m_marks->count(), 3);
    QCOMPARE(m_fixture->peer().count(listPath), lists);
}

void PortalMarksTest::insertsALateMarkInOrder()
{
    serve({5, 3});
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->count(), 2);
    m_fixture->peer().on(detailPath(u"mark_4"_s), mark(4));
    m_fixture->tell("mark.opened", {{u"mark_id"_s, u"mark_4"_s}});
    QTRY_COMPARE(shown(), (QStringList{u"mark_5"_s, u"mark_4"_s, u"mark_3"_s}));
}

void PortalMarksTest::ignoresMarksOfOtherCameras()
{
    m_marks->setDeviceId(u"dev_1"_s);
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->count(), 2);
    auto other = mark(3);
    other[u"device_id"_s] = u"dev_2"_s;
    m_fixture->peer().on(detailPath(u"mark_3"_s), other);
    m_fixture->peer().on(detailPath(u"mark_4"_s), mark(4));
    m_fixture->tell("mark.opened", {{u"mark_id"_s, u"mark_3"_s}});
    m_fixture->tell("mark.opened", {{u"mark_id"_s, u"mark_4"_s}});
    QTRY_COMPARE(shown(), (QStringList{u"mark_4"_s, u"mark_2"_s, u"mark_1"_s}));
}

void PortalMarksTest::sendsFiltersToTheServer_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("query");
    QTest::newRow("none") << QByteArray() << QVariant() << QString();
    QTest::newRow("device") << QByteArray("deviceId") << QVariant(u"dev_1"_s) << u"device_id=dev_1&"_s;
    QTest::newRow("group") << QByteArray("devgroupId") << QVariant(u"grp_1"_s) << u"devgroup_id=grp_1&"_s;
    QTest::newRow("mode") << QByteArray("devicemodeId") << QVariant(u"mode_1"_s) << u"devicemode_id=mode_1&"_s;
    QTest::newRow("label") << QByteArray("label") << QVariant(u"a&b"_s) << u"label=a%26b&"_s;
    QTest::newRow("zone") << QByteArray("zoneId") << QVariant(u"zone_1"_s) << u"zone_id=zone_1&"_s;
    QTest::newRow("score") << QByteArray("minScore") << QVariant(0.75) << u"min_score=0.75&"_s;
    QTest::newRow("unread") << QByteArray("unreadOnly") << QVariant(true) << u"unread=true&"_s;
    QTest::newRow("bin") << QByteArray("bin") << QVariant(true) << u"bin=true&"_s;
    QTest::newRow("oldest first") << QByteArray("oldestFirst") << QVariant(true) << u"sort=date&"_s;
    const QDateTime midnight = QDate(2026, 11, 23).startOfDay().toUTC();
    QTest::newRow("day") << QByteArray("day") << QVariant(u"2026-11-23"_s)
                         << u"create_datetime=%1/%2&"_s.arg(
                                midnight.toString(u"yyyy-MM-ddThh:mm:ss.zzzZ"_s),
                                QDate(2026, 11, 24).startOfDay().toUTC().toString(u"yyyy-MM-ddThh:mm:ss.zzzZ"_s));
}

void PortalMarksTest::sendsFiltersToTheServer()
{
    QFETCH(QByteArray, property);
    QFETCH(QVariant, value);
    QFETCH(QString, query);
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->state(), LoadState::Ready);
    if (!property.isEmpty())
        QVERIFY(m_marks->setProperty(property.constData(), value));
    QTRY_COMPARE(m_marks->state(), LoadState::Ready);
    const auto asked = m_fixture->peer().requests(listPath);
    QCOMPARE(QUrl(QString::fromLatin1(asked.last().target)).query(QUrl::FullyEncoded), query + u"pagesize=30"_s);
}

void PortalMarksTest::loadsTheTimelineOfADay()
{
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->get(0)[u"deviceName"_s].toString(), u"Garage"_s);
    MarkTimeline timeline;
    timeline.setPortal(&m_fixture->portal());
    timeline.setMarks(m_marks.get());
    const QDateTime first = QDateTime(QDate(2026, 11, 23), QTime(18, 2), Times::utc).toLocalTime();
    timeline.setDay(first.date().toString(Qt::ISODate));
    QTRY_COMPARE(timeline.rows().size(), 1);
    const QVariantMap row = timeline.rows()[0].toMap();
    QCOMPARE(row[u"name"_s].toString(), u"Garage"_s);
    const QVariantList ticks = row[u"ticks"_s].toList();
    QCOMPARE(ticks.size(), 2);
    QCOMPARE(ticks[0].toMap()[u"id"_s].toString(), u"mark_2"_s);
    const double expected = double(first.date().startOfDay().secsTo(first))
        / double(first.date().startOfDay().secsTo(first.date().addDays(1).startOfDay()));
    QVERIFY(qAbs(ticks[0].toMap()[u"at"_s].toDouble() - expected) < 1e-6);
    const auto asked = m_fixture->peer().requests(listPath);
    QVERIFY(asked.last().target.contains("create_datetime="));
    QVERIFY(!timeline.isTruncated());
}

void PortalMarksTest::countsUnreadMarks()
{
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->unreadCount(), 2);
    m_unread = 1;
    m_marks->markRead({u"mark_2"_s});
    QTRY_VERIFY(m_marks->get(0)[u"read"_s].toBool());
    QTRY_COMPARE(m_marks->unreadCount(), 1);
    const QJsonObject expected{{u"mark_ids"_s, QJsonArray{u"mark_2"_s}}, {u"read"_s, true}};
    QCOMPARE(m_fixture->peer().requests("PUT /v1/device-marks/triggered/account/acc_1/read").value(0).json(), expected);
    QCOMPARE(m_marks->count(), 2);
}

void PortalMarksTest::removesReadMarksFromTheUnreadList()
{
    m_marks->setUnreadOnly(true);
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->count(), 2);
    m_marks->markRead({u"mark_1"_s, u"mark_2"_s});
    QTRY_COMPARE(m_marks->state(), LoadState::Empty);
}

void PortalMarksTest::deletesAndRestores()
{
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->count(), 2);
    QSignalSpy removed(m_marks.get(), &MarksModel::removed);
    m_marks->remove({u"mark_2"_s});
    QVERIFY(removed.wait(20'000));
    QCOMPARE(removed[0][0].toStringList(), QStringList{u"mark_2"_s});
    QCOMPARE(shown(), QStringList{u"mark_1"_s});

    m_marks->restore({u"mark_2"_s});
    QTRY_COMPARE(shown(), (QStringList{u"mark_2"_s, u"mark_1"_s}));
    m_marks->setBin(true);
    QTRY_COMPARE(m_marks->state(), LoadState::Ready);
    m_marks->restore({u"mark_2"_s});
    QTRY_COMPARE(shown(), QStringList{u"mark_1"_s});
    m_fixture->peer().on("PUT /v1/device-marks/triggered/account/acc_1/temporary",
                         [](const PeerExchange &exchange) { exchange.problem(410, u"purged"_s); });
    const auto picture = [this] { return m_marks->get(0)[u"thumbnailUrl"_s].toUrl(); };
    QTRY_VERIFY(!picture().isEmpty());
    m_marks->restore({u"mark_1"_s});
    QVERIFY(picture().isEmpty()); // its address ends when the mark moves
    QTRY_VERIFY(!m_marks->errorText().isEmpty() && !picture().isEmpty());
    QCOMPARE(shown(), QStringList{u"mark_1"_s});
}

void PortalMarksTest::followsChangesByOthers()
{
    m_marks->componentComplete();
    QTRY_COMPARE(m_marks->count(), 2);
    QTRY_VERIFY(!m_marks->get(1)[u"thumbnailUrl"_s].toUrl().isEmpty());
    auto read = mark(1);
    read[u"read"_s] = true;
    m_fixture->peer().on(detailPath(u"mark_1"_s), read);
    m_fixture->tell("mark.read", {{u"mark_ids"_s, QJsonArray{u"mark_1"_s}}});
    QTRY_VERIFY(m_marks->get(1)[u"read"_s].toBool());
    m_fixture->tell("mark.deleted", {{u"mark_ids"_s, QJsonArray{u"mark_1"_s}}});
    QTRY_COMPARE(shown(), QStringList{u"mark_2"_s});
    QCOMPARE(m_fixture->peer().count("PUT /v1/device-marks/account/acc_1/signedurl"),
             1); // the thumbnail was not loaded again
    m_fixture->tell("mark.restored", {{u"mark_ids"_s, QJsonArray{u"mark_1"_s}}});
    QTRY_COMPARE(m_marks->count(), 2);
}

void PortalMarksTest::loadsOneMark()
{
    auto whole = mark(1);
    const QJsonObject box{{u"x"_s, 0.25}, {u"y"_s, 0.5}, {u"width"_s, 0.125}, {u"height"_s, 0.25}};
    whole[u"objects"_s] = QJsonArray{QJsonObject{{u"label"_s, u"motion"_s}, {u"score"_s, 0.75}, {u"box"_s, box}}};
    whole[u"reason"_s] = QJsonObject{{u"motion"_s, QJsonObject{{u"min_area"_s, 0.01}}}};
    whole[u"clip"_s] = QJsonObject{{u"state"_s, u"pending"_s}};
    m_fixture->peer().on(detailPath(u"mark_1"_s), whole);
    MarkModel model;
    model.setDeviceMarkId(u"mark_1"_s);
    model.setPortal(&m_fixture->portal());
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QTRY_COMPARE(model.deviceName(), u"Garage"_s);
    QCOMPARE(model.objects().value(0).toMap()[u"box"_s].toMap()[u"width"_s].toDouble(), 0.125);
    QCOMPARE(model.startedAt(), QDateTime({2026, 11, 23}, {18, 1}, Times::utc));
    QTRY_VERIFY(!model.snapshotUrl().isEmpty());
    QCOMPARE(model.clipState(), u"pending"_s);
    QVERIFY(model.clipUrl().isEmpty());

    m_fixture->peer().on(detailPath(u"mark_1"_s), mark(1));
    m_fixture->tell("mark.updated", {{u"mark_id"_s, u"mark_1"_s}});
    QTRY_COMPARE(model.clipState(), u"ready"_s);
    QTRY_COMPARE(model.clipUrl().path(), u"/v1/marks/mark_1/clip"_s);
}

void PortalMarksTest::marksOneMarkAsReadAndDeletesIt()
{
    m_fixture->peer().on(detailPath(u"mark_1"_s), mark(1));
    MarkModel model;
    model.setPortal(&m_fixture->portal());
    model.setDeviceMarkId(u"mark_1"_s);
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QVERIFY(!model.isRead());
    model.markRead();
    QTRY_VERIFY(model.isRead());

    QSignalSpy removed(&model, &MarkModel::removed);
    auto gone = mark(1);
    gone[u"deleted_at"_s] = u"2026-11-23T19:00:00.000Z"_s;
    m_fixture->peer().on(detailPath(u"mark_1"_s), gone);
    model.remove();
    QVERIFY(removed.wait(20'000));
    QTRY_VERIFY(model.deletedAt().isValid());
    m_fixture->peer().on(detailPath(u"mark_1"_s), mark(1));
    model.restore();
    QTRY_VERIFY(!model.deletedAt().isValid());
}

QTEST_MAIN(PortalMarksTest)
#include "tst_portalmarks.moc"
