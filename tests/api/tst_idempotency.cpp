// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/serverkey.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <thread>

using namespace Qt::StringLiterals;

/// A request that is sent twice creates one object and gets the same answer.
class TestIdempotency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void theFirstAnswerIsRepeated_data();
    void theFirstAnswerIsRepeated();
    void theRepeatedAnswerContainsTheSecret();
    void withoutAKeyTwoObjectsAreCreated();
    void anotherRequestWithTheKeyIsRefused();
    void aCorrectedRequestMayUseTheKey();
    void keysOfOtherCallersAreSeparate();
    void aKeyBelongsToOneRoute();
    void answersOfEarlierVersionsAreRepeated();
    void invalidKeysAreRefused_data();
    void invalidKeysAreRefused();
    void concurrentRequestsAreRefused();
    void aRegistrationIsCreatedOnce();
    void aKeyExpiresAfterADay();
    void theAnswerSurvivesACrash();
    void theAnswerHoldsOnAnotherServer();
    void theDatabaseDoesNotRevealTheAnswers();
    void eventsAreSentOnce();

private:
    static HttpClient::Headers keyed(const QByteArray &key) { return {{"Idempotency-Key", key}}; }
    static QJsonObject device(const QString &name)
    {
        return {{u"name"_s, name}, {u"source_url"_s, u"rtsp://127.0.0.1:9/live"_s}};
    }
    int refusalsOfParallelRegistrations(const QString &name);
    static void checkParallel(const std::vector<Answer> &answers, int &refused);
    void checkOneMail(const QString &email);
    int count(const QString &table, const QString &condition) const
    {
        return m_server->sql(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(table, condition)).trimmed().toInt();
    }

    std::unique_ptr<TestServer> m_server;
};

void TestIdempotency::theFirstAnswerIsRepeated_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("device") << u"/devices"_s << device(u"Door"_s);
    QTest::newRow("group") << u"/device-groups/account/%1"_s << QJsonObject{{u"name"_s, u"Garden"_s}};
    QTest::newRow("app") << u"/apps"_s
                         << QJsonObject{{u"type"_s, u"trial"_s}, {u"platform"_s, u"ios"_s}, {u"name"_s, u"Viewer"_s}};
}

void TestIdempotency::theFirstAnswerIsRepeated()
{
    QFETCH(QString, path);
    QFETCH(const QJsonObject, body);
    const TestAccount &ada = m_server->account(u"ada"_s);
    path.replace(u"%1"_s, ada.accountId());
    const QByteArray key = QByteArray("first-answer-") + QTest::currentDataTag();
    const Answer first = ada.post(path, body, keyed(key));
    EXPECT_STATUS(first, 201);
    QVERIFY(first.header("Idempotent-Replayed").isEmpty());
    const QString upper = QString(path).replace(ada.accountId(), ada.accountId().toUpper());
    const QString coded = u"/%"_s + QString::number(path[1].unicode(), 16) + path.sliced(2);
    const QString codedId = QString(path).replace(u"acc_"_s, u"%61cc%5F"_s);
    for (const QString &same : {path, path + u'/', upper, coded, codedId}) { // all mean one target
        const Answer again = ada.post(same, body, keyed(key));
        EXPECT_STATUS(again, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("Content-Type"), first.header("Content-Type"));
        QCOMPARE(again.header("Location"), first.header("Location"));
        QCOMPARE(again.header("Idempotent-Replayed"), "true");
        QVERIFY(again.header("X-Request-Id") != first.header("X-Request-Id"));
    }
}

void TestIdempotency::theRepeatedAnswerContainsTheSecret()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject body{{u"type"_s, u"trial"_s}, {u"platform"_s, u"ios"_s}, {u"name"_s, u"Secret"_s}};
    const QString key = ada.post(u"/apps"_s, body, keyed("app-key")).json[u"app_key"_s].toString();
    QVERIFY(key.startsWith(u"wmk_"_s));
    QCOMPARE(ada.post(u"/apps"_s, body, keyed("app-key")).json[u"app_key"_s].toString(), key);
    QCOMPARE(count(u"app"_s, u"name = 'Secret'"_s), 1);
}

void TestIdempotency::withoutAKeyTwoObjectsAreCreated()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"Twice"_s)), 201);
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"Twice"_s)), 201);
    QCOMPARE(count(u"device"_s, u"name = 'Twice'"_s), 2);
}

void TestIdempotency::anotherRequestWithTheKeyIsRefused()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"One"_s), keyed("reused")), 201);
    const Answer other = ada.post(u"/devices"_s, device(u"Other"_s), keyed("reused"));
    EXPECT_PROBLEM(other, 422, "idempotency_key_reused");
    QCOMPARE(count(u"device"_s, u"name = 'Other'"_s), 0);
}

