// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cameraprocess.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy

/// Returns what FFmpeg complains about when it decodes a file.
QString complaints(const QString &file)
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, file, u"-f"_s, u"null"_s, u"-"_s});
    ffmpeg.waitForFinished(patience);
    return QString::fromUtf8(ffmpeg.readAllStandardError());
}
}

/// A server that is killed while it records.
class TestRecordingCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingButTheOpenFragmentIsLost();
};

void TestRecordingCrash::nothingButTheOpenFragmentIsLost()
{
    CameraProcess camera({u"--size"_s, u"320x180"_s});
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    ada.addDevice(u"Door"_s, {{u"source_url"_s, camera.url().toString()}});
    const auto value = [&](const QString &expression) {
        return server.sql(u"SELECT %1 FROM recording"_s.arg(expression)).trimmed();
    };
    constexpr int kills = 2;
    for (int run = 1; run <= kills; ++run) {
        QTRY_COMPARE_WITH_TIMEOUT(value(u"count(*)"_s).toInt(), run, patience);
        const qint64 begun = value(u"max(started_at)"_s).toLongLong();
        QTRY_VERIFY_WITH_TIMEOUT(value(u"max(ended_at)"_s).toLongLong() >= begun + 3000, patience);
        server.kill9();
        if (run == kills - 1) { // a power cut leaves a part of a fragment
            QFile file(server.dataDir() + u'/'
                       + QString::fromUtf8(server.sql(u"SELECT path FROM recording ORDER BY started_at DESC LIMIT 1"_s))
                             .trimmed());
            QVERIFY(file.open(QIODevice::Append));
            file.write(QByteArray(5000, 'x'));
        }
        server.start();
    }
    QTRY_COMPARE_WITH_TIMEOUT(value(u"count(*)"_s).toInt(), kills + 1, patience);
    camera.hangUp();
    const auto silence = [&] { return QDateTime::currentMSecsSinceEpoch() - value(u"max(ended_at)"_s).toLongLong(); };
    QTRY_COMPARE_WITH_TIMEOUT(value(u"sum(is_open)"_s), "0", patience);
    QTRY_VERIFY_WITH_TIMEOUT(silence() > 3000, patience);
    camera.resume();
    QTRY_COMPARE_WITH_TIMEOUT(value(u"count(*)"_s).toInt(), kills + 2, patience);
    QCOMPARE(server.stop(), 0);
    const QByteArrayList rows =
        server.sql(u"SELECT path, bytes, ended_at - started_at, is_open, gap FROM recording ORDER BY started_at"_s)
            .trimmed()
            .split('\n');
    QCOMPARE(rows.size(), kills + 2);
    QCOMPARE(rows.constLast().split('|').constLast(), "camera_lost");
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto fields = rows[i].split('|');
        const QString file = server.dataDir() + u'/' + QString::fromUtf8(fields[0]);
        QCOMPARE(QFile(file).size(), fields[1].toLongLong());
        QCOMPARE(complaints(file), QString());
        QVERIFY2(fields[2].toLongLong() >= (i < kills ? 3000 : 1), rows[i].constData());
        QVERIFY2(fields[3] == "0" || fields[3] == "f", rows[i].constData());
        if (i <= kills)
            QVERIFY2(fields[4] == "none" || (i > 0 && fields[4] == "server"), rows[i].constData());
    }
}

QTEST_GUILESS_MAIN(TestRecordingCrash)
#include "tst_recordingcrash.moc"
