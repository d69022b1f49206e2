// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/navigation.h"
#include "app/portal/palettemodel.h"
#include "app/portal/timequery.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
PaletteEntry entry(const QString &kind, const QString &title, const QString &detail = {}, const QString &words = {})
{
    return {.kind = kind, .id = title, .title = title, .detail = detail, .words = words};
}

QStringList titles(const QList<PaletteIndex::Result> &results)
{
    QStringList all;
    for (const auto &result : results)
        all.append(result.entry->title);
    return all;
}
}

/// How the command palette finds pages, objects, and actions, and the links that it opens.
class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksMatches();
    void foldsCaseAndAccents();
    void acceptsLettersInOrder_data();
    void acceptsLettersInOrder();
    void findsEveryWord();
    void groupsByTheBestEntry();
    void limitsByTheFirstCharacter();
    void suggestsWhatWasUsed();
    void understandsTimes_data();
    void understandsTimes();
    void readsObjectsOfTheServer();
    void asksTheServerForStaff();
    void forgetsAtSignOut();
    void stepsFromGroupToGroup();
    void remembersChoices();
    void readsLinks_data();
    void readsLinks();
    void goesBackAndForward();
};

void PaletteTest::ranksMatches()
{
    PaletteIndex index;
    index.replace({u"camera"_s},
                  {entry(u"camera"_s, u"Sagarmatha"_s), entry(u"camera"_s, u"Gate, rear"_s),
                   entry(u"camera"_s, u"Old garage"_s), entry(u"camera"_s, u"Garage door"_s),
                   entry(u"camera"_s, u"Garage"_s), entry(u"camera"_s, u"Street"_s)});
    QCOMPARE(titles(index.search(u"garage"_s, {}, 10)), QStringList({u"Garage"_s, u"Garage door"_s, u"Old garage"_s}));
    // The start of a text, the start of a word, the inside of a word, scattered letters.
    QCOMPARE(titles(index.search(u"gar"_s, {}, 10)),
             QStringList({u"Garage"_s, u"Garage door"_s, u"Old garage"_s, u"Sagarmatha"_s, u"Gate, rear"_s}));
    QCOMPARE(titles(index.search(u"zzz"_s, {}, 10)), QStringList());
    const auto best = index.search(u"door"_s, {}, 1).first();
    QCOMPARE(best.entry->title.mid(best.title.at, best.title.length), u"door"_s);
}

void PaletteTest::foldsCaseAndAccents()
{
    QCOMPARE(FuzzyMatch::folded(u"Küche ÉTAGE 車庫"_s), u"kuche etage 車庫"_s);
    PaletteIndex index;
    index.replace({u"camera"_s}, {entry(u"camera"_s, u"Küche"_s), entry(u"camera"_s, u"前门车库"_s)});
    QCOMPARE(titles(index.search(u"KUCHE"_s, {}, 10)), QStringList(u"Küche"_s));
    QCOMPARE(titles(index.search(u"车库"_s, {}, 10)), QStringList(u"前门车库"_s));
}

void PaletteTest::acceptsLettersInOrder_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("found");
    QTest::newRow("initials") << u"fd"_s << true;
    QTest::newRow("start and a later word") << u"frdo"_s << true;
    QTest::newRow("without vowels") << u"frnt"_s << true;
    QTest::newRow("another order") << u"df"_s << false;
    QTest::newRow("letters that only occur") << u"otr"_s << false;
    QTest::newRow("a letter too many") << u"frontt"_s << false;
    QTest::newRow("longer than the text") << u"front door camera"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void PaletteTest::acceptsLettersInOrder()
{
    QFETCH(const QString, word);
    QFETCH(const bool, found);
    QCOMPARE(FuzzyMatch::find(word, u"front door").score > 0, found);
}

