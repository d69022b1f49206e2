// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the portal: how long its first frame, a change of the page, a search in the palette, and each frame of a
// long list and of a timeline take. Prints one line of JSON. To be run by scripts/bench portal, on a display.
#include "app/portal/listmodel.h"
#include "app/portal/paletteindex.h"
#include "app/portal/timelineview.h"
#include "models/insight/devicemark.h"
#include "tests/e2e/portaltest.h"
#include "tests/support/cameraprocess.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QQmlComponent>
#include <QQuickItem>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {
constexpr int many = 100'000;

/// A list that has all its rows at once.
class LongList : public ListModel
{
public:
    LongList()
        : ListModel(DeviceMark::staticMetaObject, u"devicemarkId"_s, {"deviceMarkId", "deviceName", "thumbnailUrl"},
                    nullptr)
    {
        const QDateTime now = QDateTime::currentDateTime();
        for (int i = 0; i < many; ++i)
            insert(i,
                   {{u"devicemarkId"_s, u"mark_%1"_s.arg(i)},
                    {u"deviceMarkId"_s, u"mark_%1"_s.arg(i)},
                    {u"deviceName"_s, u"Camera %1"_s.arg(i % 97)},
                    {u"label"_s, u"motion"_s},
                    {u"state"_s, u"closed"_s},
                    {u"startedAt"_s, now.addSecs(-60 * i)},
                    {u"endedAt"_s, now.addSecs(5 - 60 * i)},
                    {u"read"_s, i % 3 == 0}});
    }

protected:
    ApiRequest listRequest() const override { return ApiRequest::get(u"/device-marks"_s); }
};

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

/// Measures the processor time of this thread, which has the pages: other programs, and the threads that draw where
/// there is no graphics card, do not count.
class ThreadTimer
{
public:
    double milliseconds() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e3 * double(time.tv_sec) + double(time.tv_nsec) / 1e6;
    }

    double m_start = now();
};

/// Returns the processor time that a change takes until the window has drawn it.
template <typename Change>
double untilDrawn(QQuickWindow &window, Change change)
{
    QEventLoop loop;
    // Queued: the frame may be drawn by another thread.
    const auto drawn =
        QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    const ThreadTimer timer;
    change();
    window.update();
    loop.exec();
    QObject::disconnect(drawn);
    return timer.milliseconds();
}

QJsonObject searches()
{
    static const QStringList places{u"Garage"_s, u"Front door"_s, u"Back yard"_s, u"Driveway"_s, u"Stairs"_s};
    PaletteIndex index;
    QList<PaletteEntry> entries;
    for (int i = 0; i < many; ++i)
        entries.append({.kind = i % 10 == 0 ? u"camera"_s : u"mark"_s,
                        .id = u"mark_%1"_s.arg(i),
                        .title = u"Person at %1 %2"_s.arg(places[i % 5]).arg(i % 1000),
                        .detail = u"%1:%2"_s.arg(i % 24).arg(i % 60)});
    index.replace({u"camera"_s, u"mark"_s}, entries);
    double worst = 0;
    for (const QString &query : {u"g"_s, u"gar"_s, u"garage 14"_s, u"prsn frnt"_s, u"zzzz"_s, u"mark_99999"_s}) {
        const ThreadTimer timer;
        (void)index.search(query, {u"camera:mark_10"_s}, 8);
        worst = std::max(worst, timer.milliseconds());
    }
    return {{u"entries"_s, many}, {u"worst_ms"_s, worst}};
}

QJsonObject scrolling(PortalDriver &driver)
{
    LongList list;
    QQmlComponent component(qmlEngine(driver.window()));
    component.setData(R"(
        import QtQuick
        import Waymark.Portal
        ListView {
            width: 1200; height: 800; z: 100
            delegate: MarkRow { width: ListView.view.width }
        })",
                      QUrl());
    const std::unique_ptr<QObject> made(
        component.createWithInitialProperties({{u"model"_s, QVariant::fromValue<QObject *>(&list)}}));
    auto *view = qobject_cast<QQuickItem *>(made.get());
    if (!view)
        qFatal("%s", qPrintable(component.errorString()));
    view->setParentItem(driver.window()->contentItem());
    for (int i = 0; i < 5; ++i) // the rows in sight are made
        untilDrawn(*driver.window(), [] {});
    QList<double> frames;
    for (int i = 0; i < 200; ++i)
        frames.append(untilDrawn(
            *driver.window(), [view] { view->setProperty("contentY", view->property("contentY").toDouble() + 120); }));
    const double end = untilDrawn(*driver.window(), [view] { QMetaObject::invokeMethod(view, "positionViewAtEnd"); });
    std::sort(frames.begin(), frames.end());
    return {{u"rows"_s, many},
            {u"median_ms"_s, frames[frames.size() / 2]},
            {u"worst_ms"_s, frames.last()},
            {u"jump_to_end_ms"_s, end}};
}

/// Fills a camera's tile: recorded but for some gaps, with motion in half of its steps, and marks.
TimelineTile filledTile(const TimelineTiles::Key &key)
{
    const qint64 step = TimelineTiles::levels[size_t(key.level)].stepMs;
    TimelineTile tile;
    tile.to = key.to();
    tile.stepMs = step;
    for (qint64 at = key.from(), i = 0; at < key.to(); at += step, ++i) {
        if (i % 100 == 0) {
            tile.gaps.append({at, at + 3 * step, TimelineGap::Cause::CameraLost, false});
            tile.spans.append({at + 3 * step, at + 100 * step});
        }
        if (i % 2 == 0)
            tile.motion.append({at, 1 + int(i % 15)});
        if (i % 20 == 0)
            tile.marks.append({at, at + step, 1, i % 3 == 0 ? u"person"_s : u"car"_s, u"mark_%1"_s.arg(i)});
    }
    return tile;
}

