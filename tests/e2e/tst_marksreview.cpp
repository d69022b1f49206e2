// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/e2e/portaldriver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = PortalDriver::patience;

QString picture(const QColor &colour)
{
    QImage image(640, 360, QImage::Format_RGB32);
    image.fill(colour);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return QString::fromLatin1(buffer.data().toBase64());
}
}

#define STEP(what) QVERIFY(m_driver->what)

/// Going through marks: by day, by filter, by the line of a day, and by the keys alone.
class MarksReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_driver.reset(); }
    void thePageSaysThatThereIsNothing();
    void theDayIsDrawn();
    void aStrokeLeadsToItsMark();
    void keysReadAndUndo();
    void keysThrowAwayAndUndo();
    void keysGoThroughOpenMarks();
    void filtersNarrowTheList();
    void daysAreGoneThrough();
    void looksRight_data();
    void looksRight();

private:
    QString addMark(const QString &device, const QDateTime &at, const QString &label, double score) const;
    int shown() const { return m_driver->property(u"marksList"_s, "count").toInt(); }
    int current() const { return m_driver->property(u"marksList"_s, "currentIndex").toInt(); }

    std::unique_ptr<TestServer> m_server;
    QTemporaryDir m_dir;
    std::unique_ptr<PortalDriver> m_driver;
    TestAccount *m_ada = nullptr;
    QDateTime m_today; ///< a moment of today, whenever the test runs
};

void MarksReviewTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_today = QDate::currentDate().startOfDay().toUTC();
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
    STEP(click(u"marksEntry"_s));
}

QString MarksReviewTest::addMark(const QString &device, const QDateTime &at, const QString &label, double score) const
{
    const Answer made = m_ada->post(u"/device-marks"_s,
                                    {{u"device_id"_s, device},
                                     {u"label"_s, label},
                                     {u"score"_s, score},
                                     {u"started_at"_s, QString::fromLatin1(Times::toText(at))},
                                     {u"snapshot"_s, picture(label == u"parcel"_s ? Qt::darkYellow : Qt::darkCyan)}});
    if (made.status != 201)
        qFatal("%s", made.text().constData());
    return made.json[u"devicemark_id"_s].toString();
}

void MarksReviewTest::thePageSaysThatThereIsNothing()
{
    STEP(waitFor(u"timelineEmpty"_s));
    QCOMPARE(m_driver->text(u"dayLabel"_s), u"Today"_s);
    m_driver->keep(u"marks-review-empty"_s);
}

