// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QThread>

#include <algorithm>
#include <functional>
#include <latch>
#include <map>

using namespace Qt::StringLiterals;

namespace {
constexpr int cap = 3; // of each kind, on the server of this test

/// A grey PNG of 16 by 16 pixels.
const QByteArray picture = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mNo"
                                                  "QAMMI1sAAAUMgAHjM1mKAAAAAElFTkSuQmCC");

using Making = std::function<Answer(const HttpClient &, int number)>;

/// A camera's and an account's own ids, for requests that name them.
struct Place
{
    QString account;
    QString device;
    QString email;
    QString app;
};

QJsonObject modeNamed(int number)
{
    return {{u"name"_s, u"Night %1"_s.arg(number)}, {u"conditions"_s, QJsonObject{{u"motion"_s, QJsonObject()}}}};
}

QJsonObject zoneOf(const QString &device)
{
    const QJsonArray corners{QJsonObject{{u"x"_s, 0.1}, {u"y"_s, 0.1}}, QJsonObject{{u"x"_s, 0.9}, {u"y"_s, 0.1}},
                             QJsonObject{{u"x"_s, 0.9}, {u"y"_s, 0.9}}};
    return {{u"device_id"_s, device}, {u"name"_s, u"Yard"_s}, {u"kind"_s, u"include"_s}, {u"polygon"_s, corners}};
}

/// How an object of each kind is made.
std::map<QString, Making> makings(const Place &place)
{
    const QString shares = u"/devices/share/account/"_s + place.account;
    return {
        {u"apps"_s,
         [](const HttpClient &as, int) {
             return as.post(u"/apps"_s, {{u"type"_s, u"trial"_s}, {u"platform"_s, u"ios"_s}, {u"name"_s, u"Viewer"_s}});
         }},
        {u"cameras"_s,
         [](const HttpClient &as, int) {
             return as.post(u"/devices"_s, {{u"name"_s, u"Door"_s}, {u"source_url"_s, u"rtsp://127.0.0.1:9/none"_s}});
         }},
        {u"groups"_s,
         [place](const HttpClient &as, int) {
             return as.post(u"/device-groups/account/"_s + place.account, {{u"name"_s, u"House"_s}});
         }},
        {u"modes"_s, [](const HttpClient &as, int number) { return as.post(u"/device-modes"_s, modeNamed(number)); }},
        {u"zones"_s, [place](const HttpClient &as, int) { return as.post(u"/devices/zone"_s, zoneOf(place.device)); }},
        {u"channels"_s,
         [place](const HttpClient &as, int) {
             return as.post(u"/notifications/channels"_s,
                            {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, place.email}});
         }},
        {u"shares"_s,
         [place, shares](const HttpClient &as, int number) {
             return as.post(shares,
                            {{u"device_id"_s, place.device}, {u"user"_s, u"friend%1@example.org"_s.arg(number)}});
         }},
        {u"items"_s,
         [place](const HttpClient &as, int) {
             return as.send("POST", u"/device-data?device_id="_s + place.device, picture,
                            {{"Content-Type", "image/png"}});
         }},
        {u"sandbox"_s,
         [place](const HttpClient &as, int) {
             return as.post(u"/sandbox/cameras"_s, {{u"app_id"_s, place.app}, {u"scene"_s, u"walk"_s}});
         }},
        {u"marks"_s,
         [place](const HttpClient &as, int) {
             return as.post(u"/device-marks"_s,
                            {{u"device_id"_s, place.device},
                             {u"label"_s, u"person"_s},
                             {u"started_at"_s, u"2026-11-01T00:00:00Z"_s}});
         }},
        {u"orders"_s,
         [place](const HttpClient &as, int) {
             return as.post(u"/retentions/plan_00000000000000000000000001/account/"_s + place.account, {});
         }},
    };
}
}

/// What an account may have at most, beside the limits of its plan.
class TestCaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noMoreAreMadeThanFit_data();
    void noMoreAreMadeThanFit();
    void aShareThatExistsIsChangedAtTheCap();
    void whatIsInTheBinCounts();
    void versionsOfAModeAreCapped();
    void mediaWithoutAPlanAreCapped();
    void everyTableHasABound();

private:
    Place placeOf(const TestAccount &account) const;
    static void requireFull(const Answer &answer, int limit);

    std::unique_ptr<TestServer> m_server;
};