void TestIdempotency::aCorrectedRequestMayUseTheKey()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.post(u"/devices"_s, {{u"name"_s, u"Mended"_s}}, keyed("mended")), 422);
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"Mended"_s), keyed("mended")), 201);
    QCOMPARE(count(u"device"_s, u"name = 'Mended'"_s), 1);
}

void TestIdempotency::keysOfOtherCallersAreSeparate()
{
    const Answer hers = m_server->account(u"ada"_s).post(u"/devices"_s, device(u"Apart"_s), keyed("same"));
    const Answer his = m_server->account(u"bea"_s).post(u"/devices"_s, device(u"Apart"_s), keyed("same"));
    EXPECT_STATUS(hers, 201);
    EXPECT_STATUS(his, 201);
    QVERIFY(hers.json[u"device_id"_s] != his.json[u"device_id"_s]);
}

void TestIdempotency::aKeyBelongsToOneRoute()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QString groups = u"/device-groups/account/"_s + ada.accountId();
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"Route"_s), keyed("route")), 201);
    EXPECT_PROBLEM(ada.post(groups, {{u"name"_s, u"Route"_s}}, keyed("route")), 422, "idempotency_key_reused");
    QCOMPARE(count(u"device_group"_s, u"name = 'Route'"_s), 0);
    EXPECT_PROBLEM(ada.post(groups, device(u"Route"_s), keyed("route")), 422, "idempotency_key_reused");
}

/// They were kept for a route.
void TestIdempotency::answersOfEarlierVersionsAreRepeated()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Answer first = ada.post(u"/devices"_s, device(u"Former"_s), keyed("former"));
    EXPECT_STATUS(first, 201);
    const ServerKey key = ServerKey::load(m_server->dataDir() + u"/server.key"_s);
    const QByteArray caller = (portalAppId + u'\n' + ada.userId() + u'\n').toLatin1();
    const auto idOf = [&](const QByteArray &scope) {
        return QString::fromLatin1(key.sign("idempotency", scope + "former"));
    };
    m_server->sql(u"UPDATE idempotent_answer SET answer_id = '%1' WHERE answer_id = '%2'"_s.arg(
        idOf(caller + "/v1/devices\n"), idOf(caller)));
    const Answer again = ada.post(u"/devices"_s, device(u"Former"_s), keyed("former"));
    QCOMPARE(again.body, first.body);
    QCOMPARE(count(u"device"_s, u"name = 'Former'"_s), 1);
}

void TestIdempotency::invalidKeysAreRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    QTest::newRow("longest") << QByteArray(255, 'k') << 201;
    QTest::newRow("too long") << QByteArray(256, 'k') << 422;
    QTest::newRow("a space") << "a b"_ba << 422;
    QTest::newRow("not ASCII") << QByteArray("sch\xc3\xb6n") << 422;
}

void TestIdempotency::invalidKeysAreRefused()
{
    QFETCH(const QByteArray, key);
    QFETCH(const int, status);
    const Answer answer = m_server->account(u"ada"_s).post(u"/devices"_s, device(u"Key"_s), keyed(key));
    EXPECT_STATUS(answer, status);
    if (status != 201)
        QCOMPARE(answer.code(), u"idempotency_key_invalid"_s);
}

void TestIdempotency::concurrentRequestsAreRefused()
{
    // Hashing a password takes so long that requests nearly always overlap. On a busy machine they may not.
    int refused = 0;
    for (int round = 0; refused == 0; ++round) {
        QVERIFY(round < 20);
        refused = refusalsOfParallelRegistrations(u"parallel%1"_s.arg(round));
        QVERIFY(!QTest::currentTestFailed());
    }
}

/// Registers a person with eight requests at once, and checks that there is one registration.
int TestIdempotency::refusalsOfParallelRegistrations(const QString &name)
{
    constexpr int clients = 8;
    const QString email = name + u"@example.org"_s;
    const QJsonObject person{{u"email"_s, email}, {u"password"_s, TestAccount::password()}, {u"name"_s, u"P"_s}};
    std::vector<Answer> answers(clients);
    std::vector<std::thread> threads;
    for (Answer &answer : answers)
        threads.emplace_back([this, &answer, &person, &name] {
            answer = m_server->portal().post(u"/accounts/registration"_s, person, keyed(name.toLatin1()));
        });
    for (auto &thread : threads)
        thread.join();
    int refused = 0;
    checkParallel(answers, refused);
    if (QTest::currentTestFailed())
        return 0;
    checkOneMail(email);
    return refused;
}

void TestIdempotency::checkParallel(const std::vector<Answer> &answers, int &refused)
{
    QByteArray made;
    for (const Answer &answer : answers) {
        if (answer.status == 409) {
            QCOMPARE(answer.code(), u"idempotency_in_flight"_s);
            QVERIFY(!answer.header("Retry-After").isEmpty());
            ++refused;
            continue;
        }
        EXPECT_STATUS(answer, 201);
        QVERIFY(made.isEmpty() || made == answer.body);
        made = answer.body;
    }
    QVERIFY(!made.isEmpty());
}

