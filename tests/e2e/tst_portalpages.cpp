// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/accessibletree.h"
#include "tests/e2e/pagelayout.h"
#include "tests/e2e/portaltest.h"

#include <QAccessible>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// Every page at the widths that the portal is made for, and in every language. Pictures of all pages in all looks, for
/// people, come with WAYMARK_ALL_LOOKS=1; with WAYMARK_ALL_LOOKS=ar, those of one language.
class PagesTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fillsTheWindow_data();
    void fillsTheWindow();
    void findsByThePalette();
    void runsActionsOfThePalette();
    void goesBackAndForward();
    void opensLinks();
    void scalesTexts();
    void restoresTheStateAtStart();

private:
    void search(const QString &text) const;
    /// Returns whether the first row of the palette becomes this one.
    bool best(const QString &title) const;
    void addMarks(const QString &deviceId) const;
    static QList<Look> looks();
    /// Requires that the page has room for the texts of every language, and that all texts can be translated.
    void checkTexts(const QString &sign);
    /// Returns where the rightmost text or control of the page ends, as a fraction of the width between the margins.
    double reach() const;

    TestAccount *m_ada = nullptr;
};

namespace {
/// What users have entered, their IDs and addresses. Such a text may be elided.
const QString entered =
    u"Front door|Garden|Garage|Back yard|Stairs.*|Shed|Doorbell|Night watch|Parcel counter|Tells who.*|Anything at.*"
    "|Cars in the.*|At night|\\bada\\b|\\S*@\\S*|\\S*://\\S*|[a-z]+_[0-9a-z]{26}"_s;
/// What has no translation besides: numbers, dates, terms of the API, and what the server calls its plans and rules.
const QString fixed = u"|\u2026\\S*|\\S*[\\d/_]\\S*|waymark|Waymark( "
                      u"Portal)?|BCDF-GHJK|Android|English|RTSP|GET|POST|EUR|UTC|Thursday|January|SQLite"
                      "|For a .*|^(Home|Shop|Site|Motion)$"_s;
}

QList<Look> PagesTest::looks()
{
    if (!qEnvironmentVariableIsSet("WAYMARK_ALL_LOOKS"))
        return {{u"en"_s, Portal::ColorScheme::Light, QSize(1440, 900)},
                {u"zh_CN"_s, Portal::ColorScheme::Dark, QSize(1024, 640)}};
    const QString only = qEnvironmentVariable("WAYMARK_ALL_LOOKS");
    QList<Look> all;
    for (const QString &language : {u"en"_s, u"de"_s, u"zh_CN"_s, u"ar"_s}) {
        for (const QSize size : {QSize(1024, 640), QSize(1440, 900), QSize(1920, 1080)}) {
            for (const auto colors : {Portal::ColorScheme::Dark, Portal::ColorScheme::Light}) {
                if (only == u"1"_s || only == language)
                    all.append({language, colors, size});
            }
        }
    }
    return all;
}

void PagesTest::addMarks(const QString &deviceId) const
{
    for (int hour = 7; hour < 14; ++hour) {
        const QString at = u"2026-01-01T%1:12:00Z"_s.arg(hour, 2, 10, QChar(u'0'));
        const QJsonObject mark{{u"device_id"_s, deviceId}, {u"label"_s, u"motion"_s}, {u"started_at"_s, at}};
        QCOMPARE(m_ada->post(u"/device-marks"_s, mark).status, 201);
    }
}

void PagesTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    const QString door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    for (const QString &name : {u"Garden"_s, u"Garage"_s, u"Back yard"_s, u"Stairs to the cellar on the north side"_s})
        m_ada->addDevice(name);
    m_ada->del(u"/devices/"_s + m_ada->addDevice(u"Shed"_s)[u"device_id"_s].toString());
    for (const QString &name : {u"Doorbell"_s, u"Night watch"_s, u"Parcel counter"_s})
        m_ada->createApp(name, {{u"description"_s, u"Tells who is at the door, and when the parcel comes"_s}});
    const QJsonObject motion{{u"motion"_s, QJsonObject()}};
    const QJsonObject none{{u"not"_s, QJsonObject{{u"any"_s, QJsonArray{motion, motion}}}}};
    const QJsonObject nested{{u"all"_s, QJsonArray{QJsonObject{{u"not"_s, motion}}, none}}};
    for (const QString &name : {u"Anything at the door"_s, u"Cars in the driveway"_s, u"At night"_s})
        QCOMPARE(m_ada->post(u"/device-modes"_s, {{u"name"_s, name}, {u"conditions"_s, nested}}).status, 201);
    addMarks(door);
    for (int plan = 1; plan < 3; ++plan) {
        const QString id = m_ada->get(u"/retentions"_s).item(plan).toObject()[u"retention_id"_s].toString();
        QVERIFY(m_ada->post(u"/retentions/%1/account/%2"_s.arg(id, m_ada->accountId()), {}).status < 300);
    }
    m_server->sql(u"UPDATE account_user SET role = 'admin' WHERE user_id = '%1'"_s.arg(m_ada->userId()));
    QVERIFY(openPortal(m_ada->email()));
}

