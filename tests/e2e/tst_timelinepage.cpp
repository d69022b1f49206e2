// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/clipmodel.h"
#include "app/portal/recordingplayer.h"
#include "app/portal/scrubpicture.h"
#include "app/portal/timelineview.h"
#include "models/core/times.h"
#include "tests/api/recordingfixture.h"
#include "tests/e2e/portaltest.h"

#include <QJsonArray>
#include <QVideoFrame>

using namespace Qt::StringLiterals;

/// The Timeline page on what the server has recorded. The gray level of a picture tells its number, and so its time.
class TimelinePageTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsWhatWasRecorded();
    void opensAMarkAtItsMoment();
    void stepsByPictures();
    void playsOverGaps();
    void saysWhatIsMissing();
    void stepsByMarks();
    void zoomsByKeys();
    void keepsKeysAndChoices();
    void showsAPictureAtThePointer();
    void savesThePicture();
    void exportsASelection();
    void sharesASelection();
    void goesLive();
    void fits_data();
    void fits();

private:
    static constexpr int second = 1000; // ms
    static constexpr int minute = 60 * second;
    /// The recordings begin with the second fragment: FFmpeg shows the first picture for longer than the others.
    static constexpr int firstPicture = 10;

    QQuickItem *page() const { return qvariant_cast<QQuickItem *>(m_driver->property(u"pageStack"_s, "currentItem")); }
    RecordingPlayer &player() const { return *page()->findChild<RecordingPlayer *>(); }
    TimelineView &timeline() const { return *qobject_cast<TimelineView *>(m_driver->find(u"timelineView"_s)); }
    /// Returns the point of a row, in the window, at a time.
    QPoint pointAt(qint64 ms, int row) const;
    /// Returns whether the player shows the picture with this number of the first recording.
    bool shows(int picture) const;
    QString mark(const QString &device, qint64 ms, const QString &label) const;

    TestAccount *m_ada = nullptr;
    QString m_door;
    QString m_mark;
    qint64 m_start = 0; ///< of the first recording, milliseconds since the epoch
    qint64 m_second = 0; ///< of the second one
};

QPoint TimelinePageTest::pointAt(qint64 ms, int row) const
{
    const TimelineView &view = timeline();
    const double y = view.property("rulerHeight").toDouble() + (row + 0.8) * view.property("rowHeight").toDouble();
    return view.mapToScene(QPointF(view.xOf(double(ms)), y)).toPoint();
}

bool TimelinePageTest::shows(int picture) const
{
    const RecordingPlayer &shown = player();
    if (shown.state() != RecordingPlayer::Ready || shown.position() != double(m_start + 100 * picture))
        return false;
    const QImage image = shown.videoSink()->videoFrame().toImage();
    const int gray = image.isNull() ? -1 : qGray(image.pixel(image.rect().center()));
    return qAbs(gray - EncodedVideo::greyOf(firstPicture + picture)) < 2;
}

QString TimelinePageTest::mark(const QString &device, qint64 ms, const QString &label) const
{
    const auto text = [](qint64 at) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(at))); };
    const QJsonObject box{{u"x"_s, 0.4}, {u"y"_s, 0.3}, {u"width"_s, 0.2}, {u"height"_s, 0.5}};
    const QJsonObject object{{u"label"_s, label}, {u"score"_s, 0.9}, {u"box"_s, box}};
    const Answer made = m_ada->post(u"/device-marks"_s,
                                    {{u"device_id"_s, device},
                                     {u"label"_s, label},
                                     {u"objects"_s, QJsonArray{object}},
                                     {u"started_at"_s, text(ms)},
                                     {u"ended_at"_s, text(ms + 3000)}});
    return made.json[u"devicemark_id"_s].toString();
}