void TestIdempotency::checkOneMail(const QString &email)
{
    m_server->outbox().waitFor(email);
    QTRY_COMPARE(count(u"job"_s, u"kind = 'mail'"_s), 0); // a mail is sent before its job is deleted
    QCOMPARE(m_server->outbox().mails(email).size(), 1);
}

void TestIdempotency::aRegistrationIsCreatedOnce()
{
    const QJsonObject person{
        {u"email"_s, u"carl@example.org"_s}, {u"password"_s, TestAccount::password()}, {u"name"_s, u"Carl"_s}};
    const HttpClient portal = m_server->portal();
    const Answer first = portal.post(u"/accounts/registration"_s, person, keyed("carl"));
    EXPECT_STATUS(first, 201);
    const Answer again = portal.post(u"/accounts/registration"_s, person, keyed("carl"));
    QCOMPARE(again.body, first.body);
    m_server->outbox().waitFor(u"carl@example.org"_s);
    // The same for a taken address, whose made-up answer must not create an account.
    const Answer taken = portal.post(u"/accounts/registration"_s, person, keyed("carl-2"));
    EXPECT_STATUS(taken, 201);
    QCOMPARE(portal.post(u"/accounts/registration"_s, person, keyed("carl-2")).body, taken.body);
    QCOMPARE(count(u"account_user"_s, u"email = 'carl@example.org'"_s), 1);
    QCOMPARE(count(u"account"_s, u"name = 'Carl'"_s), 1);
}

void TestIdempotency::aKeyExpiresAfterADay()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"Old"_s), keyed("a-day")), 201);
    m_server->sql(u"UPDATE idempotent_answer SET created_at = created_at - 24 * 60 * 60 * 1000"_s);
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"New"_s), keyed("a-day")), 201);
    QCOMPARE(count(u"device"_s, u"name = 'New'"_s), 1);
}

void TestIdempotency::theAnswerSurvivesACrash()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Answer first = ada.post(u"/devices"_s, device(u"Crash"_s), keyed("crash"));
    EXPECT_STATUS(first, 201);
    m_server->kill9();
    m_server->start();
    QCOMPARE(ada.post(u"/devices"_s, device(u"Crash"_s), keyed("crash")).body, first.body);
    QCOMPARE(count(u"device"_s, u"name = 'Crash'"_s), 1);
}

void TestIdempotency::theAnswerHoldsOnAnotherServer()
{
    if (!TestServer::onPostgres())
        QSKIP("a file has one server");
    ChildProcess other;
    other.start(m_server->process().program(),
                {u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, m_server->dataDir() + u"-2"_s, u"--key-file"_s,
                 m_server->dataDir() + u"/server.key"_s, u"--database"_s, m_server->database()});
    HttpClient there(QUrl(other.waitForLine("listening on ") + u"/v1"_s));
    const TestAccount &ada = m_server->account(u"ada"_s);
    there.setBearer(ada.accessToken());
    const Answer first = ada.post(u"/devices"_s, device(u"Both"_s), keyed("both"));
    EXPECT_STATUS(first, 201);
    QCOMPARE(there.post(u"/devices"_s, device(u"Both"_s), keyed("both")).body, first.body);
    QCOMPARE(count(u"device"_s, u"name = 'Both'"_s), 1);
    QCOMPARE(other.stop(), 0);
}

void TestIdempotency::theDatabaseDoesNotRevealTheAnswers()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    EXPECT_STATUS(ada.post(u"/devices"_s, device(u"Hidden"_s), keyed("hidden-key")), 201);
    const QByteArray rows = m_server->sql(u"SELECT * FROM idempotent_answer"_s);
    QVERIFY(!rows.isEmpty());
    for (const QByteArray &word : {"Hidden"_ba, "hidden-key"_ba, "device_id"_ba, "Hidden"_ba.toBase64().first(6)})
        QVERIFY2(!rows.contains(word), word.constData());
}

void TestIdempotency::eventsAreSentOnce()
{
    const TestAccount &dora = m_server->account(u"dora"_s);
    ChildProcess curl;
    curl.start(u"curl"_s,
               {u"-sN"_s, u"-H"_s, u"Authorization: Bearer "_s + dora.accessToken(),
                m_server->base().toString() + u"/events"_s});
    curl.waitForLine("retry:"); // from now on the stream receives every event
    EXPECT_STATUS(dora.post(u"/devices"_s, device(u"Heard"_s), keyed("heard")), 201);
    QVERIFY(curl.waitForLine("data:").contains(u"device.added"_s));
    EXPECT_STATUS(dora.post(u"/devices"_s, device(u"Heard"_s), keyed("heard")), 201);
    QCOMPARE(count(u"event"_s, u"type = 'device.added' AND account_id = '%1'"_s.arg(dora.accountId())), 1);
}

QTEST_GUILESS_MAIN(TestIdempotency)
#include "tst_idempotency.moc"
