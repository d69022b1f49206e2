// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/pausedprocess.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

/// Three servers on one database: one answers for all, whatever becomes of the others.
class TestServerStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachTellsOfItself();
    void aServerThatHangsDoesNotHoldUpTheAnswer();
    void oneThatWasReplacedIsNotListed();

private:
    QJsonArray servers() const { return m_root->get(u"/server/status"_s).json[u"servers"_s].toArray(); }
    /// Returns how a server stands, as another one says it.
    QString standingOf(const TestServer &server) const;
    /// Pretends that the servers that give no sign of life have given none for longer.
    void age(const TestServer &server) const;
    static QString addressOf(const TestServer &server) { return u"http://127.0.0.1:%1"_s.arg(server.base().port()); }

    std::unique_ptr<TestServer> m_first;
    std::unique_ptr<TestServer> m_killed;
    std::unique_ptr<TestServer> m_paused;
    std::unique_ptr<HttpClient> m_root;
};

void TestServerStates::initTestCase()
{
    const QStringList advertise{u"--advertise"_s, u"http://127.0.0.1:0"_s, u"--workers"_s, u"2"_s};
    m_first = std::make_unique<TestServer>(advertise);
    m_root = std::make_unique<HttpClient>(m_first->staff(u"admin"_s));
    m_killed = std::make_unique<TestServer>(*m_first, advertise);
    m_paused = std::make_unique<TestServer>(*m_first, advertise);
}

QString TestServerStates::standingOf(const TestServer &server) const
{
    for (const auto &state : servers()) {
        if (state[u"address"_s].toString() == addressOf(server))
            return state[u"standing"_s].toString();
    }
    return u"not listed"_s;
}

void TestServerStates::age(const TestServer &server) const
{
    m_first->sql(u"UPDATE server SET alive_until = alive_until - 6000 WHERE address = '%1'"_s.arg(addressOf(server)));
}

void TestServerStates::eachTellsOfItself()
{
    QTRY_COMPARE(standingOf(*m_killed), u"running"_s);
    QTRY_COMPARE(standingOf(*m_paused), u"running"_s);
    const QJsonArray all = servers();
    QCOMPARE(all.size(), 3);
    QVERIFY(all[0][u"this_server"_s].toBool());
    QCOMPARE(all[0][u"address"_s].toString(), addressOf(*m_first));
    for (const auto &state : all) {
        QCOMPARE(state[u"this_server"_s].toBool(), state == all[0]);
        QVERIFY(state[u"health"_s][u"memory_bytes"_s].toDouble() > 1e6);
    }
}

void TestServerStates::aServerThatHangsDoesNotHoldUpTheAnswer()
{
    const PausedProcess paused(m_paused->process());
    m_killed->kill9();
    QElapsedTimer clock;
    clock.start();
    const QJsonArray all = servers();
    QVERIFY2(clock.elapsed() < 4500, QByteArray::number(clock.elapsed()).constData()); // a request may take two seconds
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0][u"standing"_s].toString(), u"running"_s);
    for (qsizetype i = 1; i < all.size(); ++i) {
        QCOMPARE(all[i][u"standing"_s].toString(), u"silent"_s); // until its last sign of life is five seconds old
        QVERIFY(!all[i].toObject().contains(u"health"_s));
    }
    age(*m_killed);
    age(*m_paused);
    QCOMPARE(standingOf(*m_killed), u"gone"_s);
    QCOMPARE(standingOf(*m_paused), u"gone"_s);
    paused.resume();
    QTRY_COMPARE(standingOf(*m_paused), u"running"_s);
    QCOMPARE(standingOf(*m_killed), u"gone"_s);
}

void TestServerStates::oneThatWasReplacedIsNotListed()
{
    m_first->sql(u"INSERT INTO server (server_id, storage_id, address, started_at, alive_until) "
                 "SELECT 'later', storage_id, address, started_at + 1, alive_until - 1 FROM server "
                 "WHERE address = '%1'"_s.arg(addressOf(*m_killed)));
    QCOMPARE(servers().size(), 3); // the killed server gave way to the later one
    m_first->sql(
        u"UPDATE server SET alive_until = alive_until - 86400000 WHERE address = '%1'"_s.arg(addressOf(*m_killed)));
    QCOMPARE(servers().size(), 2); // after a day
}

QTEST_GUILESS_MAIN(TestServerStates)
#include "tst_serverstates.moc"