void TimelinePageTest::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    for (const QString &name : {u"Driveway"_s, u"Garage"_s, u"Back yard"_s})
        m_ada->addDevice(name);
    const EncodedVideo video = EncodedVideo::of(11);
    m_start = (QDateTime::currentMSecsSinceEpoch() / second - 1200) * second;
    m_second = m_start + 60 * second;
    RecordingFixture::record(*m_server, video, {.device = m_door, .startMs = m_start, .first = 1});
    RecordingFixture::record(*m_server, video,
                             {.device = m_door, .startMs = m_second, .first = 1, .gap = RecordedFile::Gap::CameraLost});
    m_mark = mark(m_door, m_start + 4 * second, u"person"_s);
    mark(m_door, m_second + 5 * second, u"car"_s);
    QVERIFY(openPortal(m_ada->email()));
    STEP(apply({.size = QSize(1440, 900)}));
    STEP(activate());
}

void TimelinePageTest::showsWhatWasRecorded()
{
    m_driver->press(Qt::Key_G);
    m_driver->press(Qt::Key_T);
    STEP(waitFor(u"timelineCamera3"_s));
    STEP(waitUntil(u"liveButton"_s, "visible"));
    const auto door = timeline().property("devices").toStringList().indexOf(m_door);
    const auto gapAt = [&](qint64 ms) {
        const TimelineView &view = timeline();
        const double y =
            view.property("rulerHeight").toDouble() + (double(door) + 0.5) * view.property("rowHeight").toDouble();
        return view.gapTextAt(view.xOf(double(ms)), y);
    };
    QTRY_COMPARE_WITH_TIMEOUT(gapAt(m_start + 30 * second), u"Camera offline, 50 s"_s, patience);
    QCOMPARE(gapAt(m_start + 5 * second), QString());
}

void TimelinePageTest::opensAMarkAtItsMoment()
{
    m_driver->openLink(u"waymark://timeline/"_s + m_mark);
    QTRY_VERIFY_WITH_TIMEOUT(shows(40), patience);
    STEP(waitFor(u"markAside"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"asideTitle"_s), u"Person"_s, patience);
    STEP(waitFor(u"recordedBox"_s));
    m_driver->keep(u"timeline-mark"_s);
}

void TimelinePageTest::stepsByPictures()
{
    m_driver->press(Qt::Key_Period);
    QTRY_VERIFY_WITH_TIMEOUT(shows(41), patience);
    for (const int picture : {40, 39}) {
        m_driver->press(Qt::Key_Comma);
        QTRY_VERIFY_WITH_TIMEOUT(shows(picture), patience);
    }
    m_driver->press(Qt::Key_Right); // 5 s
    QTRY_VERIFY_WITH_TIMEOUT(shows(89), patience);
    m_driver->press(Qt::Key_Left);
    QTRY_VERIFY_WITH_TIMEOUT(shows(39), patience);
    // The newest of many positions is shown.
    for (int picture = 0; picture < 70; ++picture)
        player().seek(double(m_start + 100 * picture + 50));
    QTRY_VERIFY_WITH_TIMEOUT(shows(69), patience);
}

void TimelinePageTest::playsOverGaps()
{
    player().seek(double(m_start + 8 * second));
    QTRY_VERIFY_WITH_TIMEOUT(shows(80), patience);
    QList<double> positions;
    const auto remember =
        connect(&player(), &RecordingPlayer::positionChanged, this, [&] { positions.append(player().position()); });
    STEP(click(u"fasterButton"_s));
    QCOMPARE(player().rate(), 2);
    m_driver->press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(player().position() > double(m_second + second), patience);
    m_driver->press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!player().isPlaying(), patience);
    disconnect(remember);
    for (const double each : positions)
        QVERIFY2(each < double(m_start + 10 * second) || each >= double(m_second), qPrintable(QString::number(each)));
    QVERIFY(std::is_sorted(positions.begin(), positions.end()));
    STEP(click(u"slowerButton"_s));
}

void TimelinePageTest::saysWhatIsMissing()
{
    player().seek(double(m_start + 30 * second));
    QTRY_COMPARE_WITH_TIMEOUT(player().state(), RecordingPlayer::NotRecorded, patience);
    STEP(waitFor(u"recordingNote"_s));
}

