// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/e2e/portaltest.h"

#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QString picture(const QColor &color)
{
    QImage image(640, 360, QImage::Format_RGB32);
    image.fill(color);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return QString::fromLatin1(buffer.data().toBase64());
}
}

/// Reviews marks by day, by filter, on the timeline, and with the keyboard.
class MarksReviewTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isEmptyAtFirst();
    void drawsADay();
    void selectsTheMarkOfAStroke();
    void marksAsReadAndUndoesByKey();
    void deletesAndUndoesByKey();
    void stepsThroughOpenMarksByKey();
    void stepsThroughMarksThatLeaveTheList();
    void actsOnSeveral();
    void filtersTheList();
    void movesFromDayToDay();
    void looksRight_data();
    void looksRight();

private:
    QString addMark(const QString &device, const QDateTime &at, const QString &label, double score) const;
    int shown() const { return m_driver->property(u"marksList"_s, "count").toInt(); }
    int current() const { return m_driver->property(u"marksList"_s, "currentIndex").toInt(); }

    TestAccount *m_ada = nullptr;
    QDateTime m_today; ///< the start of today
};

void MarksReviewTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    // The folder of downloads, as a desktop names it.
    QDir(m_dir.path()).mkdir(u"config"_s);
    QFile folders(m_dir.filePath(u"config/user-dirs.dirs"_s));
    QVERIFY(folders.open(QIODevice::WriteOnly));
    folders.write("XDG_DOWNLOAD_DIR=\"" + m_dir.filePath(u"downloads"_s).toUtf8() + "\"\n");
    folders.close();
    qputenv("XDG_CONFIG_HOME", m_dir.filePath(u"config"_s).toUtf8());
    m_ada = &m_server->account(u"ada"_s);
    m_today = QDate::currentDate().startOfDay().toUTC();
    QVERIFY(openPortal(m_ada->email()));
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

void MarksReviewTest::isEmptyAtFirst()
{
    STEP(waitFor(u"timelineEmpty"_s));
    QCOMPARE(m_driver->text(u"dayLabel"_s), u"Today"_s);
    m_driver->keep(u"marks-review-empty"_s);
}