void PaletteTest::findsEveryWord()
{
    PaletteIndex index;
    index.replace({u"mark"_s},
                  {entry(u"mark"_s, u"Person at Garage"_s, u"14:24"_s),
                   entry(u"mark"_s, u"Person at Gate"_s, u"09:10"_s),
                   entry(u"mark"_s, u"Motion at Garage"_s, u"14:24"_s, u"2026-11-28 14:24:31"_s)});
    QCOMPARE(titles(index.search(u"garage 14:24"_s, {}, 10)),
             QStringList({u"Person at Garage"_s, u"Motion at Garage"_s}));
    QCOMPARE(titles(index.search(u"motion 2026-11-28"_s, {}, 10)), QStringList(u"Motion at Garage"_s));
    QCOMPARE(titles(index.search(u"garage nowhere"_s, {}, 10)), QStringList());
    QCOMPARE(titles(index.search(u"garage 2026 8 24"_s, {}, 10)), QStringList(u"Motion at Garage"_s));
    QCOMPARE(titles(index.search(u"2028"_s, {}, 10)), QStringList()); // letters apart only count in a title
}

void PaletteTest::groupsByTheBestEntry()
{
    PaletteIndex index;
    index.replace({u"camera"_s, u"rule"_s},
                  {entry(u"camera"_s, u"Old garage"_s), entry(u"rule"_s, u"Garage door after dark"_s),
                   entry(u"rule"_s, u"Night in the garage"_s)});
    QCOMPARE(titles(index.search(u"garage"_s, {}, 10)),
             QStringList({u"Garage door after dark"_s, u"Night in the garage"_s, u"Old garage"_s}));
    QCOMPARE(titles(index.search(u"garage"_s, {}, 1)), QStringList({u"Garage door after dark"_s, u"Old garage"_s}));
}

void PaletteTest::limitsByTheFirstCharacter()
{
    PaletteIndex index;
    index.replace(
        {u"camera"_s, u"action"_s, u"app"_s},
        {entry(u"camera"_s, u"Dark room"_s), entry(u"action"_s, u"Dark theme"_s), entry(u"app"_s, u"Darkroom"_s)});
    QCOMPARE(titles(index.search(u">dark"_s, {}, 10)), QStringList(u"Dark theme"_s));
    QCOMPARE(titles(index.search(u"@ dark"_s, {}, 10)), QStringList(u"Dark room"_s));
    QCOMPARE(titles(index.search(u"#dark"_s, {}, 10)), QStringList(u"Darkroom"_s));
    QCOMPARE(titles(index.search(u"@"_s, {}, 10)), QStringList(u"Dark room"_s));
}

void PaletteTest::suggestsWhatWasUsed()
{
    PaletteIndex index;
    index.replace({u"camera"_s, u"page"_s},
                  {entry(u"page"_s, u"Home"_s), entry(u"page"_s, u"Rules"_s), entry(u"camera"_s, u"Gate"_s),
                   entry(u"camera"_s, u"Garage"_s)});
    QCOMPARE(titles(index.search(QString(), {}, 10)), QStringList({u"Home"_s, u"Rules"_s}));
    QCOMPARE(titles(index.search(QString(), {u"camera:Garage"_s, u"page:Rules"_s}, 10)),
             QStringList({u"Garage"_s, u"Rules"_s, u"Home"_s}));
    QCOMPARE(titles(index.search(u"ga"_s, {u"camera:Gate"_s}, 10)), QStringList({u"Gate"_s, u"Garage"_s}));
}

void PaletteTest::understandsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from"); // empty: no time
    QTest::addColumn<QString>("to");
    QTest::newRow("a day") << u"2026-11-27"_s << u"2026-11-27T00:00:00"_s << u"2026-11-28T00:00:00"_s;
    QTest::newRow("a day in German") << u"7.11.2026"_s << u"2026-11-07T00:00:00"_s << u"2026-11-08T00:00:00"_s;
    QTest::newRow("a day in Chinese") << u"2026年11月7日"_s << u"2026-11-07T00:00:00"_s << u"2026-11-08T00:00:00"_s;
    QTest::newRow("a time today") << u"garage 9:30"_s << u"2026-11-28T09:20:00"_s << u"2026-11-28T09:40:00"_s;
    QTest::newRow("a time yesterday") << u"14:24"_s << u"2026-11-27T14:14:00"_s << u"2026-11-27T14:34:00"_s;
    QTest::newRow("both") << u"2026-11-01 14:24"_s << u"2026-11-01T14:14:00"_s << u"2026-11-01T14:34:00"_s;
    QTest::newRow("no such day") << u"2026-13-45"_s << QString() << QString();
    QTest::newRow("no such time") << u"29:77"_s << QString() << QString();
    QTest::newRow("words") << u"garage door"_s << QString() << QString();
}