void TimelinePageTest::stepsByMarks()
{
    STEP(click(u"nextMarkButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(player().position(), double(m_second + 5 * second), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"asideTitle"_s), u"Car"_s, patience);
    m_driver->press(Qt::Key_J);
    QTRY_COMPARE_WITH_TIMEOUT(player().position(), double(m_start + 4 * second), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"asideTitle"_s), u"Person"_s, patience);
}

void TimelinePageTest::zoomsByKeys()
{
    const auto span = [this] { return page()->property("span").toDouble(); };
    const double position = player().position();
    for (const auto &[key, seconds] :
         {std::pair(Qt::Key_1, 30 * 86400.0), {Qt::Key_3, 86400.0}, {Qt::Key_6, 1.0}, {Qt::Key_5, 60.0}}) {
        m_driver->press(key);
        QTRY_COMPARE(span(), seconds * second);
        const double x = timeline().xOf(position);
        QVERIFY(x >= 0 && x <= timeline().width());
    }
    m_driver->press(Qt::Key_Minus);
    QTRY_COMPARE(span(), 120.0 * second);
    const QPointF at = pointAt(m_start + 4 * second, 0);
    QWheelEvent wheel(at, at, {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_driver->window(), &wheel);
    QTRY_COMPARE(span(), 96.0 * second);
}

void TimelinePageTest::keepsKeysAndChoices()
{
    STEP(apply({.size = QSize(1440, 700)})); // three of the four cameras are in sight
    STEP(click(u"zoom4"_s)); // leaves the keys to the page
    m_driver->press(Qt::Key_Space);
    QTRY_VERIFY(player().isPlaying());
    m_driver->press(Qt::Key_Space);
    STEP(pick(u"timelineCameraBox"_s, 1));
    m_driver->press(Qt::Key_5); // is the page's, and not the box's
    QTRY_COMPARE(page()->property("span").toInt(), minute);
    STEP(pick(u"timelineCameraBox"_s, 0));
    QVERIFY(m_driver->find(u"timelineNames"_s)->setProperty("contentY", 40));
    const QString last = timeline().property("devices").toStringList()[3];
    QCOMPARE(m_ada->put(u"/devices/"_s + last, {{u"name"_s, u"Old"_s}}).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->texts().contains(u"Old"_s), patience);
    QCOMPARE(m_driver->property(u"timelineNames"_s, "contentY").toInt(), 40);
    STEP(apply({.size = QSize(1440, 900)})); // all are in sight
}

void TimelinePageTest::showsAPictureAtThePointer()
{
    QTest::mouseMove(m_driver->window(), pointAt(m_start + 6 * second, 0));
    STEP(waitUntil(u"scrubPicture"_s, "ready"));
    m_driver->keep(u"timeline-scrub"_s);
}

void TimelinePageTest::savesThePicture()
{
    auto *dialog = m_driver->window()->findChild<QObject *>(u"exportDialog"_s);
    QVERIFY(dialog);
    m_driver->press(Qt::Key_S);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->property("visible").toBool(), patience);
    QVERIFY(dialog->property("currentFile").toUrl().fileName().endsWith(u".jpg"_s));
    QMetaObject::invokeMethod(dialog, "close");
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->property("visible").toBool(), patience);
    const QString file = m_dir.filePath(u"door.jpg"_s);
    page()->findChild<ClipModel *>()->savePicture(m_door, player().position(), QUrl::fromLocalFile(file));
    QTRY_COMPARE_WITH_TIMEOUT(QImage(file).size(), QSize(160, 96), patience);
}

