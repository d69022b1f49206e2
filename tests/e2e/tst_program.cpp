// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000; // ms

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
    void rejectsAnInvalidServer_data();
    void rejectsAnInvalidServer();
    void printsItsVersion();

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
    second.start(m_program, arguments);
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

void ProgramTest::printsItsVersion()
{
    ChildProcess process;
    process.start(m_program, {u"--version"_s});
    QVERIFY(ends(process));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().startsWith("waymark "));
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