void PagesTest::fillsTheWindow_data()
{
    QTest::addColumn<QStringList>("clicks");
    QTest::addColumn<QString>("sign"); // visible once the page is complete
    QTest::addColumn<double>("least"); // how far to the right the content reaches
    const auto row = [](const char *name, const char *clicks, const char *sign, double least = 0.9) {
        QTest::newRow(name) << QString::fromLatin1(clicks).split(u' ') << QString::fromLatin1(sign) << least;
    };
    row("home", "camerasEntry", "cameraTile3");
    row("bin", "camerasEntry binButton", "takeBack0", 0.3);
    row("camera", "camerasEntry cameraTile0", "markRow0");
    row("zones", "camerasEntry cameraTile0 zonesButton", "newZoneButton");
    row("timeline", "timelineEntry", "timelineCamera2");
    row("review", "marksEntry", "markRow0");
    row("mark", "marksEntry markRow0", "markPicture");
    row("rules", "modesEntry", "modeEntry2");
    row("rule", "modesEntry modeEntry1", "addGroupButton1");
    row("faces", "appsEntry facesEntry", "emptyActionButton", 0.5);
    row("inbox", "notificationsEntry", "notificationEntry0", 0.4);
    row("channels", "notificationsEntry tab1", "emptyActionButton", 0.4);
    row("deliveries", "notificationsEntry tab2", "deliveryStateBox", 0.4);
    row("apps", "appsEntry", "appEntry2", 0.6);
    row("app", "appsEntry appEntry0", "rotateKeyButton");
    row("plans", "accountEntry plansEntry", "orderButton1", 0.6);
    row("orders", "accountEntry plansEntry tab1", "orderStatus1", 0.6);
    row("profile", "accountEntry", "accountNameField");
    row("security", "accountEntry tab1", "endSessionButton");
    row("connect a device", "accountEntry tab1 connectDeviceButton", "userCodeField", 0.6);
    row("support access", "accountEntry tab2", "grantAccessButton");
    row("activity", "accountEntry tab3", "activityList");
    row("support", "supportEntry", "supportSearchField");
    row("order desk", "supportEntry tab1", "deskOrder1", 0.6);
    row("plan desk", "supportEntry tab2", "withdrawPlan0", 0.6);
    row("server", "supportEntry serversButton", "serverCard0");
    row("order", "supportEntry tab1 deskOrder0", "step-paid");
    row("account", "supportEntry tab1 deskOrder0 orderAccountButton", "roleBox");
}

void PagesTest::fillsTheWindow()
{
    QFETCH(const QStringList, clicks);
    QFETCH(const QString, sign);
    QFETCH(const double, least);
    QAccessible::setActive(true); // the desktop, which has no screen reader, may have turned it off
    QVERIFY(follow(clicks));
    STEP(waitFor(sign));
    QTest::mouseMove(m_driver->window(), QPoint(1000, 2)); // no tool tip
    for (const Look &look : looks()) {
        STEP(apply(look));
        STEP(waitFor(sign));
        STEP(waitUntilStill());
        QTRY_VERIFY_WITH_TIMEOUT(PageLayout::hasRoom(m_driver->window()->contentItem()), patience);
        const QString theme = look.colors == Portal::ColorScheme::Dark ? u"dark"_s : u"light"_s;
        m_driver->keep(u"page-%1-%2-%3-%4"_s.arg(QLatin1StringView(QTest::currentDataTag()), look.language, theme)
                           .arg(look.size.width()));
        QCOMPARE_GE(reach(), least);
        QCOMPARE_LE(reach(), 1.01);
        QCOMPARE_GE(AccessibleTree::controls(*m_driver->window()), 8);
        QCOMPARE(AccessibleTree::faults(*m_driver->window()).join(u'\n'), QString());
    }
    checkTexts(sign);
}