/// Pans over 30 days of 16 cameras. The picture is painted here, as it is by the thread that renders.
QJsonObject panning()
{
    constexpr qint64 day = 86'400'000; // ms
    const qint64 end = QDateTime::currentMSecsSinceEpoch();
    TimelineModel model;
    QStringList devices;
    for (int camera = 0; camera < 16; ++camera)
        devices.append(u"dev_%1"_s.arg(camera));
    for (const QString &device : devices) {
        for (int level = 2; level < int(TimelineTiles::levels.size()); ++level) {
            for (const auto &key : TimelineTiles::keysIn(device, level, end - 30 * day, end))
                model.tiles().insert(key, filledTile(key), end);
        }
    }
    TimelineView view;
    view.setModel(&model);
    view.setSize(QSizeF(1280, 24 + 16 * 48));
    view.setProperty("devices", devices);
    view.setProperty("colors", QVariantMap{{u"rec"_s, QColor(Qt::gray)}, {u"motion"_s, QColor(Qt::blue)}});
    QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    QJsonObject result;
    for (const auto &[name, span] : {std::pair(u"day"_s, day), {u"week"_s, 7 * day}, {u"month"_s, 30 * day}}) {
        view.setProperty("span", double(span));
        QList<double> frames;
        for (int i = 0; i < 100; ++i) {
            view.setProperty("from", double(end - 30 * day + i * (30 * day - span) / 100));
            QPainter painter(&image);
            const ThreadTimer timer;
            view.paint(&painter);
            frames.append(timer.milliseconds());
        }
        std::sort(frames.begin(), frames.end());
        result.insert(name + u"_median_ms"_s, frames[frames.size() / 2]);
        result.insert(name + u"_worst_ms"_s, frames.last());
    }
    return result;
}
}

/// Not a test: PortalTest has what starts a server and the portal.
class PortalBench : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void measures();

private:
    QJsonObject wall(TestAccount &account);
};

/// Measures the processor time that a wall of four live cameras takes, in percent of a core, and the frames per second
/// of one of them. The server and the camera are other processes.
QJsonObject PortalBench::wall(TestAccount &account)
{
    const CameraProcess camera;
    for (int i = 0; i < 4; ++i)
        account.addDevice(u"Live %1"_s.arg(i), {{u"source_url"_s, camera.url().toString()}});
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"wall"_s));
    if (!m_driver->start() || !m_driver->apply({.size = QSize(1440, 900)}) || !m_driver->signIn(account.email()))
        return {};
    for (int i = 0; i < 4; ++i) {
        if (!m_driver->waitUntil(u"livePicture%1"_s.arg(i), "live"))
            return {};
    }
    QTest::qWait(3000); // what is done once
    const auto frames = [this] { return m_driver->property(u"livePicture0"_s, "frameCount").toInt(); };
    const int before = frames();
    QElapsedTimer time;
    time.start();
    const std::clock_t start = std::clock();
    QTest::qWait(10'000);
    const double seconds = double(time.elapsed()) / 1000;
    return {{u"percent"_s, 100 * double(std::clock() - start) / CLOCKS_PER_SEC / seconds},
            {u"frames_per_second"_s, (frames() - before) / seconds}};
}

void PortalBench::measures()
{
    m_server = std::make_unique<TestServer>();
    auto &ada = m_server->account(u"ada"_s);
    for (int i = 0; i < 8; ++i)
        ada.addDevice(u"Camera %1"_s.arg(i));
    QElapsedTimer start;
    start.start();
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"portal"_s));
    QVERIFY(m_driver->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_driver->window()));
    const double first = milliseconds(start);
    QVERIFY(m_driver->apply({.size = QSize(1440, 900)}) && m_driver->signIn(ada.email()));
    STEP(waitFor(u"cameraTile7"_s));

    QJsonObject changes;
    double worst = 0;
    const QList<std::pair<QString, QString>> pages{{u"marksEntry"_s, u"filtersButton"_s},
                                                   {u"modesEntry"_s, u"modeEntry0"_s},
                                                   {u"notificationsEntry"_s, u"tab1"_s},
                                                   {u"accountEntry"_s, u"tab1"_s},
                                                   {u"camerasEntry"_s, u"cameraTile0"_s}};
    for (const auto &[entry, sign] : pages) {
        STEP(waitUntilStill());
        auto *rail = m_driver->find(entry);
        const double change = untilDrawn(*m_driver->window(), [rail] { QMetaObject::invokeMethod(rail, "clicked"); });
        changes.insert(entry, change);
        worst = std::max(worst, change);
        STEP(waitFor(sign));
    }
    // Without a graphics card, drawing the window takes most of the time. It is told apart.
    QList<double> unchanged;
    for (int i = 0; i < 30; ++i)
        unchanged.append(untilDrawn(*m_driver->window(), [] {}));
    std::sort(unchanged.begin(), unchanged.end());
    const QJsonObject all{
        {u"first_frame_ms"_s, first},       {u"unchanged_frame_ms"_s, unchanged[unchanged.size() / 2]},
        {u"page_change_worst_ms"_s, worst}, {u"page_changes_ms"_s, changes},
        {u"palette"_s, searches()},         {u"list"_s, scrolling(*m_driver)},
        {u"timeline"_s, panning()},         {u"wall"_s, wall(m_server->account(u"bea"_s))}};
    std::printf("\nRESULT %s\n", QJsonDocument(all).toJson(QJsonDocument::Compact).constData());
}

int main(int argc, char *argv[]) { return runPortalTest<PortalBench>(argc, argv); }
#include "portalbench.moc"