void PaletteTest::understandsTimes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const auto span = TimeQuery::parse(text, QDateTime(QDate(2026, 11, 28), QTime(12, 0)));
    QCOMPARE(span ? span->from.toString(Qt::ISODate) : QString(), from);
    QCOMPARE(span ? span->to.toString(Qt::ISODate) : QString(), to);
}

void PaletteTest::readsObjectsOfTheServer()
{
    PortalFixture fixture;
    const QJsonObject door{{u"device_id"_s, u"dev_1"_s}, {u"name"_s, u"Front door"_s}};
    const QJsonObject garden{{u"device_id"_s, u"dev_2"_s}, {u"name"_s, u"Garden"_s}};
    fixture.peer().on("GET /v1/devices", [&](const PeerExchange &exchange) {
        const bool second = exchange.request.target.contains("cursor=two");
        exchange.answer(200, PortalFixture::page(QJsonArray{second ? garden : door}, second ? QString() : u"two"_s));
    });
    fixture.peer().on("GET /v1/apps", PortalFixture::page({}));
    const QJsonObject mark{{u"devicemark_id"_s, u"mark_1"_s}, {u"device_id"_s, u"dev_2"_s}, {u"label"_s, u"motion"_s}};
    fixture.peer().on("GET /v1/device-marks/account/acc_1", PortalFixture::page({mark}));
    QVERIFY(fixture.signIn());
    PaletteModel palette;
    palette.setPortal(&fixture.portal());
    palette.refresh();
    palette.setQuery(u"garden"_s);
    QTRY_COMPARE(palette.count(), 2);
    QCOMPARE(palette.get(1).value(u"match"_s).toString(), u"Garden"_s); // a mark is named after its camera
    QCOMPARE(palette.get(0).value(u"link"_s).toString(), u"waymark://cameras/dev_2"_s);
    QCOMPARE(palette.get(0).value(u"match"_s).toString(), u"Garden"_s);
    palette.setQuery(u"front"_s);
    QCOMPARE(palette.get(0).value(u"after"_s).toString(), u" door"_s);
    QCOMPARE(palette.get(1), QVariantMap());
}

void PaletteTest::asksTheServerForStaff()
{
    PortalFixture fixture;
    const QJsonObject order{{u"kind"_s, u"order"_s}, {u"id"_s, u"ord_1"_s}, {u"title"_s, u"Plan"_s}};
    const QJsonObject bea{
        {u"kind"_s, u"account"_s}, {u"id"_s, u"acc_2"_s}, {u"account_id"_s, u"acc_2"_s}, {u"title"_s, u"Bea"_s}};
    fixture.peer().on("GET /v1/support/search", PortalFixture::page({bea, order}));
    QVERIFY(fixture.signIn());
    PaletteModel palette;
    palette.setPortal(&fixture.portal());
    palette.setQuery(u"bea@example.org"_s); // not in what is shown of her
    palette.setProperty("staff", true);
    palette.setQuery(u"bea@example"_s);
    QTRY_COMPARE(palette.count(), 2);
    QCOMPARE(palette.get(0).value(u"link"_s).toString(), u"waymark://support/accounts/acc_2"_s);
    QCOMPARE(palette.get(1).value(u"link"_s).toString(), u"waymark://support/orders/ord_1"_s);
    QCOMPARE(fixture.peer().count("GET /v1/support/search"), 1);
}

void PaletteTest::forgetsAtSignOut()
{
    PortalFixture fixture;
    fixture.peer().on("GET /v1/devices",
                      PortalFixture::page({QJsonObject{{u"device_id"_s, u"dev_1"_s}, {u"name"_s, u"Door"_s}}}));
    QVERIFY(fixture.signIn());
    PaletteModel palette;
    palette.setPortal(&fixture.portal());
    palette.refresh();
    palette.setQuery(u"door"_s);
    QTRY_COMPARE(palette.count(), 1);
    fixture.portal().session()->signOut();
    QTRY_COMPARE(palette.count(), 0);
}

