// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/personaldata/accounttables.h"
#include "tests/api/authenticatorapp.h"
#include "tests/api/orderfixture.h"
#include "tests/api/recordingfixture.h"
#include "tests/api/tables.h"
#include "tests/api/tokenclient.h"
#include "tests/api/zipentries.h"
#include "tests/support/expect.h"
#include "tests/support/testapp.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// A grey PNG of 16 by 16 pixels.
const QByteArray picture = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mNo"
                                                  "QAMMI1sAAAUMgAHjM1mKAAAAAElFTkSuQmCC");
}

/// Exports of everything that an account holds, and the deletion of accounts.
class TestPersonalData : public QObject, protected OrderFixture
{
    Q_OBJECT

private Q_SLOTS:
    void exportHasTheDataAndTheMedia();
    void exportHasTheRecordingsOfAllServers();
    void exportIsTheMainUsersAlone();
    void appsNeitherExportNorDelete();
    void exportNeedsBothFactors();
    void deletionCanBeCancelled();
    void accountIsDeletedWhole();
    void paidOrdersStay();
    void lastAdministratorStays();
    void everyTableIsKnown();

private:
    static QString pathOf(const TestAccount &account, const QString &what)
    {
        return u"/accounts/%1/%2"_s.arg(account.accountId(), what);
    }
    static QJsonObject proof(const QJsonObject &more = {})
    {
        QJsonObject body = more;
        body.insert(u"password"_s, TestAccount::password());
        return body;
    }
    /// Returns whether a mail with this in its subject was sent.
    bool isTold(const TestAccount &account, const QString &subject) const
    {
        const auto mails = m_server->outbox().mails(account.email());
        return std::ranges::any_of(mails, [&](const ReceivedMail &mail) { return mail.subject.contains(subject); });
    }
    bool isGone(const TestAccount &account) const;
    void deleteNow(const TestAccount &account) const;
    void lookAgain() const;
    void use(const TestApp &app, const TestAccount &account) const;
    static QString uploaded(const TestAccount &account, const QString &device)
    {
        return account.send("POST", u"/device-data?device_id="_s + device, picture, {{"Content-Type", "image/png"}})
            .json[u"data_id"_s]
            .toString();
    }
};