void TimelinePageTest::exportsASelection()
{
    const QPoint from = pointAt(m_start + 2 * second, 0);
    const QPoint to = pointAt(m_start + 6 * second, 0);
    QTest::mousePress(m_driver->window(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_driver->window(), (from + to) / 2);
    QTest::mouseMove(m_driver->window(), to);
    QTest::mouseRelease(m_driver->window(), Qt::LeftButton, {}, to);
    STEP(waitFor(u"exportButton"_s));
    auto &clip = *page()->findChild<ClipModel *>();
    QTRY_VERIFY_WITH_TIMEOUT(clip.bytes() > 0, patience);
    m_driver->keep(u"timeline-selection"_s);

    auto *dialog = m_driver->window()->findChild<QObject *>(u"exportDialog"_s);
    QVERIFY(dialog);
    m_driver->press(Qt::Key_E);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->property("visible").toBool(), patience);
    const QUrl file = QUrl::fromLocalFile(m_dir.filePath(u"door.mp4"_s));
    QVERIFY(dialog->property("currentFile").toUrl().fileName().startsWith(u"Front door "_s));
    QMetaObject::invokeMethod(dialog, "close");
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->property("visible").toBool(), patience);
    clip.save(m_door, page()->property("selectedFrom").toDouble(), page()->property("selectedTo").toDouble(), file);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s), u"Saved door.mp4"_s, patience);
    QCOMPARE(QFileInfo(file.toLocalFile()).size(), qint64(clip.bytes()));
    const QByteArray duration = RecordingFixture::run(
        u"ffprobe"_s, {u"-show_entries"_s, u"format=duration"_s, u"-of"_s, u"csv=p=0"_s, file.toLocalFile()});
    QVERIFY2(qAbs(duration.toDouble() - 5) < 1.1, duration.constData());

    // A file that cannot be written is named, and nothing is left of it.
    clip.save(m_door, double(m_start), double(m_start + second), QUrl(u"file:///nowhere/door.mp4"_s));
    QVERIFY(!clip.failure().isEmpty());
    QVERIFY(!clip.isSaving());
}

void TimelinePageTest::sharesASelection()
{
    STEP(click(u"shareSpanButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"spanLink"_s).contains(u"/clip.mp4?"_s), patience);
    const QUrl link(m_driver->text(u"spanLink"_s));
    QNetworkAccessManager network;
    const auto status = [&] {
        const std::unique_ptr<QNetworkReply> reply(network.head(QNetworkRequest(link)));
        return QTest::qWaitFor([&] { return reply->isFinished(); }, patience)
            ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()
            : 0;
    };
    QCOMPARE(status(), 200);
    m_driver->keep(u"timeline-share"_s);
    STEP(click(u"revokeLinksButton"_s));
    STEP(waitUntilGone(u"revokeLinksButton"_s));
    QCOMPARE(status(), 403);
    STEP(click(u"shareDoneButton"_s));
    STEP(waitUntilGone(u"shareDoneButton"_s));
}

void TimelinePageTest::goesLive()
{
    m_driver->press(Qt::Key_Escape);
    STEP(waitUntilGone(u"exportButton"_s));
    m_driver->press(Qt::Key_L);
    QTRY_VERIFY_WITH_TIMEOUT(page()->property("live").toBool(), patience);
    QCOMPARE(player().state(), RecordingPlayer::Idle);
    // What was recorded ends long ago: playing on from there arrives at the present.
    player().seek(double(m_second + 9 * second));
    page()->setProperty("live", false);
    player().play();
    QTRY_VERIFY_WITH_TIMEOUT(page()->property("live").toBool(), patience);
}

void TimelinePageTest::fits_data()
{
    QTest::addColumn<Look>("look");
    for (const QSize size : {QSize(640, 480), QSize(1024, 640), QSize(1920, 1080)}) {
        QTest::addRow("zh_CN-light-%d", size.width()) << Look{u"zh_CN"_s, Portal::ColorScheme::Light, size};
        QTest::addRow("en-dark-%d", size.width()) << Look{u"en"_s, Portal::ColorScheme::Dark, size};
    }
}

void TimelinePageTest::fits()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    m_driver->openLink(u"waymark://timeline/"_s + m_mark);
    STEP(waitFor(u"recordedBox"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(40), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->text(u"asideTitle"_s).isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!timeline().gapTextAt(timeline().xOf(double(m_start - minute)), 40).isEmpty(), patience);
    for (const QString &name : {u"liveButton"_s, u"zoomInButton"_s, u"motionChip"_s}) {
        const auto *control = m_driver->waitFor(name);
        QVERIFY(control);
        const QRectF area = control->mapRectToScene(QRectF(0, 0, control->width(), control->height()));
        QVERIFY2(QRectF(0, 0, look.size.width(), look.size.height()).contains(area), qPrintable(name));
    }
    QVERIFY(m_driver->missingIcons().isEmpty());
    keepRow(u"timeline"_s);
}

int main(int argc, char *argv[]) { return runPortalTest<TimelinePageTest>(argc, argv); }
#include "tst_timelinepage.moc"
