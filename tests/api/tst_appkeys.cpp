// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// Rotating the keys of an app.
class TestAppKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void bothKeysWorkDuringTheGraceTime();
    void theOldKeyEndsWithTheGraceTime();
    void withoutAGraceTimeTheOldKeyEndsAtOnce();
    void aThirdKeyEndsTheFirst();
    void keysAreListedWithoutTheirSecrets();
    void theLastUseOfAKeyIsRecorded();
    void aRotationIsAuditedMailedAndNotified();
    void keysAreForTheOwnerAndAdministrators();
    void aStaleTagRotatesNothing();

private:
    struct Made
    {
        QString id;
        QString path;
        QString key;
    };
    Made make(const QString &name) const;
    Answer rotate(const Made &app, const QJsonObject &how) const;
    Answer callWith(const Made &app, const QString &key) const;

    std::unique_ptr<TestServer> m_server;
};

TestAppKeys::Made TestAppKeys::make(const QString &name) const
{
    const QJsonObject made = m_server->account(u"ada"_s).createApp(name);
    const QString id = made[u"app_id"_s].toString();
    return {id, u"/apps/"_s + id, made[u"app_key"_s].toString()};
}

Answer TestAppKeys::rotate(const Made &app, const QJsonObject &how) const
{
    return m_server->account(u"ada"_s).put(app.path + u"/key"_s, how);
}

/// Makes a call that needs only a valid key.
Answer TestAppKeys::callWith(const Made &app, const QString &key) const
{
    HttpClient client = m_server->anybody();
    client.setBasic(app.id, key);
    return client.post(u"/accounts/password-strength"_s, {{u"password"_s, u"x"_s}});
}

void TestAppKeys::bothKeysWorkDuringTheGraceTime()
{
    const Made app = make(u"Both"_s);
    const Answer rotated = rotate(app, {{u"grace_seconds"_s, 600}});
    EXPECT_STATUS(rotated, 200);
    QCOMPARE(rotated.header("Cache-Control"), "no-store");
    QCOMPARE(rotated.json[u"app_id"_s].toString(), app.id);
    const QString key = rotated.json[u"app_key"_s].toString();
    QVERIFY(key.startsWith(u"wmk_"_s) && key != app.key);
    const auto end = QDateTime::fromString(rotated.json[u"old_key_expires_at"_s].toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(end) - 600) < 30);
    EXPECT_STATUS(callWith(app, app.key), 200);
    EXPECT_STATUS(callWith(app, key), 200);

    const Answer byDefault = rotate(make(u"Default"_s), {{u"grace_seconds"_s, 86400}});
    const auto day = QDateTime::fromString(byDefault.json[u"old_key_expires_at"_s].toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(day) - 86400) < 30);
}

void TestAppKeys::theOldKeyEndsWithTheGraceTime()
{
    const Made app = make(u"Brief"_s);
    const QString key = rotate(app, {{u"grace_seconds"_s, 1}}).json[u"app_key"_s].toString();
    QTRY_COMPARE(callWith(app, app.key).status, 401);
    QCOMPARE(callWith(app, app.key).code(), u"invalid_app"_s);
    EXPECT_STATUS(callWith(app, key), 200);
    QCOMPARE(m_server->account(u"ada"_s).get(app.path + u"/keys"_s).items().size(), 1);
}

void TestAppKeys::withoutAGraceTimeTheOldKeyEndsAtOnce()
{
    const Made app = make(u"Leaked"_s);
    HttpClient thief = m_server->anybody();
    thief.setBasic(app.id, app.key);
    const Answer own = thief.post(u"/accounts/authorize"_s, {{u"grant_type"_s, u"client_credentials"_s}});
    EXPECT_STATUS(own, 200);
    const Answer rotated = rotate(app, {{u"grace_seconds"_s, 0}});
    EXPECT_STATUS(rotated, 200);
    QVERIFY(rotated.json[u"old_key_expires_at"_s].isUndefined());
    EXPECT_PROBLEM(callWith(app, app.key), 401, "invalid_app");
    EXPECT_STATUS(callWith(app, rotated.json[u"app_key"_s].toString()), 200);
    thief.setBearer(own.json[u"access_token"_s].toString());
    EXPECT_PROBLEM(thief.get(u"/apps"_s), 401, "invalid_token");
}

/// An app has at most two valid keys: a second rotation within the grace time ends the first key.
void TestAppKeys::aThirdKeyEndsTheFirst()
{
    const Made app = make(u"Hurry"_s);
    const QString second = rotate(app, {{u"grace_seconds"_s, 600}}).json[u"app_key"_s].toString();
    const QString third = rotate(app, {{u"grace_seconds"_s, 600}}).json[u"app_key"_s].toString();
    EXPECT_PROBLEM(callWith(app, app.key), 401, "invalid_app");
    EXPECT_STATUS(callWith(app, second), 200);
    EXPECT_STATUS(callWith(app, third), 200);
}