void TestPersonalData::exportHasTheDataAndTheMedia()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString device = ada.addDevice(u"Front door"_s)[u"device_id"_s].toString();
    const QString photo = uploaded(ada, device);
    ada.createApp(u"Viewer"_s);
    const QString path = pathOf(ada, u"export"_s);

    EXPECT_PROBLEM(ada.get(path), 404, "not_found");
    const Answer begun = ada.post(path, proof({{u"media"_s, u"archive"_s}}));
    EXPECT_STATUS(begun, 201);
    QCOMPARE(begun.json[u"state"_s].toString(), u"pending"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(path).json[u"state"_s].toString(), u"ready"_s, 30'000);
    const QJsonObject made = ada.get(path).json;
    QCOMPARE(made[u"files"_s].toInt(), 1);
    QCOMPARE(made[u"missing"_s].toInt(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isTold(ada, u"ready to download"_s), 30'000);

    const Answer file = m_server->anybody().get(made[u"url"_s].toString());
    EXPECT_STATUS(file, 200);
    QCOMPARE(file.header("Content-Type"), "application/zip");
    QCOMPARE(file.body.size(), made[u"bytes"_s].toInteger());
    const QJsonObject entries = ZipEntries::of(file.body);
    const QJsonObject account = ZipEntries::rows(entries, u"account"_s).first().toObject();
    QCOMPARE(account[u"email"_s].toString(), ada.email());
    QVERIFY(account[u"created_at"_s].toString().endsWith(u'Z'));
    QCOMPARE(ZipEntries::rows(entries, u"device"_s).first()[u"name"_s].toString(), u"Front door"_s);
    const QJsonObject key = ZipEntries::rows(entries, u"app_key"_s).first().toObject();
    QVERIFY(key.contains(u"hint"_s) && !key.contains(u"key_hash"_s));
    QVERIFY(!entries.contains(u"data/user_password.json"_s));
    QCOMPARE(ZipEntries::content(entries, entries.keys().filter(photo).value(0)), picture);
    EXPECT_STATUS(ada.del(path), 204);
    EXPECT_PROBLEM(m_server->anybody().get(made[u"url"_s].toString()), 403, "link_invalid");
    QVERIFY(QDir(m_server->dataDir() + u"/exports"_s).entryList(QDir::Files).isEmpty());
}

void TestPersonalData::exportHasTheRecordingsOfAllServers()
{
    if (!TestServer::onPostgres())
        return; // a SQLite file has one server
    const QStringList advertise{u"--advertise"_s, u"http://127.0.0.1:0"_s};
    TestServer first(advertise);
    const TestAccount &mia = first.account(u"mia"_s);
    const QString device = mia.addDevice(u"Front door"_s)[u"device_id"_s].toString();
    const TestServer second(first, advertise);
    const EncodedVideo video = EncodedVideo::of(2);
    RecordingFixture::record(first, video, {device, 1'764'000'000'000});
    RecordingFixture::record(second, video, {device, 1'764'000'100'000});
    EXPECT_STATUS(mia.post(pathOf(mia, u"export"_s), proof({{u"media"_s, u"all"_s}})), 201);
    const auto made = [&] { return mia.get(pathOf(mia, u"export"_s)).json; };
    QTRY_COMPARE_WITH_TIMEOUT(made()[u"state"_s].toString(), u"ready"_s, 30'000);
    QCOMPARE(made()[u"missing"_s].toInt(), 0);
    const QJsonObject entries = ZipEntries::of(first.anybody().get(made()[u"url"_s].toString()).body);
    const QStringList recordings = entries.keys().filter(u"recordings/"_s);
    QCOMPARE(recordings.size(), 2);
    for (const QString &name : recordings) {
        const QByteArray content = ZipEntries::content(entries, name);
        QVERIFY(content.startsWith(video.init));
        QVERIFY(content.contains(video.fragments[0]) && content.contains(video.fragments[1]));
    }
}

void TestPersonalData::exportIsTheMainUsersAlone()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    const TestAccount &bob = m_server->account(u"bob"_s);
    const QString path = pathOf(eve, u"export"_s);
    EXPECT_PROBLEM(bob.post(path, proof()), 404, "not_found");
    EXPECT_STATUS(eve.post(path, proof()), 201);
    QTRY_COMPARE_WITH_TIMEOUT(eve.get(path).json[u"state"_s].toString(), u"ready"_s, 30'000);
    EXPECT_PROBLEM(bob.get(path), 404, "not_found");
    EXPECT_PROBLEM(bob.get(path + u"/content"_s), 404, "not_found");
    const HttpClient support = m_server->staff(u"support"_s);
    const Answer seen = support.get(path);
    EXPECT_STATUS(seen, 200);
    QVERIFY(!seen.json.contains(u"url"_s));
    EXPECT_PROBLEM(support.get(path + u"/content"_s), 404, "not_found");
    EXPECT_STATUS(eve.get(path + u"/content"_s), 200);
}

/// An app that has every scope of a user gets no more than its scopes allow.
void TestPersonalData::appsNeitherExportNorDelete()
{
    const TestAccount &hal = m_server->account(u"hal"_s);
    TokenClient garden(*m_server);
    HttpClient app = m_server->anybody();
    app.setBearer(garden.tokens(hal, u"account"_s)[u"access_token"_s].toString());
    const QString path = pathOf(hal, u"export"_s);
    EXPECT_PROBLEM(app.post(path, proof()), 403, "first_party_required");
    EXPECT_PROBLEM(app.post(pathOf(hal, u"deletion"_s), proof()), 403, "first_party_required");
    EXPECT_STATUS(hal.post(path, proof()), 201);
    QTRY_COMPARE_WITH_TIMEOUT(hal.get(path).json[u"state"_s].toString(), u"ready"_s, 30'000);
    const Answer seen = app.get(path);
    EXPECT_STATUS(seen, 200);
    QVERIFY(!seen.json.contains(u"url"_s));
    EXPECT_PROBLEM(app.get(path + u"/content"_s), 403, "first_party_required");
    EXPECT_PROBLEM(app.del(path), 403, "first_party_required");
    EXPECT_STATUS(hal.post(pathOf(hal, u"deletion"_s), proof()), 201);
    EXPECT_PROBLEM(app.del(pathOf(hal, u"deletion"_s)), 403, "first_party_required");
    EXPECT_STATUS(hal.del(pathOf(hal, u"deletion"_s)), 204);
}

void TestPersonalData::exportNeedsBothFactors()
{
    const TestAccount &fay = m_server->account(u"fay"_s);
    const QString path = pathOf(fay, u"export"_s);
    EXPECT_INVALID(fay.post(path, {{u"password"_s, u"guessed"_s}}), "/password wrong_password");
    AuthenticatorApp app(*m_server, fay);
    app.enable();
    EXPECT_INVALID(fay.post(path, proof({{u"code"_s, app.wrong()}})), "/code wrong_code");
    EXPECT_STATUS(fay.post(path, proof({{u"code"_s, app.code()}})), 201);
}

void TestPersonalData::deletionCanBeCancelled()
{
    const TestAccount &gil = m_server->account(u"gil"_s);
    const QString path = pathOf(gil, u"deletion"_s);
    EXPECT_PROBLEM(gil.get(path), 404, "not_found");
    EXPECT_INVALID(gil.post(path, {{u"password"_s, u"guessed"_s}}), "/password wrong_password");
    EXPECT_PROBLEM(m_server->account(u"bob"_s).post(path, proof()), 404, "not_found");
    const Answer scheduled = gil.post(path, proof());
    EXPECT_STATUS(scheduled, 201);
    const auto day = QDateTime::fromString(scheduled.json[u"delete_at"_s].toString(), Qt::ISODateWithMs).date();
    QCOMPARE(QDateTime::currentDateTimeUtc().date().daysTo(day), 14);
    EXPECT_PROBLEM(gil.post(path, proof()), 409, "deletion_scheduled");
    EXPECT_STATUS(m_server->staff(u"support"_s).get(path), 200);
    EXPECT_PROBLEM(m_server->staff(u"support"_s).del(path), 404, "not_found");
    EXPECT_STATUS(gil.get(u"/devices/"_s + gil.addDevice(u"Yard"_s)[u"device_id"_s].toString()), 200); // as before

    m_server->sql(u"UPDATE account_deletion SET scheduled_at = scheduled_at - 1130400000, "
                  "delete_at = delete_at - 1130400000"_s); // 13 days and 2 hours
    m_server->sql(u"UPDATE job SET due_at = 0 WHERE kind = 'account_deletion'"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isTold(gil, u"will be deleted on"_s), 30'000);
    EXPECT_STATUS(gil.del(path), 204);
    EXPECT_PROBLEM(gil.del(path), 404, "not_found");
    QTRY_VERIFY_WITH_TIMEOUT(isTold(gil, u"will not be deleted"_s), 30'000);
}

bool TestPersonalData::isGone(const TestAccount &account) const
{
    return m_server->sql(u"SELECT count(*) FROM account_user WHERE account_id = '%1'"_s.arg(account.accountId()))
               .trimmed()
        == "0";
}

/// Schedules the deletion, and lets its time come.
void TestPersonalData::deleteNow(const TestAccount &account) const
{
    EXPECT_STATUS(account.post(pathOf(account, u"deletion"_s), proof()), 201);
    m_server->sql(u"UPDATE account_deletion SET delete_at = 0 WHERE account_id = '%1'"_s.arg(account.accountId()));
    m_server->sql(u"UPDATE job SET due_at = 0 WHERE kind = 'account_deletion'"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isGone(account), 30'000);
}

/// Waits until the deletion has looked for the last time whether anything has come up since.
void TestPersonalData::lookAgain() const
{
    const auto left = [this](const QString &rows) {
        m_server->sql(u"UPDATE job SET due_at = 0, payload = replace(payload, '\"until\"', '\"passed\"') "
                      "WHERE kind IN ('account_files', 'media_removal', 'deleted_exports')"_s);
        return m_server->sql(u"SELECT count(*) FROM "_s + rows).trimmed();
    };
    for (const QString &rows : {u"job WHERE kind = 'account_files'"_s, u"media_removal"_s, u"export_removal"_s})
        QTRY_COMPARE_WITH_TIMEOUT(left(rows), "0", 60'000);
}

void TestPersonalData::accountIsDeletedWhole()
{
    const TestAccount &kim = m_server->account(u"kim"_s);
    const TestAccount &bob = m_server->account(u"bob"_s);
    const QString device = kim.addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const QString photo = uploaded(kim, device);
    const QString file = m_server->dataDir() + u"/archive/%1/%2"_s.arg(device, photo);
    QVERIFY(QFile::exists(file));
    kim.addGroup(u"House"_s);
    const QJsonObject app = kim.createApp(u"Viewer"_s);
    EXPECT_STATUS(kim.post(u"/notifications/channels"_s,
                           {{u"kind"_s, u"email"_s}, {u"name"_s, u"Mail"_s}, {u"target"_s, kim.email()}}),
                  201);
    EXPECT_STATUS(
        kim.post(u"/devices/share/account/"_s + kim.accountId(), {{u"device_id"_s, device}, {u"user"_s, bob.email()}}),
        201);
    const QString bobs = bob.addDevice(u"Gate"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(
        bob.post(u"/devices/share/account/"_s + bob.accountId(), {{u"device_id"_s, bobs}, {u"user"_s, kim.email()}}),
        201);
    m_server->app(app).get(u"/apps/"_s + app[u"app_id"_s].toString());
    const TestApp bobsApp(*m_server, bob);
    use(bobsApp, kim);
    ordered(u"kim"_s); // never paid
    EXPECT_STATUS(kim.post(pathOf(kim, u"export"_s), proof()), 201);
    EXPECT_STATUS(kim.put(u"/accounts/"_s + kim.accountId(), {{u"phone"_s, u"+491701234567"_s}}), 200);
    const HttpClient support = m_server->staff(u"support"_s);
    for (const QString &typed : {kim.email().toUpper(), u"0170%201234567"_s, u"nobody"_s})
        EXPECT_STATUS(support.get(u"/support/search?q="_s + typed), 200);
    deleteNow(kim);
    EXPECT_STATUS(kim.get(u"/accounts/"_s + kim.accountId()), 401);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(file), 30'000);
    lookAgain();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(waitingMessages).trimmed(), "0", 30'000);
    QVERIFY(isTold(kim, u"was deleted"_s));
    m_server->sql(u"DELETE FROM idempotent_answer"_s); // they expire within a day
    for (const QString &table : Tables::all(*m_server)) {
        for (const QString &trace : {kim.accountId(), kim.userId(), kim.email(), u"1234567"_s, device, photo}) {
            // The entries of other accounts name the person by the ID alone, and one entry proves the deletion.
            const bool may = table == u"audit_entry" && (trace == kim.userId() || trace == kim.accountId());
            QVERIFY2(may || !Tables::names(*m_server, table, trace), qPrintable(table + u' ' + trace));
        }
    }
    const QString entries = u"SELECT count(*) FROM audit_entry WHERE account_id = '%1'"_s.arg(kim.accountId());
    QCOMPARE(m_server->sql(entries).trimmed(), "0");
    const QJsonObject search = support.get(u"/audit-log?action=support_searched"_s).items()[0].toObject();
    QCOMPARE(search[u"detail"_s][u"q"_s].toString(), u"nobody"_s);
    EXPECT_STATUS(bob.get(u"/devices/"_s + bobs), 200);
    QCOMPARE(bob.get(bobsApp.log).items().size(), 1); // what the app itself has called
}

/// Lets the account use an app of another account, and waits until the app's log has both calls.
void TestPersonalData::use(const TestApp &app, const TestAccount &account) const
{
    const QJsonObject person{{u"name"_s, account.email()}, {u"password"_s, TestAccount::password()}};
    HttpClient client = m_server->anybody();
    client.setBearer(app.client.post(u"/accounts/login/local"_s, person).json[u"access_token"_s].toString());
    EXPECT_STATUS(client.get(u"/accounts/"_s + account.accountId()), 200);
    EXPECT_STATUS(client.get(u"/accounts/%1/nothing"_s.arg(account.accountId())), 404);
    const QString logged = u"SELECT count(*) FROM app_call WHERE app_id = '%1' AND path LIKE '%%2%'"_s;
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(logged.arg(app.id, account.accountId())).trimmed(), "2", 30'000);
}

void TestPersonalData::paidOrdersStay()
{
    const TestAccount &lea = m_server->account(u"lea"_s);
    const QJsonObject order = ordered(u"lea"_s);
    EXPECT_STATUS(tell(order, u"paid"_s, newEvent()), 200);
    const QString id = order[u"order_id"_s].toString();
    deleteNow(lea);

    QTRY_VERIFY_WITH_TIMEOUT(isTold(lea, u"was deleted"_s), 30'000);
    QVERIFY(m_server->outbox().mails(lea.email()).constLast().text.contains(u"receipts are kept"_s));
    const HttpClient admin = m_server->staff(u"admin"_s);
    EXPECT_STATUS(admin.get(u"/retentions/orders/"_s + id), 200);
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM receipt WHERE order_id = '%1'"_s.arg(id)).trimmed(), "1");
    EXPECT_STATUS(admin.get(u"/retentions/orders/%1/receipts"_s.arg(id)), 200);
    EXPECT_STATUS(tell(order, u"refunded"_s, newEvent()), 200);
    // A call that another server has still admitted: no key keeps its event out.
    m_server->sql(u"INSERT INTO event (seq, account_id, type, payload, created_at) "
                  "VALUES (0, '%1', 'device.added', '{}', 0)"_s.arg(lea.accountId()));
    m_server->sql(
        u"INSERT INTO audit_entry (audit_id, at, action, account_id, actor_name, by_staff, object, detail, "
        "address) VALUES ('aud_late', 0, 'sign_in', '%1', 'lea', false, '', '{}', '')"_s.arg(lea.accountId()));
    lookAgain();
    QVERIFY(!Tables::names(*m_server, u"audit_entry"_s, u"aud_late"_s));
    for (const QString &table : Tables::all(*m_server)) {
        const bool may = QStringList{u"audit_entry"_s, u"purchase_order"_s, u"receipt"_s}.contains(table);
        QVERIFY2(may || !Tables::names(*m_server, table, lea.accountId()), qPrintable(table));
    }
    EXPECT_PROBLEM(admin.get(u"/accounts/"_s + lea.accountId()), 404, "not_found");
    QVERIFY(!Tables::names(*m_server, u"search_term"_s, lea.email()));
}

void TestPersonalData::lastAdministratorStays()
{
    const HttpClient admin = m_server->staff(u"admin"_s);
    const QByteArray account = m_server->sql(u"SELECT account_id FROM account_user WHERE role = 'admin'"_s).trimmed();
    EXPECT_PROBLEM(admin.post(u"/accounts/%1/deletion"_s.arg(QString::fromLatin1(account)), proof()), 409,
                   "last_admin");
}

/// A new table must be in one of the lists, so that neither an export nor a deletion can forget it.
void TestPersonalData::everyTableIsKnown()
{
    QStringList known;
    for (const AccountTable &table : AccountTables::all())
        known += QString::fromLatin1(table.name);
    for (const QByteArray &table : AccountTables::others())
        known += QString::fromLatin1(table);
    QCOMPARE(Tables::all(*m_server), (known.sort(), known));
}

QTEST_GUILESS_MAIN(TestPersonalData)
#include "tst_personaldata.moc"