void TestCaps::initTestCase()
{
    QStringList caps;
    for (const auto &[kind, making] : makings({}))
        caps += u"%1=%2"_s.arg(kind).arg(cap);
    m_server = std::make_unique<TestServer>(
        QStringList{u"--account-caps"_s, caps.join(u',') + u",versions=10,storage=2000"_s});
}

Place TestCaps::placeOf(const TestAccount &account) const
{
    return {account.accountId(), account.addDevice(u"Door"_s)[u"device_id"_s].toString(), account.email(),
            account.createApp(u"Viewer"_s)[u"app_id"_s].toString()};
}

void TestCaps::requireFull(const Answer &answer, int limit)
{
    EXPECT_PROBLEM(answer, 422, "too_many");
    QCOMPARE(answer.json[u"limit"_s].toInt(), limit);
}

void TestCaps::noMoreAreMadeThanFit_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &[kind, making] : makings({}))
        QTest::newRow(qPrintable(kind)) << kind;
}

/// Twice as many are made at the same moment as fit.
void TestCaps::noMoreAreMadeThanFit()
{
    QFETCH(const QString, kind);
    TestAccount &owner = m_server->account(kind);
    const Place place = placeOf(owner);
    const Making make = makings(place).at(kind);
    const int present = kind == u"cameras"_s || kind == u"apps"_s ? 1 : 0;

    std::vector<Answer> answers(2 * cap);
    std::latch start(2 * cap);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 2 * cap; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            HttpClient client = m_server->anybody();
            client.setBearer(owner.accessToken());
            start.arrive_and_wait();
            answers[std::size_t(i)] = make(client, i);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();

    QCOMPARE(std::ranges::count(answers, 201, &Answer::status), cap - present);
    for (const Answer &answer : answers) {
        if (answer.status != 201)
            requireFull(answer, cap);
    }
    const TestAccount &other = m_server->account(kind + u"-other"_s);
    EXPECT_STATUS(makings(placeOf(other)).at(kind)(other, 0), 201);
}

void TestCaps::aShareThatExistsIsChangedAtTheCap()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    const Making share = makings(placeOf(dan)).at(u"shares"_s);
    for (int i = 0; i < cap; ++i)
        EXPECT_STATUS(share(dan, i), 201);
    requireFull(share(dan, cap), cap);
    EXPECT_STATUS(share(dan, 1), 201); // again
}

void TestCaps::whatIsInTheBinCounts()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    const Making upload = makings(placeOf(eve)).at(u"items"_s);
    for (int i = 0; i < cap; ++i) {
        const Answer made = upload(eve, i);
        EXPECT_STATUS(made, 201);
        EXPECT_STATUS(eve.del(u"/device-data/"_s + made.json[u"data_id"_s].toString()), 204);
    }
    requireFull(upload(eve, cap), cap);
}

void TestCaps::versionsOfAModeAreCapped()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const Answer made = fay.post(u"/device-modes"_s, modeNamed(0));
    EXPECT_STATUS(made, 201);
    const QString path = u"/device-modes/"_s + made.json[u"devicemode_id"_s].toString();
    for (int version = 2; version <= 10; ++version)
        EXPECT_STATUS(fay.put(path, {{u"name"_s, u"Night %1"_s.arg(version)}}), 200);
    requireFull(fay.put(path, {{u"name"_s, u"Day"_s}}), 10);
    EXPECT_STATUS(fay.put(path, {{u"name"_s, u"Night 10"_s}}), 200); // no change
    EXPECT_STATUS(fay.del(path), 204);
    requireFull(fay.post(u"/device-modes"_s, modeNamed(1)), 10); // marks may still name the versions of the other
}

void TestCaps::mediaWithoutAPlanAreCapped()
{
    const TestAccount &gil = m_server->account(u"gil"_s);
    const Place place = placeOf(gil);
    const Making upload = makings(place).at(u"items"_s);
    const Answer made = upload(gil, 0);
    EXPECT_STATUS(made, 201);
    const auto size = made.json[u"bytes"_s].toInt();
    m_server->sql(u"UPDATE device_data SET bytes = %1 WHERE account_id = '%2'"_s.arg(2000 - size).arg(place.account));
    EXPECT_STATUS(upload(gil, 1), 201); // exactly full
    requireFull(upload(gil, 2), 2000);
}

