// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/accountwatches.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
constexpr auto marksPath = "GET /v1/device-marks/account/acc_2/unread";
constexpr auto newsPath = "GET /v1/notifications";
}

/// What is unread in the accounts that the portal does not show. Ada's account is shown, and Bea's is on another
/// server.
class AccountWatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_watches.reset(), m_accounts.reset(), m_peer.reset(), m_dir.reset(); }
    void countsWhatIsUnreadElsewhere();
    void knowsNoNumberOfAServerThatIsGone();
    void renewsTheTokenAndKeepsIt();
    void endsWithTheSession();
    void leavesTheAccountThatIsShown();
    void forgetsAnAccountThatIsRemoved();
    void watchesNobodyWhoIsSignedOut();

private:
    Portal::Options optionsOf(const KnownAccounts::Account &account) const
    {
        return {.server = m_accounts->serverOf(account),
                .dataDir = m_dir->path(),
                .outboxDir = {},
                .demoCamera = {},
                .account = account.id,
                .tokens = TokenStore::Place::File};
    }
    QString fileOf(const QString &id) const { return optionsOf({id, m_peer->url(), {}}).tokenFile(); }
    void signIn(const QString &id, const QByteArray &accountId) const;
    QVariant unread() const
    {
        for (const QVariant &account : m_accounts->all()) {
            if (account.toMap()[u"id"_s] == m_bea)
                return account.toMap().value(u"unread"_s);
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ScriptedPeer> m_peer;
    std::unique_ptr<KnownAccounts> m_accounts;
    std::unique_ptr<AccountWatches> m_watches;
    QString m_bea; ///< ID of the entry
};

void AccountWatchesTest::signIn(const QString &id, const QByteArray &accountId) const
{
    QFile file(fileOf(id));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(R"({"access_token":"access1","refresh_token":"refresh1","user_id":"usr_2","account_id":")" + accountId
               + "\"}");
}

void AccountWatchesTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_peer = std::make_unique<ScriptedPeer>();
    m_accounts =
        std::make_unique<KnownAccounts>(m_dir->path(), QUrl(u"http://127.0.0.1:9"_s), KnownAccounts::Start::Last);
    m_accounts->keep(u"ada@example.org"_s);
    QCOMPARE(m_accounts->add(m_peer->url().toString()), QString());
    m_accounts->keep(u"bea@example.org"_s);
    m_bea = m_accounts->current().id;
    m_accounts->choose({});
    signIn(m_bea, "acc_2");
    const QJsonArray days{QJsonObject{{u"date"_s, u"2026-11-23"_s}, {u"count"_s, 2}},
                          QJsonObject{{u"date"_s, u"2026-11-22"_s}, {u"count"_s, 1}}};
    m_peer->on(marksPath, PortalFixture::page(days));
    m_peer->on(newsPath, [](const PeerExchange &exchange) {
        const bool hidden = exchange.request.target.contains("type=mark.updated");
        exchange.answer(200, {{u"items"_s, QJsonArray()}, {u"total"_s, hidden ? 1 : 5}});
    });
    m_watches = std::make_unique<AccountWatches>(
        *m_accounts, [this](const KnownAccounts::Account &account) { return optionsOf(account); });
}

void AccountWatchesTest::countsWhatIsUnreadElsewhere()
{
    QCOMPARE(m_accounts->unreadElsewhere(), 0);
    m_watches->follow();
    QTRY_COMPARE(unread().toInt(), 3 + 5 - 1);
    QCOMPARE(m_accounts->unreadElsewhere(), 7);
    m_accounts->wantUnread(); // has just been counted
    m_watches->follow(); // is watched already
    QCOMPARE(m_peer->count(marksPath), 1);
}

void AccountWatchesTest::knowsNoNumberOfAServerThatIsGone()
{
    m_watches->follow();
    QTRY_COMPARE(unread().toInt(), 7);
    m_peer->on(marksPath, [](const PeerExchange &exchange) { exchange.problem(503, u"overloaded"_s); });
    m_watches = std::make_unique<AccountWatches>(
        *m_accounts, [this](const KnownAccounts::Account &account) { return optionsOf(account); });
    m_watches->follow();
    QTRY_VERIFY(!unread().isValid());
    QCOMPARE(m_accounts->unreadElsewhere(), 0);
}

void AccountWatchesTest::renewsTheTokenAndKeepsIt()
{
    m_peer->on(marksPath, [](const PeerExchange &exchange) {
        if (exchange.request.headers["authorization"] == "Bearer access2")
            exchange.answer(200, PortalFixture::page({QJsonObject{{u"count"_s, 4}}}));
        else
            exchange.problem(401, u"invalid_token"_s);
    });
    m_peer->on("PUT /v1/accounts/refresh-token",
               QJsonObject{{u"access_token"_s, u"access2"_s}, {u"refresh_token"_s, u"refresh2"_s}});
    m_watches->follow();
    QTRY_COMPARE(unread().toInt(), 4 + 5 - 1);
    QFile file(fileOf(m_bea));
    QVERIFY(file.open(QFile::ReadOnly));
    const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(kept[u"refresh_token"_s].toString(), u"refresh2"_s); // for when the account is shown
    QCOMPARE(kept[u"account_id"_s].toString(), u"acc_2"_s);
}

void AccountWatchesTest::endsWithTheSession()
{
    const auto refuse = [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); };
    m_peer->on(marksPath, refuse);
    m_peer->on("PUT /v1/accounts/refresh-token", refuse);
    m_accounts->setUnread(m_bea, 9); // of the last time
    m_watches->follow();
    QTRY_VERIFY(!unread().isValid());
    QTRY_VERIFY(!QFile::exists(fileOf(m_bea))); // changing to the account asks for the password
    m_accounts->wantUnread();
    QCOMPARE(m_peer->count(marksPath), 1);
}

/// The account that becomes the current one gets a portal of its own, with the same session.
void AccountWatchesTest::leavesTheAccountThatIsShown()
{
    m_watches->follow();
    QTRY_COMPARE(unread().toInt(), 7);
    m_accounts->choose(m_bea);
    QVERIFY(!unread().isValid());
    QCOMPARE(m_accounts->unreadElsewhere(), 0);
    m_watches->follow();
    m_accounts->wantUnread();
    QCOMPARE(m_peer->count(marksPath), 1);
    m_accounts->choose({});
    m_watches->follow();
    QTRY_COMPARE(unread().toInt(), 7);
    QCOMPARE(m_peer->count(marksPath), 2);
}

void AccountWatchesTest::forgetsAnAccountThatIsRemoved()
{
    m_watches->follow();
    QTRY_COMPARE(m_accounts->unreadElsewhere(), 7);
    m_accounts->forget(m_bea);
    QCOMPARE(m_accounts->unreadElsewhere(), 0);
}

void AccountWatchesTest::watchesNobodyWhoIsSignedOut()
{
    QVERIFY(QFile::remove(fileOf(m_bea)));
    m_accounts->setUnread(m_bea, 9);
    m_watches->follow();
    QTRY_VERIFY(!unread().isValid());
    QCOMPARE(m_peer->count(marksPath), 0);
}

QTEST_MAIN(AccountWatchesTest)
#include "tst_accountwatches.moc"
