// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaldriver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = PortalDriver::patience;
}

#define STEP(what) QVERIFY(m_driver->what)

/// What was thrown away, seen and taken back.
class BinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_driver.reset(); }
    void itIsEmptyAtFirst();
    void whatIsThrownAwayComesByItself();
    void oneKindIsPicked();
    void aCameraIsTakenBack();
    void looksRight_data();
    void looksRight();

private:
    int shown() const { return m_driver->property(u"binList"_s, "count").toInt(); }

    std::unique_ptr<TestServer> m_server;
    QTemporaryDir m_dir;
    std::unique_ptr<PortalDriver> m_driver;
    TestAccount *m_ada = nullptr;
};

void BinTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    PortalArguments arguments;
    arguments.server = m_server->base().adjusted(QUrl::RemovePath);
    arguments.dataDir = m_dir.path();
    arguments.tokens = TokenStore::Place::File;
    m_driver = std::make_unique<PortalDriver>(arguments);
    QVERIFY(m_driver->start());
    m_driver->portal().setLanguage(u"en"_s);
    m_driver->portal().setDarkMode(Portal::ColorScheme::Light);
    m_driver->window()->resize(1200, 860);
    STEP(click(u"signInChoice"_s));
    STEP(type(u"emailField"_s, m_ada->email()));
    STEP(type(u"passwordField"_s, TestAccount::password()));
    STEP(click(u"signInButton"_s));
}

void BinTest::itIsEmptyAtFirst()
{
    STEP(click(u"binButton"_s));
    STEP(waitFor(u"binAll"_s));
    STEP(waitFor(u"emptyTitle"_s));
    m_driver->keep(u"bin-empty"_s);
}

void BinTest::whatIsThrownAwayComesByItself()
{
    const QString door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    const QString yard = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const Answer mark =
        m_ada->post(u"/device-marks"_s,
                    {{u"device_id"_s, yard}, {u"label"_s, u"motion"_s}, {u"started_at"_s, u"2026-01-01T12:00:00Z"_s}});
    QCOMPARE(mark.status, 201);
    const QJsonObject marks{{u"mark_ids"_s, QJsonArray{mark.json[u"devicemark_id"_s]}}};
    QVERIFY(m_ada->del(u"/device-marks/triggered/account/%1/detail"_s.arg(m_ada->accountId()), marks).status < 300);
    QCOMPARE(m_ada->del(u"/devices/"_s + door).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 2, patience);
    m_driver->keep(u"bin"_s);
}

void BinTest::oneKindIsPicked()
{
    STEP(click(u"binData"_s));
    STEP(waitFor(u"emptyTitle"_s));
    STEP(click(u"binDevices"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, patience);
}

void BinTest::aCameraIsTakenBack()
{
    STEP(click(u"takeBack0"_s));
    STEP(waitFor(u"emptyTitle"_s));
    m_driver->keep(u"bin-taken-back"_s);
    QCOMPARE(m_ada->get(u"/devices"_s).items().size(), 2);
    STEP(click(u"binAll"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, patience);
}

void BinTest::looksRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Portal::ColorScheme>("colours");
    QTest::addColumn<QSize>("size");
    QTest::newRow("zh-light-small") << u"zh_CN"_s << Portal::ColorScheme::Light << QSize(640, 480);
    QTest::newRow("en-dark-large") << u"en"_s << Portal::ColorScheme::Dark << QSize(1440, 900);
}

void BinTest::looksRight()
{
    QFETCH(QString, language);
    QFETCH(Portal::ColorScheme, colours);
    QFETCH(QSize, size);
    m_driver->portal().setLanguage(language);
    m_driver->portal().setDarkMode(colours);
    m_driver->window()->resize(size);
    QTRY_COMPARE(m_driver->window()->size(), size);
    STEP(click(u"binMarks"_s)); // drawn in its new size
    STEP(waitFor(u"takeBack0"_s));
    m_driver->keep(u"dress-bin-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    BinTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_bin.moc"
