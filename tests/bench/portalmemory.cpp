// SPDX-License-Identifier: GPL-3.0-or-later
// Uses the portal for a long time, like a person with the portal open all day: four live cameras, marks that arrive,
// and a change of the page every few seconds. Prints one line of JSON with the memory of this process at each minute.
// The server and the camera are other processes. To be run by scripts/bench portal --minutes, on a display.
#include "tests/e2e/portaltest.h"
#include "tests/support/cameraprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
/// Returns the resident memory of this process in MB.
/// Source: proc(5), /proc/pid/statm
double residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QFile::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll().split(' ').at(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}
}

/// Not a test: PortalTest has what starts a server and the portal.
class PortalMemory : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void measures();

private:
    bool goAround();
};

/// Shows each page for a few seconds, and one camera. Returns false if a page does not appear.
bool PortalMemory::goAround()
{
    static const QStringList pages{u"timelineEntry"_s, u"marksEntry"_s,         u"modesEntry"_s,
                                   u"appsEntry"_s,     u"notificationsEntry"_s, u"accountEntry"_s};
    for (const QString &page : pages) {
        if (!m_driver->click(page) || !m_driver->waitUntilStill())
            return false;
        QTest::qWait(4000); // a person reads
    }
    if (!m_driver->click(u"camerasEntry"_s) || !m_driver->waitUntil(u"livePicture0"_s, "live"))
        return false;
    QTest::qWait(10'000);
    if (!m_driver->click(u"cameraTile0"_s) || !m_driver->waitUntilStill())
        return false;
    QTest::qWait(4000);
    return m_driver->click(u"camerasEntry"_s) && m_driver->waitFor(u"cameraTile0"_s);
}

void PortalMemory::measures()
{
    const int minutes = qEnvironmentVariableIntValue("WAYMARK_BENCH_MINUTES");
    QVERIFY2(minutes > 0, "WAYMARK_BENCH_MINUTES is the number of minutes");
    m_server = std::make_unique<TestServer>();
    auto &ada = m_server->account(u"ada"_s);
    CameraProcess camera;
    for (int i = 0; i < 4; ++i)
        ada.addDevice(u"Camera %1"_s.arg(i), {{u"source_url"_s, camera.url().toString()}});
    m_driver = std::make_unique<PortalDriver>(m_server->base(), m_dir.filePath(u"portal"_s));
    QVERIFY(m_driver->start());
    QVERIFY(m_driver->apply({.size = QSize(1440, 900)}) && m_driver->signIn(ada.email()));

    QJsonArray memory;
    int rounds = 0;
    QElapsedTimer time;
    time.start();
    while (memory.size() < minutes) {
        camera.walk();
        QVERIFY(goAround());
        ++rounds;
        while (memory.size() < minutes && time.elapsed() >= 60'000 * (memory.size() + 1))
            memory.append(residentMemory());
    }
    const QJsonObject all{{u"memory_mb"_s, memory}, {u"rounds"_s, rounds}};
    std::printf("\nRESULT %s\n", QJsonDocument(all).toJson(QJsonDocument::Compact).constData());
}

int main(int argc, char *argv[]) { return runPortalTest<PortalMemory>(argc, argv); }
#include "portalmemory.moc"