/// Adds two cameras, six marks of yesterday, and four of the day before. Today may have only just begun.
void MarksReviewTest::drawsADay()
{
    const QString door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    const QString yard = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    for (int i = 0; i < 4; ++i)
        addMark(door, m_today.addDays(-2).addSecs(3600 * (6 + 3 * i)), u"motion"_s, 0.6);
    for (int i = 0; i < 6; ++i)
        addMark(i % 2 ? yard : door, m_today.addDays(-1).addSecs(3600 * (4 + 3 * i)), i < 2 ? u"parcel"_s : u"motion"_s,
                0.5 + 0.08 * i);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
    // The list starts with yesterday, and the timeline follows the list.
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

void MarksReviewTest::selectsTheMarkOfAStroke()
{
    STEP(waitFor(u"tick0-0"_s));
    // The front door's first mark of yesterday is the sixth in the list, which is newest first.
    STEP(click(u"tick0-0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(current(), 5, patience);
    m_driver->keep(u"marks-review-stroke"_s);
}

void MarksReviewTest::marksAsReadAndUndoesByKey()
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

void MarksReviewTest::deletesAndUndoesByKey()
{
    m_driver->press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 9, patience);
    m_driver->keep(u"marks-review-binned"_s);
    m_driver->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
    QTRY_COMPARE_WITH_TIMEOUT(current(), 5, patience); // selected again
}

void MarksReviewTest::stepsThroughOpenMarksByKey()
{
    STEP(waitFor(u"tick1-0"_s)); // the day with marks of both cameras
    // Clicks again if needed: the strokes are redrawn when the mark is restored, possibly during the click.
    QVERIFY(QTest::qWaitFor([this] { return current() == 3 || (m_driver->click(u"tick0-1"_s), current() == 3); },
                            patience));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"markReadButton"_s));
    m_driver->keep(u"marks-review-open"_s);
    const auto read = [this] {
        return m_ada->get(u"/device-marks/account/%1?unread=false"_s.arg(m_ada->accountId())).items().size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(read(), 1, patience); // by being opened
    m_driver->press(Qt::Key_J);
    QTRY_COMPARE_WITH_TIMEOUT(read(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"markReadButton"_s), u"Mark as unread"_s, patience);
    for (const bool letters : {false, true}) { // they can be turned off
        m_driver->portal().setLetterKeys(letters);
        m_driver->press(Qt::Key_R);
    }
    QTRY_COMPARE_WITH_TIMEOUT(read(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"markReadButton"_s), u"Mark as read"_s, patience);
    m_driver->press(Qt::Key_R);
    QTRY_COMPARE_WITH_TIMEOUT(read(), 2, patience);
    STEP(waitUntil(u"markPicture"_s, "ready")); // deleting the mark ends the address of its picture
    // Deleting moves on to the next mark. Undo brings the mark back to the list.
    m_driver->press(Qt::Key_Delete);
    const auto binned = [this] {
        return m_ada->get(u"/device-marks/account/%1?bin=true"_s.arg(m_ada->accountId())).items().size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(binned(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(read(), 2, patience); // the first one, and the next, which is open now
    STEP(waitFor(u"undoButton"_s));
    m_driver->press(Qt::Key_U);
    QTRY_COMPARE_WITH_TIMEOUT(binned(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(read(), 3, patience);
    m_driver->press(Qt::Key_Escape);
    STEP(waitFor(u"marksList"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
}

/// In the list of unread marks, each leaves as it is opened.
void MarksReviewTest::stepsThroughMarksThatLeaveTheList()
{
    STEP(click(u"unreadFilter"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 7, patience);
    STEP(click(u"markRow0"_s));
    STEP(waitFor(u"markReadButton"_s));
    for (int left = 6; left > 4; --left) {
        QTRY_COMPARE_WITH_TIMEOUT(
            m_ada->get(u"/device-marks/account/%1?unread=true"_s.arg(m_ada->accountId())).items().size(), left,
            patience);
        m_driver->press(Qt::Key_J);
    }
    STEP(click(u"backButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 4, patience);
    STEP(click(u"allFilter"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
}

void MarksReviewTest::actsOnSeveral()
{
    const auto selected = [this] { return m_driver->property(u"marksList"_s, "selected").toList().size(); };
    STEP(hover(u"markRow1"_s));
    STEP(click(u"selectMark1"_s));
    QTRY_COMPARE(selected(), 1);
    m_driver->find(u"marksList"_s)->setProperty("currentIndex", 3);
    m_driver->find(u"marksList"_s)->forceActiveFocus();
    m_driver->press(Qt::Key_X, Qt::ShiftModifier);
    QTRY_COMPARE(selected(), 3);
    QCOMPARE(m_driver->text(u"selectedLabel"_s), u"3 selected"_s);
    m_driver->press(Qt::Key_W);
    STEP(waitFor(u"markPreview"_s));
    m_driver->keep(u"marks-review-selected"_s);
    m_driver->press(Qt::Key_W);
    STEP(waitUntilGone(u"markPreview"_s));

    const auto files = [this] { return QDir(m_dir.filePath(u"downloads/Waymark"_s)).entryList(QDir::Files).size(); };
    m_driver->press(Qt::Key_E);
    QTRY_COMPARE_WITH_TIMEOUT(files(), 3, patience);
    m_driver->press(Qt::Key_S);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s).contains(u"3"_s)
                                 && QGuiApplication::clipboard()->text().count(u"signature="_s) == 3,
                             patience);
    const QStringList links = QGuiApplication::clipboard()->text().split(u'\n');
    const auto status = [&links, this] { return m_server->anybody().get(links[0]).status; };
    QCOMPARE(status(), 200);
    STEP(click(u"undoButton"_s)); // revokes the links
    QTRY_COMPARE_WITH_TIMEOUT(status(), 403, patience);

    m_driver->find(u"marksList"_s)->forceActiveFocus();
    m_driver->press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 7, patience);
    QCOMPARE(selected(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s), u"3 marks moved to the bin"_s, patience); // to be undone
    m_driver->press(Qt::Key_U);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 10, patience);
}

void MarksReviewTest::filtersTheList()
{
    STEP(click(u"filtersButton"_s));
    STEP(waitFor(u"labelFilter"_s));
    m_driver->keep(u"marks-review-filters"_s);
    STEP(click(u"cameraFilter"_s));
    m_driver->press(Qt::Key_Down);
    m_driver->press(Qt::Key_Return); // selects the first camera
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

void MarksReviewTest::movesFromDayToDay()
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

void MarksReviewTest::looksRight_data() { addLooks(); }

void MarksReviewTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(waitFor(u"markRow0"_s));
    keepRow(u"look-marks"_s);
    STEP(click(u"filtersButton"_s));
    STEP(waitFor(u"closeFiltersButton"_s));
    keepRow(u"look-filters"_s);
    STEP(click(u"closeFiltersButton"_s));
    STEP(waitUntilGone(u"closeFiltersButton"_s));
    STEP(click(u"markRow0"_s));
    STEP(waitFor(u"markReadButton"_s));
    keepRow(u"look-mark"_s);
    STEP(click(u"backButton"_s));
    STEP(waitFor(u"marksList"_s));
}

int main(int argc, char *argv[]) { return runPortalTest<MarksReviewTest>(argc, argv); }
#include "tst_marksreview.moc"