void PagesTest::checkTexts(const QString &sign)
{
    const auto &window = *m_driver->window();
    const auto cut = [&] { return PageLayout::cutTexts(window, QRegularExpression(entered)).join(u'\n'); };
    const auto untranslated = [&] {
        return PageLayout::untranslatedTexts(window, QRegularExpression(entered + fixed)).join(u'\n');
    };
    const QSize size(1024, 640);
    for (const QString &language : {u"zh_CN"_s, u"de"_s}) {
        STEP(apply({.language = language, .colors = Portal::ColorScheme::Dark, .size = size}));
        STEP(waitFor(sign));
        QTRY_COMPARE_WITH_TIMEOUT(cut(), QString(), patience);
    }
    m_driver->portal().setLanguage(u"en"_s); // its plural forms would replace those of a translator before it
    const PseudoLanguage pseudo(window); // longer than English
    STEP(apply({.colors = Portal::ColorScheme::Dark, .size = size}));
    STEP(waitFor(sign));
    QTRY_COMPARE_WITH_TIMEOUT(untranslated(), QString(), patience);
    // A single long word in the rail has a tool tip.
    const QRegularExpression allowed(entered + u"|^\\[\\S*$"_s);
    QTRY_COMPARE_WITH_TIMEOUT(PageLayout::cutTexts(window, allowed).join(u'\n'), QString(), patience);
}

void PagesTest::search(const QString &text) const
{
    m_driver->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_driver->waitFor(u"paletteField"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->find(u"paletteField"_s)->hasActiveFocus(), patience);
    for (const QChar c : text)
        QTest::keyClick(m_driver->window(), c.toLatin1());
}

bool PagesTest::best(const QString &title) const
{
    return QTest::qWaitFor([&] { return m_driver->property(u"paletteRow0"_s, "text").toString() == title; }, patience);
}

void PagesTest::findsByThePalette()
{
    STEP(apply({.size = QSize(1440, 900)}));
    STEP(activate());
    STEP(click(u"accountEntry"_s));
    search(u"fr do"_s);
    QVERIFY(best(u"Front door"_s));
    QCOMPARE(AccessibleTree::faults(*m_driver->window()).join(u'\n'), QString());
    m_driver->keep(u"palette"_s);
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"removeCameraButton"_s));
    STEP(waitUntilGone(u"paletteField"_s));

    search(u"2026-01-01 09:12"_s); // a mark by its time
    QVERIFY(best(u"Motion at Front door"_s));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"markPicture"_s));

    search(u"ada@example.org"_s); // an account, by what only the server knows
    QVERIFY(best(u"ada"_s));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"roleBox"_s));

    search(u"nothing has this name"_s);
    STEP(waitFor(u"paletteEmpty"_s));
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"paletteField"_s));
}

void PagesTest::runsActionsOfThePalette()
{
    search(u"dark theme"_s);
    QVERIFY(best(u"Dark theme"_s));
    m_driver->press(Qt::Key_Return);
    QTRY_COMPARE(m_driver->portal().darkMode(), Portal::ColorScheme::Dark);
    m_driver->keep(u"palette-done"_s);
    search(u"light th"_s);
    QVERIFY(best(u"Light theme"_s));
    m_driver->keep(u"palette-dark"_s);
    m_driver->press(Qt::Key_Return);
    QTRY_COMPARE(m_driver->portal().darkMode(), Portal::ColorScheme::Light);
    search(u">add cam"_s);
    QVERIFY(best(u"Add camera"_s));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"saveCameraButton"_s));
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"saveCameraButton"_s));
    // Tab goes from group to group, and the arrows from row to row.
    search(u"g"_s);
    STEP(waitFor(u"paletteRow1"_s));
    m_driver->press(Qt::Key_Down);
    STEP(waitUntil(u"paletteRow1"_s, "highlighted"));
    m_driver->press(Qt::Key_Tab);
    QVERIFY(!m_driver->property(u"paletteRow1"_s, "highlighted").toBool());
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"paletteField"_s));
}

