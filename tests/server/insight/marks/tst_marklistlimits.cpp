// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/core/http/paging.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
const QString all = u"/device-marks/account/:account_id"_s;
}

/// Which requests lists of marks refuse, which marks they hide, and how much they cost.
class MarkListLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void rejectInvalidParameters_data();
    void rejectInvalidParameters();
    void neverShowAnotherAccounts_data();
    void neverShowAnotherAccounts();
    void nearMissesAreBounded();

private:
    std::unique_ptr<MarksFixture> m_fixture;
};

void MarkListLimits::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<MarksFixture>(engine);
}

void MarkListLimits::rejectInvalidParameters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("error");
    QTest::newRow("unknown") << u"colour=red"_s << u"?colour unknown"_s;
    QTest::newRow("sort") << u"sort=score"_s << u"?sort not_allowed"_s;
    QTest::newRow("page 0") << u"page=0"_s << u"?page too_small"_s;
    QTest::newRow("page size") << u"pagesize=101"_s << u"?pagesize too_large"_s;
    QTest::newRow("page size no number") << u"pagesize=many"_s << u"?pagesize wrong_type"_s;
    QTest::newRow("day") << u"create_date=2026-02-30"_s << u"?create_date malformed"_s;
    QTest::newRow("local time") << u"create_datetime=2026-11-23T12:00:00"_s << u"?create_datetime malformed"_s;
    QTest::newRow("half a range") << u"create_datetime=2026-11-23T12:00:00Z/"_s << u"?create_datetime malformed"_s;
    QTest::newRow("range backwards") << u"create_datetime=2026-11-23T12:00:00Z/2026-11-23T11:00:00Z"_s
                                     << u"?create_datetime malformed"_s;
    QTest::newRow("day and time") << u"create_date=2026-11-23&create_datetime=2026-11-23T12:00:00Z"_s
                                  << u"?create_date not_allowed"_s;
    QTest::newRow("score") << u"min_score=1.5"_s << u"?min_score too_large"_s;
    QTest::newRow("score below") << u"min_score=-0.1"_s << u"?min_score too_small"_s;
    QTest::newRow("score not a number") << u"min_score=nan"_s << u"?min_score too_large"_s;
    QTest::newRow("score a word") << u"min_score=high"_s << u"?min_score wrong_type"_s;
    QTest::newRow("unread") << u"unread=1"_s << u"?unread wrong_type"_s;
    QTest::newRow("cursor") << u"cursor=abc"_s << u"?cursor malformed"_s;
    QTest::newRow("cursor of another list")
        << u"cursor="_s + QString::fromLatin1(QByteArray("[5]").toBase64()) << u"?cursor malformed"_s;
    QTest::newRow("cursor with a wrong type")
        << u"cursor="_s + QString::fromLatin1(QByteArray(R"(["x","mark_1"])").toBase64(QByteArray::OmitTrailingEquals))
        << u"?cursor malformed"_s;
    QTest::newRow("cursor and page") << u"cursor=W10&page=2"_s << u"?cursor not_allowed"_s;
}

void MarkListLimits::rejectInvalidParameters()
{
    QFETCH(QString, query);
    QFETCH(QString, error);
    const auto answer = m_fixture->get(all + u'?' + query);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.errors(), QStringList{error});
}

void MarkListLimits::neverShowAnotherAccounts_data()
{
    QTest::addColumn<QString>("path"); ///< ids of Bea: %a account, %d device, %g group, %m mode, %k mark
    const QString mine = u"/device-marks/triggered/account/:account_id"_s;
    QTest::newRow("account") << u"/device-marks/account/%a"_s;
    QTest::newRow("no account") << u"/device-marks/account/dev_1"_s;
    QTest::newRow("unread") << u"/device-marks/account/%a/unread"_s;
    QTest::newRow("device") << mine + u"/device/%d"_s;
    QTest::newRow("her account, her device") << u"/device-marks/triggered/account/%a/device/%d"_s;
    QTest::newRow("latest") << mine + u"/device/%d/latest"_s;
    QTest::newRow("filter") << u"/device-marks/account/:account_id?device_id=%d"_s;
    QTest::newRow("filter of another kind") << u"/device-marks/account/:account_id?device_id=%k"_s;
    QTest::newRow("group") << mine + u"/device-group/%g/device-mode/mode_00000000000000000000000001"_s;
    QTest::newRow("mode") << mine + u"/device-group/%o/device-mode/%m"_s;
    QTest::newRow("detail") << u"/device-marks/%k/triggered/account/:account_id/detail"_s;
    QTest::newRow("detail in her account") << u"/device-marks/%k/triggered/account/%a/detail"_s;
    QTest::newRow("modes") << u"/device-modes/account/%a"_s;
    QTest::newRow("snapshot") << u"/device-marks/%k/snapshot.jpg"_s;
}

void MarkListLimits::neverShowAnotherAccounts()
{
    QFETCH(QString, path);
    const Device device = m_fixture->addDevice(m_fixture->bea);
    const auto mark = m_fixture->addMark(device, noon);
    m_fixture->files.write(device.deviceId, mark.devicemarkId, MarkFiles::Kind::Snapshot, "jpeg");
    path.replace(u"%a"_s, m_fixture->bea.account.toString());
    path.replace(u"%d"_s, device.deviceId.toString());
    path.replace(u"%g"_s, m_fixture->addGroup(m_fixture->bea).toString());
    path.replace(u"%o"_s, m_fixture->addGroup(m_fixture->ada).toString());
    path.replace(u"%m"_s, m_fixture->addMode(m_fixture->bea).toString());
    path.replace(u"%k"_s, mark.devicemarkId.toString());
    const auto answer = m_fixture->get(path);
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.code(), u"not_found"_s);
}

void MarkListLimits::nearMissesAreBounded()
{
    NearMissStore store(m_fixture->database);
    ModeNearMiss miss;
    miss.deviceId = m_fixture->addDevice(m_fixture->ada).deviceId;
    miss.devicemodeId = m_fixture->motion;
    const auto add = [&](int second) {
        miss.startedAt = noon.addSecs(second);
        miss.endedAt = miss.startedAt;
        store.add(miss);
    };
    const NearMissQuery query{.account = m_fixture->ada.account, .mode = m_fixture->motion};
    {
        Transaction transaction(m_fixture->database);
        for (int second = 0; second < NearMissStore::most + 5; ++second)
            add(second);
        transaction.commit();
    }
    QCOMPARE(store.count(query), NearMissStore::most);
    QCOMPARE(store.list(query, {}).constFirst().startedAt, noon.addSecs(NearMissStore::most + 4));
    add(NearMissStore::most + 4); // the same again
    QCOMPARE(store.count(query), NearMissStore::most);
    miss.devicemodeId = DeviceModeId::generate(); // deleted meanwhile
    add(1000);
    miss.devicemodeId = m_fixture->motion;
    miss.deviceId = m_fixture->addDevice(m_fixture->ada).deviceId; // another camera has its own
    add(1001);
    QCOMPARE(store.count(query), NearMissStore::most + 1);
    store.removeBefore(noon.addSecs(1001));
    QCOMPARE(store.count(query), 1);
}

QTEST_GUILESS_MAIN(MarkListLimits)
#include "tst_marklistlimits.moc"