/// Two cameras; six marks of yesterday and four of the day before, as today may have just begun.
void MarksReviewTest::theDayIsDrawn()
{
    const QString door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    const QString yard = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    for (int i = 0; i < 4; ++i)
        addMark(door, m_today.addDays(-2).addSecs(3600 * (6 + 3 * i)), u"motion"_s, 0.6);
    for (int i = 0; i < 6; ++i)
        addMark(i % 2 ? yard : door, m_today.addDays(-1).addSecs(3600 * (4 + 3 * i)), i < 2 ? u"parcel"_s : u"motion"_s,
                0.5 + 0.08 * i);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
    // The list begins with yesterday, and the line follows it.
    const QString yesterday = QLocale().toString(QDate::currentDate().addDays(-1), QLocale::LongFormat);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"dayLabel"_s), yesterday, patience);
    STEP(waitFor(u"tick0-2"_s));
    STEP(waitFor(u"tick1-2"_s));
    m_driver->keep(u"marks-review-day"_s);
    STEP(click(u"previousDayButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 4, patience);
    STEP(click(u"allDaysButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
}

void MarksReviewTest::aStrokeLeadsToItsMark()
{
    STEP(waitFor(u"tick0-0"_s));
    // The first of the front door yesterday is the last but four of all, the newest being first.
    STEP(click(u"tick0-0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(current(), 5, patience);
    m_driver->keep(u"marks-review-stroke"_s);
}

void MarksReviewTest::keysReadAndUndo()
{
    STEP(waitFor(u"unreadDot5"_s));
    m_driver->press(Qt::Key_R);
    STEP(waitUntilGone(u"unreadDot5"_s));
    m_driver->press(Qt::Key_U);
    STEP(waitFor(u"unreadDot5"_s));
    m_driver->press(Qt::Key_K);
    QCOMPARE(current(), 4);
    m_driver->press(Qt::Key_J);
    QCOMPARE(current(), 5);
}

void MarksReviewTest::keysThrowAwayAndUndo()
{
    m_driver->press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 9, patience);
    m_driver->keep(u"marks-review-binned"_s);
    m_driver->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
    QTRY_COMPARE_WITH_TIMEOUT(current(), 5, patience); // where it was
}

void MarksReviewTest::keysGoThroughOpenMarks()
{
    STEP(waitFor(u"tick1-0"_s)); // the day that has both cameras
    // Drawn anew meanwhile, as the mark came back, the stroke may have gone from under the mouse.
    QVERIFY(QTest::qWaitFor([this] { return current() == 3 || (m_driver->click(u"tick0-1"_s), current() == 3); },
                            patience));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"markReadButton"_s));
    m_driver->keep(u"marks-review-open"_s);
    const auto read = [this] {
        return m_ada->get(u"/device-marks/account/%1?unread=false"_s.arg(m_ada->accountId())).items().size();
    };
    m_driver->press(Qt::Key_R);
    QTRY_COMPARE_WITH_TIMEOUT(read(), 1, patience);
    m_driver->press(Qt::Key_J);
    m_driver->press(Qt::Key_R);
    QTRY_COMPARE_WITH_TIMEOUT(read(), 2, patience);
    // Thrown away, the next one is there; undone, it is back in the list.
    m_driver->press(Qt::Key_Delete);
    const auto binned = [this] {
        return m_ada->get(u"/device-marks/account/%1?bin=true"_s.arg(m_ada->accountId())).items().size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(binned(), 1, patience);
    STEP(waitFor(u"undoButton"_s));
    m_driver->press(Qt::Key_U);
    QTRY_COMPARE_WITH_TIMEOUT(binned(), 0, patience);
    m_driver->press(Qt::Key_Escape);
    STEP(waitFor(u"marksList"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
}

void MarksReviewTest::filtersNarrowTheList()
{
    STEP(click(u"filtersButton"_s));
    STEP(waitFor(u"labelFilter"_s));
    m_driver->keep(u"marks-review-filters"_s);
    STEP(click(u"cameraFilter"_s));
    m_driver->press(Qt::Key_Down);
    m_driver->press(Qt::Key_Return); // the first camera
    STEP(waitUntil(u"clearFiltersButton"_s, "enabled"));
    STEP(click(u"closeFiltersButton"_s));
    STEP(waitUntilGone(u"closeFiltersButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown() == 7 || shown() == 3, patience);
    QVERIFY(m_driver->text(u"filtersButton"_s).contains(u'1'));
    m_driver->keep(u"marks-review-filtered"_s);
    STEP(click(u"filtersButton"_s));
    STEP(click(u"clearFiltersButton"_s));
    STEP(click(u"closeFiltersButton"_s));
    STEP(waitUntilGone(u"closeFiltersButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
}

void MarksReviewTest::daysAreGoneThrough()
{
    STEP(click(u"todayButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 0, patience);
    QCOMPARE(m_driver->text(u"dayLabel"_s), u"Today"_s);
    QVERIFY(!m_driver->property(u"nextDayButton"_s, "enabled").toBool());
    m_driver->keep(u"marks-review-no-day"_s);
    STEP(click(u"previousDayButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 6, patience);
    STEP(click(u"previousDayButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 4, patience);
    STEP(click(u"nextDayButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 6, patience);
    STEP(click(u"allDaysButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
}

void MarksReviewTest::looksRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Portal::ColorScheme>("colours");
    QTest::addColumn<QSize>("size");
    QTest::newRow("zh-light-small") << u"zh_CN"_s << Portal::ColorScheme::Light << QSize(640, 480);
    QTest::newRow("en-dark-large") << u"en"_s << Portal::ColorScheme::Dark << QSize(1440, 900);
}

void MarksReviewTest::looksRight()
{
    QFETCH(QString, language);
    QFETCH(Portal::ColorScheme, colours);
    QFETCH(QSize, size);
    m_driver->portal().setLanguage(language);
    m_driver->portal().setDarkMode(colours);
    m_driver->window()->resize(size);
    QTRY_COMPARE(m_driver->window()->size(), size);
    const QString dress = QString::fromLatin1(QTest::currentDataTag());
    STEP(waitFor(u"markRow0"_s));
    m_driver->keep(u"dress-marks-"_s + dress);
    STEP(click(u"filtersButton"_s));
    STEP(waitFor(u"closeFiltersButton"_s));
    m_driver->keep(u"dress-filters-"_s + dress);
    STEP(click(u"closeFiltersButton"_s));
    STEP(waitUntilGone(u"closeFiltersButton"_s));
    STEP(click(u"markRow0"_s));
    STEP(waitFor(u"markReadButton"_s));
    m_driver->keep(u"dress-mark-"_s + dress);
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"marksList"_s));
}

int main(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    MarksReviewTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_marksreview.moc"