void PaletteTest::stepsFromGroupToGroup()
{
    PortalFixture fixture;
    PaletteModel palette;
    palette.setPortal(&fixture.portal());
    QVariantList own;
    for (const QString &kind : {u"page"_s, u"page"_s, u"action"_s})
        own.append(QVariantMap{{u"kind"_s, kind}, {u"id"_s, QString::number(own.size())}, {u"title"_s, u"x"_s}});
    palette.setOwn(own);
    QCOMPARE(palette.count(), 3);
    QVERIFY(palette.startsGroup(0) && !palette.startsGroup(1) && palette.startsGroup(2) && !palette.startsGroup(3));
    QCOMPARE(palette.nextGroup(1, 1), 2);
    QCOMPARE(palette.nextGroup(2, 1), 0);
    QCOMPARE(palette.nextGroup(0, -1), 2);
}

void PaletteTest::remembersChoices()
{
    PortalFixture fixture;
    QStringList recent;
    const QVariantList own{QVariantMap{{u"kind"_s, u"page"_s}, {u"id"_s, u"home"_s}, {u"title"_s, u"Home"_s}},
                           QVariantMap{{u"kind"_s, u"page"_s}, {u"id"_s, u"bin"_s}, {u"title"_s, u"Bin"_s}}};
    {
        PaletteModel palette;
        palette.setPortal(&fixture.portal());
        palette.setOwn(own);
        palette.remember(1);
        recent = palette.recent();
    }
    QCOMPARE(recent, QStringList(u"page:bin"_s));
    PaletteModel palette;
    palette.setPortal(&fixture.portal());
    palette.setRecent(recent);
    palette.setOwn(own);
    QCOMPARE(palette.get(0).value(u"title"_s).toString(), u"Bin"_s);
}

void PaletteTest::readsLinks_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QStringList>("segments");
    QTest::newRow("a page") << u"waymark://marks"_s << QStringList{u"marks"_s};
    QTest::newRow("an object") << u"waymark://cameras/dev_01HV"_s << QStringList{u"cameras"_s, u"dev_01HV"_s};
    QTest::newRow("a part") << u"waymark://cameras/dev_1/zones/"_s << QStringList{u"cameras"_s, u"dev_1"_s, u"zones"_s};
    QTest::newRow("without slashes") << u"waymark:marks"_s << QStringList{u"marks"_s};
    QTest::newRow("another scheme") << u"https://marks"_s << QStringList();
    QTest::newRow("a query") << u"waymark://marks?delete=1"_s << QStringList();
    QTest::newRow("a way out") << u"waymark://marks/../account"_s << QStringList();
    QTest::newRow("too long") << u"waymark://marks/"_s + QString(100, u'x') << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void PaletteTest::readsLinks()
{
    QFETCH(const QString, link);
    QFETCH(const QStringList, segments);
    QCOMPARE(Navigation::segments(link), segments);
}

void PaletteTest::goesBackAndForward()
{
    Navigation navigation;
    QCOMPARE(navigation.back(), QString());
    for (const QString &link : {u"a"_s, u"b"_s, u"b"_s, u"c"_s})
        navigation.visit(link);
    QCOMPARE(navigation.back(), u"b"_s);
    QCOMPARE(navigation.back(), u"a"_s);
    QVERIFY(!navigation.canGoBack());
    QCOMPARE(navigation.forward(), u"b"_s);
    navigation.visit(u"b2"_s, true); // a step within the page
    QCOMPARE(navigation.forward(), u"c"_s);
    QCOMPARE(navigation.back(), u"b2"_s);
    navigation.visit(u"d"_s);
    QVERIFY(!navigation.canGoForward());
    for (int i = 0; i < 300; ++i)
        navigation.visit(QString::number(i));
    QCOMPARE(navigation.current(), u"299"_s);
    int steps = 0;
    while (navigation.canGoBack() && steps < 300) {
        navigation.back();
        ++steps;
    }
    QCOMPARE(steps, 99);
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