/// A table is in one of these lists, so that nobody adds one that grows without end.
void TestCaps::everyTableHasABound()
{
    const QStringList capped{u"app"_s,
                             u"device"_s,
                             u"device_group"_s,
                             u"device_mode"_s,
                             u"device_mode_version"_s,
                             u"zone"_s,
                             u"share"_s,
                             u"face_job"_s,
                             u"device_data"_s,
                             u"device_mark"_s, // those of cameras by max_per_hour, and the age and size of a plan
                             u"purchase_order"_s,
                             u"notification_channel"_s,
                             u"capture_mode_past"_s, // CaptureModeStore::mostBefore of a camera
                             u"recording_hold"_s, // RecordingSpans::mostHolds of a camera
                             u"recording_removal"_s, // SpanStore::mostRemovals of a camera
                             u"sandbox_camera"_s};
    const QStringList perObject{u"account_user"_s,      u"user_password"_s,  u"app_key"_s,
                                u"account_app"_s,       u"app_origin"_s,     u"consent"_s,
                                u"identity"_s,          u"verified_phone"_s, u"trial_notice"_s,
                                u"device_password"_s,   u"camera_lease"_s,   u"camera_news"_s,
                                u"camera_numbers"_s,    u"capture_mode"_s,   u"stream_settings"_s,
                                u"analysis_settings"_s, u"mark_read"_s,      u"mark_zone"_s,
                                u"notification_read"_s, u"search_term"_s,    u"search_due"_s,
                                u"order_step"_s,        u"account_plan"_s,   u"plan_period"_s,
                                u"app_usage"_s,         u"event_sequence"_s, u"notification_sequence"_s,
                                u"second_factor"_s,     u"recovery_code"_s,  u"security_key"_s,
                                u"near_miss"_s,         u"account_export"_s, u"account_deletion"_s,
                                u"unlinked_identity"_s, u"claimed_phone"_s};
    const QStringList removedByAge{u"observation"_s,
                                   u"seen_object"_s,
                                   u"seen_object_zone"_s,
                                   u"session"_s,
                                   u"data_upload"_s,
                                   u"store_deletion"_s,
                                   u"media_removal"_s,
                                   u"export_removal"_s,
                                   u"store_token"_s,
                                   u"store_wait"_s, // a row for each store
                                   u"stray_file"_s, // StrayFiles::mostNoted of a folder
                                   u"access_token"_s,
                                   u"refresh_token"_s,
                                   u"app_token"_s,
                                   u"sign_in_token"_s,
                                   u"sign_in_challenge"_s,
                                   u"browser_session"_s,
                                   u"authorization_code"_s,
                                   u"device_authorization"_s,
                                   u"verify_code"_s,
                                   u"verification_token"_s,
                                   u"code_count"_s,
                                   u"sign_in_failure"_s,
                                   u"known_device"_s,
                                   u"spent_proof"_s,
                                   u"idempotent_answer"_s,
                                   u"event"_s,
                                   u"action"_s,
                                   u"app_call"_s,
                                   u"job"_s,
                                   u"notification"_s,
                                   u"notification_delivery"_s,
                                   u"notification_attempt"_s,
                                   u"purged"_s,
                                   u"recording"_s,
                                   u"recording_erasure"_s,
                                   u"observation_erasure"_s,
                                   u"server"_s};
    const QStringList kept{u"account"_s,         u"retention_plan"_s, u"signing_key"_s, u"schema_migration"_s,
                           u"audit_entry"_s, // the log of what was done, which nobody may change
                           u"support_access"_s, // one entry for each time that access was given
                           u"support_finding"_s, // one for each text by which staff have found an account
                           u"receipt"_s, // the books of the seller
                           u"receipt_number"_s}; // one row for each kind
    const QString query = TestServer::onPostgres()
        ? u"SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"_s
        : u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"_s;
    QStringList unbounded = QString::fromUtf8(m_server->sql(query)).split(u'\n', Qt::SkipEmptyParts);
    for (const QStringList &known : {capped, perObject, removedByAge, kept})
        unbounded.removeIf([&](const QString &table) { return known.contains(table.trimmed()); });
    QCOMPARE(unbounded, QStringList());
}

QTEST_GUILESS_MAIN(TestCaps)
#include "tst_caps.moc"
