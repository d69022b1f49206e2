// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/administration.h"
#include "tests/e2e/accessibletree.h"
#include "tests/e2e/portaltest.h"
#include "tests/e2e/tabwalk.h"

using namespace Qt::StringLiterals;

/// How the people who run the servers see their state.
class ServerPageTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void theOwnerOfThePortalsServerFindsIt();
    void aCalmServerLooksCalm();
    void anAdministratorSeesTroubleFirst();
    void theStateFollowsByItself();
    void worksByKeyboard();
    void looksRight_data();
    void looksRight();
    void saysThatTheServerIsLost();
};

void ServerPageTest::theOwnerOfThePortalsServerFindsIt()
{
    PortalArguments arguments;
    arguments.dataDir = m_dir.filePath(u"own"_s);
    arguments.tokens = TokenStore::Place::File;
    Config config;
    config.dataDir = arguments.dataDir;
    Administration(config).createUser(u"ada@example.org"_s, TestAccount::password(), User::Role::Developer);
    m_driver = std::make_unique<PortalDriver>(arguments);
    QVERIFY(m_driver->start());
    STEP(apply(Look()));
    STEP(signIn(u"ada@example.org"_s));
    QVERIFY(!m_driver->find(u"supportEntry"_s));
    STEP(click(u"userMenuButton"_s)); // where the address of the server is
    STEP(waitFor(u"serverItem"_s));
    STEP(click(u"serverStatusItem"_s));
    STEP(waitFor(u"serverCard0"_s));
    QCOMPARE(m_driver->link(), u"waymark://server"_s);
}

void ServerPageTest::aCalmServerLooksCalm()
{
    STEP(waitFor(u"allWellLabel"_s));
    QCOMPARE(m_driver->text(u"allWellLabel"_s), u"The server works."_s);
    QCOMPARE(m_driver->text(u"serverStanding"_s), u"Running"_s);
    QVERIFY(!m_driver->find(u"backButton"_s));
    STEP(waitUntilStill());
    m_driver->keep(u"server-calm"_s);
    STEP(apply({.language = u"zh_CN"_s, .colors = Portal::ColorScheme::Dark, .size = QSize(1024, 640)}));
    STEP(waitUntilStill());
    m_driver->keep(u"server-calm-zh"_s);
    m_driver.reset();
}

void ServerPageTest::anAdministratorSeesTroubleFirst()
{
    m_server = std::make_unique<TestServer>();
    QVERIFY(createUser(u"admin"_s, u"ann@example.org"_s));
    const TestAccount &ada = m_server->account(u"ada"_s);
    ada.addDevice(u"Nursery"_s);
    const QString now = QString::number(QDateTime::currentMSecsSinceEpoch());
    m_server->sql(u"INSERT INTO server (server_id, storage_id, address, started_at, alive_until) "
                  "VALUES ('lost', 'lost', 'http://10.0.0.12:8080', %1 - 9000000, %1 - 60000)"_s.arg(now));
    m_server->sql(u"INSERT INTO job (kind, key, lane, payload, due_at, give_up_at, attempts, created_at, failed_at) "
                  "VALUES ('mail', 'lost', 'outbound', '', 1, 1, 1, 1, %1)"_s.arg(now));
    QVERIFY(openPortal(u"ann@example.org"_s));
    STEP(click(u"supportEntry"_s));
    STEP(click(u"serversButton"_s));
    STEP(waitFor(u"troubleText1"_s));
    QCOMPARE(m_driver->text(u"troubleText0"_s), u"10.0.0.12:8080 has stopped unexpectedly."_s);
    QCOMPARE(m_driver->text(u"troubleText1"_s), u"1 message could not be sent."_s);
    STEP(waitFor(u"serverCard1"_s));
    STEP(waitFor(u"cameraLoad0"_s));
    QVERIFY(m_driver->text(u"cameraLoadName0"_s).startsWith(u"dev_"_s)); // the name is Ada's
    QVERIFY(!m_driver->texts().contains(u"Nursery"_s));
    QCOMPARE(AccessibleTree::faults(*m_driver->window()).join(u'\n'), QString());
}

void ServerPageTest::theStateFollowsByItself()
{
    m_server->sql(u"DELETE FROM job WHERE kind = 'mail' AND failed_at IS NOT NULL"_s);
    m_server->sql(u"DELETE FROM server WHERE server_id = 'lost'"_s);
    STEP(waitFor(u"allWellLabel"_s));
    STEP(waitUntilGone(u"serverCard1"_s));
    m_server->sql(u"INSERT INTO server (server_id, storage_id, address, started_at, alive_until) "
                  "VALUES ('lost', 'lost', 'http://10.0.0.12:8080', %1 - 9000000, %1 - 60000)"_s.arg(
                      QDateTime::currentMSecsSinceEpoch()));
    STEP(click(u"reloadServersButton"_s));
    STEP(waitFor(u"serverCard1"_s));
}

void ServerPageTest::worksByKeyboard()
{
    STEP(apply({.size = QSize(1024, 640)}));
    STEP(activate());
    m_driver->openLink(u"waymark://server"_s);
    STEP(waitFor(u"serverCard1"_s));
    const auto top = [this] { return m_driver->property(u"serverScroll"_s, "contentY").toReal(); };
    m_driver->press(Qt::Key_PageDown);
    QTRY_VERIFY_WITH_TIMEOUT(top() > 100, patience);
    m_driver->press(Qt::Key_Home);
    QTRY_COMPARE_WITH_TIMEOUT(top(), 0, patience);
    m_driver->press(Qt::Key_Escape); // to the desk below
    STEP(waitFor(u"supportSearchField"_s));
    m_driver->openLink(u"waymark://server"_s);
    STEP(waitFor(u"serverCard1"_s));
    const TabWalk walk(*m_driver);
    QCOMPARE(walk.faults().join(u'\n'), QString());
}

void ServerPageTest::looksRight_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("en-light-1920") << Look{u"en"_s, Portal::ColorScheme::Light, QSize(1920, 1080)};
    QTest::newRow("ar-dark-1024") << Look{u"ar"_s, Portal::ColorScheme::Dark, QSize(1024, 640)};
}

void ServerPageTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(waitFor(u"troubleText0"_s));
    STEP(waitUntilStill());
    keepRow(u"server-trouble"_s);
}

void ServerPageTest::saysThatTheServerIsLost()
{
    STEP(apply(Look()));
    m_server->kill9();
    STEP(click(u"reloadServersButton"_s));
    STEP(waitFor(u"staleNote"_s));
    QVERIFY(m_driver->find(u"serverCard0"_s)); // the last state stays
    QCOMPARE(m_driver->text(u"serverStanding"_s), u"Unknown"_s);
    m_driver->keep(u"server-lost"_s);
}

int main(int argc, char *argv[]) { return runPortalTest<ServerPageTest>(argc, argv); }
#include "tst_serverpage.moc"
