// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000; // ms

/// Returns the port of the embedded server, or 0 before its first start.
quint16 portOf(const QTemporaryDir &dir)
{
    return quint16(QSettings(dir.filePath(u"portal.ini"_s), QSettings::IniFormat).value("server_port").toUInt());
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

/// Returns the status of an answer, or 0 without one.
int statusAt(quint16 port, const QByteArray &host)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write("GET /v1/openapi.json HTTP/1.1\r\nHost: " + host + ':' + QByteArray::number(port)
                 + "\r\nConnection: close\r\n\r\n");
    socket.waitForReadyRead(5000);
    return socket.readLine().split(' ').value(1).toInt();
}

/// Returns whether the process has a handler for SIGTERM.
bool handlesTermination(const QProcess &process)
{
    // Until the program runs, the handlers are those of this test.
    QFile status(u"/proc/%1/status"_s.arg(process.processId()));
    if (process.state() != QProcess::Running || !status.open(QIODevice::ReadOnly))
        return false;
    const auto lines = status.readAll().split('\n');
    const auto caught =
        std::find_if(lines.begin(), lines.end(), [](const QByteArray &line) { return line.startsWith("SigCgt:"); });
    return caught != lines.end() && (caught->mid(7).trimmed().toULongLong(nullptr, 16) >> (SIGTERM - 1)) & 1U;
}

bool ends(QProcess &process)
{
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit;
}
}

/// The program `waymark`, run as a process.
class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOncePerDataFolder();
    void keepsItsPort();
    void answersOnlyAtItsOwnNames();
    void takesTheOptionsOfTheServer();
    void showsTheGalleryWithoutAServer();
    void rejectsAnInvalidServer_data();
    void rejectsAnInvalidServer();
    void rejectsAnInvalidLink();
    void printsTextWithoutADisplay_data();
    void printsTextWithoutADisplay();

private:
    const QString m_program = QStringLiteral(WAYMARK_PORTAL);
};

void ProgramTest::runsOncePerDataFolder()
{
    const QTemporaryDir dir;
    const QStringList arguments{u"--data-dir"_s, dir.path()};
    ChildProcess first;
    first.start(m_program, arguments);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(dir.filePath(u"waymark.db"_s)), patience);

    ChildProcess second;
    second.start(m_program, arguments + QStringList{u"waymark://marks"_s}); // handed to the first
    QVERIFY(ends(second));
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(second.errors().contains("already running"));
    QCOMPARE(first.state(), QProcess::Running);

    QCOMPARE(first.stop(), 0);
    // The next instance starts with the data of the first.
    ChildProcess third;
    third.start(m_program, arguments);
    QVERIFY(!third.waitForFinished(0));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(dir.filePath(u"waymark.db-wal"_s)), patience);
    QCOMPARE(third.stop(), 0);
}

void ProgramTest::keepsItsPort()
{
    const QTemporaryDir dir;
    QByteArray address;
    for (int start = 0; start < 2; ++start) {
        ChildProcess portal;
        portal.start(m_program, {u"--data-dir"_s, dir.path()});
        QTRY_VERIFY_WITH_TIMEOUT(portOf(dir) != 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(statusAt(portOf(dir), "127.0.0.1"), 200, patience);
        if (start == 0)
            address = QByteArray::number(portOf(dir));
        QCOMPARE(QByteArray::number(portOf(dir)), address);
        QCOMPARE(portal.stop(), 0);
        QCOMPARE(portal.errors(), QByteArray());
    }
    // Another program has taken the port: the portal starts nevertheless, and returns to its port later.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(address.toInt())));
    ChildProcess portal;
    portal.start(m_program, {u"--data-dir"_s, dir.path()});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(dir.filePath(u"waymark.db-wal"_s)), patience);
    QCOMPARE(portal.stop(), 0);
    QCOMPARE(QByteArray::number(portOf(dir)), address);
}

void ProgramTest::answersOnlyAtItsOwnNames()
{
    const QTemporaryDir dir;
    ChildProcess portal;
    portal.start(m_program, {u"--data-dir"_s, dir.path()});
    QTRY_VERIFY_WITH_TIMEOUT(portOf(dir) != 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(portOf(dir), "127.0.0.1"), 200, patience);
    QCOMPARE(statusAt(portOf(dir), "localhost"), 200);
    // The host name of a web page leads to 127.0.0.1 (DNS rebinding).
    QCOMPARE(statusAt(portOf(dir), "evil.example"), 421);
    QCOMPARE(portal.stop(), 0);
}

void ProgramTest::takesTheOptionsOfTheServer()
{
    const QTemporaryDir dir;
    const QString port = QString::number(freePort());
    ChildProcess portal;
    portal.start(m_program,
                 {u"--data-dir"_s, dir.path(), u"--listen"_s, u"127.0.0.1:"_s + port, u"--database"_s,
                  u"sqlite:"_s + dir.filePath(u"elsewhere.db"_s), u"--public-url"_s, u"https://cameras.example.org"_s});
    QTRY_COMPARE_WITH_TIMEOUT(statusAt(port.toUShort(), "cameras.example.org"), 200, patience);
    QVERIFY(QFile::exists(dir.filePath(u"elsewhere.db"_s)));
    QVERIFY(!QFile::exists(dir.filePath(u"waymark.db"_s)));
    QCOMPARE(portal.stop(), 0);

    ChildProcess mistaken;
    mistaken.start(m_program, {u"--data-dir"_s, dir.path(), u"--smtp"_s, u"mail.example.org"_s});
    QVERIFY(ends(mistaken));
    QCOMPARE(mistaken.exitCode(), 2);
    QVERIFY(mistaken.errors().contains("waymark: --smtp takes an address"));
}

void ProgramTest::showsTheGalleryWithoutAServer()
{
    const QTemporaryDir dir;
    ChildProcess gallery;
    gallery.start(m_program, {u"--gallery"_s, u"--data-dir"_s, dir.path()});
    QTRY_VERIFY_WITH_TIMEOUT(handlesTermination(gallery), patience);
    QCOMPARE(gallery.stop(), 0); // the signal is handled once the window is there
    QCOMPARE(gallery.errors(), QByteArray());
    QVERIFY(QDir(dir.path()).isEmpty());
}

void ProgramTest::rejectsAnInvalidServer_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("no scheme") << u"waymark.example.org"_s;
    QTest::newRow("another scheme") << u"ftp://waymark.example.org"_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("empty") << QString();
}

void ProgramTest::rejectsAnInvalidServer()
{
    QFETCH(QString, address);
    const QTemporaryDir dir;
    ChildProcess process;
    process.start(m_program, {u"--data-dir"_s, dir.path(), u"--server"_s, address});
    QVERIFY(ends(process));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.errors().contains("--server takes a URL"));
}

void ProgramTest::rejectsAnInvalidLink()
{
    const QTemporaryDir dir;
    ChildProcess process;
    process.start(m_program, {u"--data-dir"_s, dir.path(), u"https://example.org/marks"_s});
    QVERIFY(ends(process));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.errors().contains("not a link such as waymark://marks"));
}

void ProgramTest::printsTextWithoutADisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("version") << u"--version"_s << QByteArray("waymark ");
    QTest::newRow("help") << u"--help"_s << QByteArray("Usage: ");
}

void ProgramTest::printsTextWithoutADisplay()
{
    QFETCH(const QString, option);
    QFETCH(const QByteArray, start);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    ChildProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_program, {option});
    QVERIFY(ends(process));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().startsWith(start));
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
