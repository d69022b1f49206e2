// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/timelineview.h"
#include "models/core/times.h"
#include "tests/api/recordingfixture.h"
#include "tests/e2e/portaltest.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

/// A selected span of the Timeline page that is held, released, and deleted.
class TimelineSpanTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsASelection();
    void releaseIsUndone();
    void forgetsTheWordsOfAnotherLanguage();
    void fits_data();
    void fits();
    void deletesASelection();
    void keepsTheNewestMinutes();

private:
    static constexpr int second = 1000; // ms

    bool select(qint64 start) const;
    QQuickItem *page() const { return qvariant_cast<QQuickItem *>(m_driver->property(u"pageStack"_s, "currentItem")); }
    /// Returns what is held of the recording, without the times of the requests.
    QJsonArray holds() const;
    TimelineView &timeline() const { return *qobject_cast<TimelineView *>(m_driver->find(u"timelineView"_s)); }
    QString gapAt(qint64 ms) const
    {
        const TimelineView &view = timeline();
        const double y = view.property("rulerHeight").toDouble() + 0.5 * view.property("rowHeight").toDouble();
        return view.gapTextAt(view.xOf(double(ms)), y);
    }

    TestAccount *m_ada = nullptr;
    QString m_door;
    qint64 m_start = 0; ///< of a recording, milliseconds since the epoch
    qint64 m_newest = 0; ///< of a recording that is too new to be deleted
};

void TimelineSpanTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    m_start = (QDateTime::currentMSecsSinceEpoch() / second - 1200) * second;
    m_newest = m_start + 1080 * second;
    const EncodedVideo video = EncodedVideo::of(10);
    RecordingFixture::record(*m_server, video, {.device = m_door, .startMs = m_start});
    RecordingFixture::record(*m_server, video, {.device = m_door, .startMs = m_newest});
    QVERIFY(openPortal(m_ada->email()));
    STEP(apply({.size = QSize(1440, 900)}));
    STEP(activate());
    m_driver->press(Qt::Key_G);
    m_driver->press(Qt::Key_T);
    STEP(waitFor(u"timelineView"_s));
}

/// Selects a recording from its third to its sixth second.
bool TimelineSpanTest::select(qint64 start) const
{
    return QMetaObject::invokeMethod(page(), "select", Q_ARG(QVariant, double(start + 2 * second)),
                                     Q_ARG(QVariant, double(start + 6 * second)))
        && m_driver->waitFor(u"holdSpanButton"_s);
}

QJsonArray TimelineSpanTest::holds() const
{
    const auto text = [](qint64 ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(ms))); };
    const QString path = u"/devices/%1/recordings/holds?from=%2&to=%3"_s;
    QJsonArray holds;
    for (const QJsonValue &item : m_ada->get(path.arg(m_door, text(m_start), text(m_start + 10 * second))).items()) {
        QJsonObject hold = item.toObject();
        hold.remove(u"held_at"_s);
        holds.append(hold);
    }
    return holds;
}

void TimelineSpanTest::holdsASelection()
{
    QVERIFY(select(m_start));
    STEP(click(u"holdSpanButton"_s));
    STEP(type(u"holdReason"_s, u"Evidence"_s));
    STEP(pick(u"holdTerm"_s, 1));
    m_driver->keep(u"timeline-hold"_s);
    STEP(click(u"confirmHoldButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s), u"The recording is held"_s, patience);
    QCOMPARE(holds().size(), 1);
    QCOMPARE(holds()[0][u"reason"_s].toString(), u"Evidence"_s);
    QVERIFY(holds()[0].toObject().contains(u"until"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->property(u"deleteSpanButton"_s, "enabled").toBool(), patience);
}

void TimelineSpanTest::releaseIsUndone()
{
    const auto before = holds();
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"holdSpanButton"_s).startsWith(u"Release ("_s), patience);
    STEP(click(u"holdSpanButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s), u"The recording is released"_s, patience);
    QCOMPARE(holds().size(), 0);
    QVERIFY(select(m_newest)); // the undo is still of the other selection
    STEP(click(u"undoButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s), u"The recording is held"_s, patience);
    QCOMPARE(holds(), before);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"holdSpanButton"_s), u"Hold"_s, patience);
}

void TimelineSpanTest::forgetsTheWordsOfAnotherLanguage()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s), u"The recording is held"_s, patience);
    m_driver->portal().setLanguage(u"de"_s);
    QVERIFY(!m_driver->find(u"undoButton"_s));
    STEP(waitUntilGone(u"toastLabel"_s));
}

void TimelineSpanTest::fits_data()
{
    addLookPairs();
    QTest::newRow("zh_CN-light-1024") << Look{u"zh_CN"_s, Portal::ColorScheme::Light, QSize(1024, 768)};
    QTest::newRow("ar-dark-1920") << Look{u"ar"_s, Portal::ColorScheme::Dark, QSize(1920, 1080)};
}

void TimelineSpanTest::fits()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    QVERIFY(select(m_start));
    STEP(waitUntilStill());
    for (const QString &name : {u"exportButton"_s, u"holdSpanButton"_s, u"deleteSpanButton"_s, u"zoomInButton"_s}) {
        const auto *control = m_driver->waitFor(name);
        QVERIFY(control);
        const QRectF area = control->mapRectToScene(QRectF(0, 0, control->width(), control->height()));
        QVERIFY2(QRectF(0, 0, look.size.width(), look.size.height()).contains(area), qPrintable(name));
    }
    QVERIFY(m_driver->missingIcons().isEmpty());
    keepRow(u"timeline-span"_s);
}

void TimelineSpanTest::deletesASelection()
{
    STEP(apply({.size = QSize(1440, 900)}));
    STEP(click(u"clearSelectionButton"_s));
    STEP(click(u"zoom5"_s)); // a minute: an hour does not show gaps of some seconds
    QVERIFY(QMetaObject::invokeMethod(page(), "reveal", Q_ARG(QVariant, double(m_start))));
    QVERIFY(select(m_start));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"holdSpanButton"_s).startsWith(u"Release ("_s), patience);
    STEP(click(u"holdSpanButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->property(u"deleteSpanButton"_s, "enabled").toBool(), patience);
    STEP(click(u"deleteSpanButton"_s));
    STEP(waitFor(u"confirmButton"_s));
    m_driver->keep(u"timeline-delete"_s);
    STEP(click(u"confirmButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s), u"The recording was deleted"_s, patience);
    STEP(waitUntilGone(u"deleteSpanButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(gapAt(m_start + 4 * second).startsWith(u"Deleted"_s), patience);
}

void TimelineSpanTest::keepsTheNewestMinutes()
{
    QVERIFY(select(m_newest));
    STEP(click(u"deleteSpanButton"_s));
    STEP(click(u"confirmButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s),
                              u"The newest minutes can't be deleted yet. Try again later."_s, patience);
    STEP(waitFor(u"deleteSpanButton"_s));
}

int main(int argc, char *argv[]) { return runPortalTest<TimelineSpanTest>(argc, argv); }
#include "tst_timelinespan.moc"