void TestAppKeys::keysAreListedWithoutTheirSecrets()
{
    const Made app = make(u"Listed"_s);
    const QString key = rotate(app, {{u"grace_seconds"_s, 600}}).json[u"app_key"_s].toString();
    const Answer list = m_server->account(u"ada"_s).get(app.path + u"/keys"_s);
    EXPECT_STATUS(list, 200);
    const QJsonArray keys = list.items();
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys[0][u"hint"_s].toString(), key.right(4));
    QCOMPARE(keys[1][u"hint"_s].toString(), app.key.right(4));
    QVERIFY(keys[0][u"expires_at"_s].isUndefined());
    QVERIFY(keys[1][u"expires_at"_s].isString());
    QVERIFY(keys[0][u"key_id"_s].toString().startsWith(u"key_"_s));
    QVERIFY(keys[0][u"key_id"_s] != keys[1][u"key_id"_s]);
    QVERIFY(!list.body.contains(key.mid(4).toLatin1()));
    QVERIFY(!list.body.contains("hash"));
}

void TestAppKeys::theLastUseOfAKeyIsRecorded()
{
    const Made app = make(u"Used"_s);
    const auto lastUse = [&] {
        return m_server->account(u"ada"_s).get(app.path + u"/keys"_s).item(0)[u"last_used_at"_s].toString();
    };
    QVERIFY(lastUse().isEmpty());
    EXPECT_STATUS(callWith(app, app.key), 200);
    QTRY_VERIFY(!lastUse().isEmpty());
    const QString first = lastUse();
    EXPECT_STATUS(callWith(app, app.key), 200);
    QCOMPARE(lastUse(), first); // written at most once a minute
}

void TestAppKeys::aRotationIsAuditedMailedAndNotified()
{
    const Made app = make(u"Told"_s);
    QTRY_COMPARE(m_server->sql(waitingMessages), "0\n"); // mails about other apps
    const qsizetype mails = m_server->outbox().mails(m_server->account(u"ada"_s).email()).size();
    EXPECT_STATUS(rotate(app, {{u"grace_seconds"_s, 0}}), 200);
    const QString object = u"' AND object = '%1'"_s.arg(app.id);
    QCOMPARE(m_server->sql(u"SELECT detail FROM audit_entry WHERE action = 'key_rotated"_s + object),
             "{\"grace_seconds\":0}\n");
    const QByteArray events =
        m_server->sql(u"SELECT type FROM event WHERE payload LIKE '%%1%' ORDER BY seq DESC"_s.arg(app.id));
    QVERIFY2(events.startsWith("app.changed\n"), events.constData());
    const ReceivedMail mail = m_server->outbox().waitFor(m_server->account(u"ada"_s).email(), int(mails) + 1);
    QVERIFY2(mail.text.contains(app.id), qUtf8Printable(mail.text));
}

void TestAppKeys::keysAreForTheOwnerAndAdministrators()
{
    const Made app = make(u"Governed"_s);
    const QJsonObject how{{u"grace_seconds"_s, 0}};
    const TestAccount &bea = m_server->account(u"bea"_s);
    EXPECT_PROBLEM(bea.put(app.path + u"/key"_s, how), 404, "not_found");
    EXPECT_PROBLEM(bea.get(app.path + u"/keys"_s), 404, "not_found");
    const HttpClient support = m_server->staff(u"support"_s);
    EXPECT_PROBLEM(support.put(app.path + u"/key"_s, how), 404, "not_found");
    EXPECT_PROBLEM(support.get(app.path + u"/keys"_s), 404, "not_found");
    const HttpClient admin = m_server->staff(u"admin"_s);
    EXPECT_STATUS(admin.get(app.path + u"/keys"_s), 200);
    EXPECT_STATUS(admin.put(app.path + u"/key"_s, how), 200);
    EXPECT_PROBLEM(callWith(app, app.key), 401, "invalid_app");
    EXPECT_PROBLEM(admin.put(u"/apps/%1/key"_s.arg(portalAppId), how), 409, "first_party_app");
}

void TestAppKeys::aStaleTagRotatesNothing()
{
    const Made app = make(u"Tagged"_s);
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject how{{u"grace_seconds"_s, 0}};
    EXPECT_PROBLEM(ada.put(app.path + u"/key"_s, how, {{"If-Match", "\"stale\""}}), 412, "precondition_failed");
    EXPECT_STATUS(callWith(app, app.key), 200);
    EXPECT_STATUS(ada.put(app.path + u"/key"_s, how, {{"If-Match", ada.get(app.path).header("ETag")}}), 200);
}

QTEST_GUILESS_MAIN(TestAppKeys)
#include "tst_appkeys.moc"