void PagesTest::goesBackAndForward()
{
    const auto go = [this](Qt::Key key) { m_driver->press(key, Qt::AltModifier); };
    STEP(click(u"modesEntry"_s));
    STEP(click(u"modeEntry0"_s));
    STEP(waitFor(u"sentenceLabel"_s));
    STEP(click(u"marksEntry"_s));
    STEP(waitFor(u"markRow0"_s));
    go(Qt::Key_Left);
    STEP(waitFor(u"sentenceLabel"_s));
    go(Qt::Key_Left);
    STEP(waitFor(u"modeEntry0"_s));
    go(Qt::Key_Right);
    STEP(waitFor(u"sentenceLabel"_s));
    QTest::mouseClick(m_driver->window(), Qt::BackButton, {}, QPoint(700, 400));
    STEP(waitFor(u"modeEntry0"_s));
    QTest::mouseClick(m_driver->window(), Qt::ForwardButton, {}, QPoint(700, 400));
    STEP(waitFor(u"sentenceLabel"_s));
}

void PagesTest::opensLinks()
{
    m_driver->openLink(u"waymark://account/activity"_s);
    STEP(waitFor(u"activityList"_s));
    m_driver->openLink(u"waymark://support/orders"_s);
    STEP(waitFor(u"deskOrder0"_s));
    m_driver->openLink(u"waymark://nowhere"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s).contains(u"waymark://nowhere"_s), patience);
    QVERIFY(m_driver->find(u"deskOrder0"_s));
    // An object that is gone, or never was, says so and leads back.
    m_driver->openLink(u"waymark://cameras/dev_01ARZ3NDEKTSV4RRFFQ69G5FAV"_s);
    STEP(waitFor(u"failureText"_s));
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"cameraTile0"_s));
}

void PagesTest::scalesTexts()
{
    STEP(apply({.size = QSize(1024, 640)}));
    for (int i = 0; i < 6; ++i) // four steps lead to 200 %
        m_driver->press(Qt::Key_Plus, Qt::ControlModifier);
    const auto size = [this] { return m_driver->property(u"searchEntry"_s, "font").value<QFont>().pixelSize(); };
    QTRY_COMPARE(size(), 28);
    for (const auto &[entry, sign] : {std::pair(u"camerasEntry"_s, u"cameraTile0"_s),
                                      {u"marksEntry"_s, u"markRow0"_s},
                                      {u"modesEntry"_s, u"modeEntry0"_s},
                                      {u"appsEntry"_s, u"appEntry0"_s},
                                      {u"supportEntry"_s, u"supportSearchField"_s},
                                      {u"notificationsEntry"_s, u"notificationEntry0"_s},
                                      {u"accountEntry"_s, u"accountNameField"_s}}) {
        STEP(click(entry)); // each is within the window
        STEP(waitFor(sign));
        QTRY_VERIFY_WITH_TIMEOUT(PageLayout::hasRoom(m_driver->window()->contentItem()), patience);
        m_driver->keep(u"scaled-"_s + entry);
    }
    m_driver->press(Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(size(), 14);
}

void PagesTest::restoresTheStateAtStart()
{
    STEP(apply({.size = QSize(1100, 700)}));
    STEP(click(u"modesEntry"_s));
    STEP(click(u"modeEntry1"_s));
    STEP(waitFor(u"sentenceLabel"_s));
    const QString rule = m_driver->text(u"modeNameField"_s);
    STEP(waitUntilWindowIsKept());
    m_driver.reset();
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"portal"_s));
    STEP(start());
    STEP(waitFor(u"sentenceLabel"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"modeNameField"_s), rule, patience);
    QCOMPARE(m_driver->window()->size(), QSize(1100, 700));
}

double PagesTest::reach() const
{
    const auto *stack = m_driver->find(u"pageStack"_s);
    const auto *page = qvariant_cast<QQuickItem *>(stack->property("currentItem"));
    const auto *content = qvariant_cast<QQuickItem *>(page->property("contentItem"));
    constexpr double margin = 24;
    const double start = page->mapToScene(QPointF(0, 0)).x() + margin;
    return (PageLayout::rightmost(content) - start) / (page->width() - 2 * margin);
}

int main(int argc, char *argv[]) { return runPortalTest<PagesTest>(argc, argv); }
#include "tst_portalpages.moc"
