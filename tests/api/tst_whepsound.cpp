// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/whepviewer.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 30'000;

/// Returns how many threads of a process encode Opus.
int encoders(ChildProcess &process)
{
    int count = 0;
    const QString tasks = u"/proc/%1/task"_s.arg(process.processId());
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(tasks + u'/' + task + u"/comm"_s);
        count += name.open(QFile::ReadOnly) && name.readAll() == "opus\n";
    }
    return count;
}
}

/// The AAC of a camera reaches viewers by WebRTC as Opus.
class TestWhepSound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void viewersOfOpusHearAac();
    void nothingIsEncodedForOthers();

private:
    Answer offered(const WhepViewer &viewer) const
    {
        return m_server.account(u"ada"_s).send("POST", u"/streams/%1/whep"_s.arg(m_device), viewer.offer(),
                                               {{"Content-Type", "application/sdp"}});
    }
    void end(const Answer &answer) const
    {
        EXPECT_STATUS(m_server.account(u"ada"_s).del(QString::fromLatin1(answer.header("Location"))), 204);
    }

    CameraProcess m_camera{{u"--size"_s, u"320x180"_s, u"--audio-codec"_s, u"aac"_s, u"--gop"_s, u"1"_s}};
    mutable TestServer m_server;
    QString m_device;
};

void TestWhepSound::initTestCase()
{
    const TestAccount &ada = m_server.account(u"ada"_s);
    m_device = ada.addDevice(u"Door"_s, {{u"source_url"_s, m_camera.url().toString()}})[u"device_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(ada.get(u"/streams/%1/snapshot.jpg"_s.arg(m_device)).status, 200, patience);
}

void TestWhepSound::viewersOfOpusHearAac()
{
    WhepViewer first(WhepViewer::Sound::Opus);
    WhepViewer second(WhepViewer::Sound::Opus);
    const Answer answer = offered(first);
    EXPECT_STATUS(answer, 201);
    QVERIFY2(answer.body.toUpper().contains("OPUS/48000/2"), answer.body.constData());
    const Answer other = offered(second);
    EXPECT_STATUS(other, 201);
    first.connectTo(answer.body);
    second.connectTo(other.body);
    // 50 packets a second.
    QTRY_VERIFY_WITH_TIMEOUT(first.sounds() > 100 && second.sounds() > 100 && first.pictures() > 10, patience);
    QCOMPARE(encoders(m_server.process()), 1); // for both
    end(answer);
    const int before = second.sounds();
    QTRY_VERIFY_WITH_TIMEOUT(second.sounds() > before + 50, patience);
    end(other);
    QTRY_COMPARE_WITH_TIMEOUT(encoders(m_server.process()), 0, patience);
}

void TestWhepSound::nothingIsEncodedForOthers()
{
    WhepViewer silent;
    WhepViewer older(WhepViewer::Sound::MuLaw);
    const Answer answer = offered(silent);
    const Answer other = offered(older);
    EXPECT_STATUS(answer, 201);
    EXPECT_STATUS(other, 201);
    QVERIFY2(other.body.contains("a=inactive"), other.body.constData());
    silent.connectTo(answer.body);
    older.connectTo(other.body);
    QTRY_VERIFY_WITH_TIMEOUT(silent.pictures() > 30 && older.pictures() > 30, patience);
    QCOMPARE(older.sounds(), 0);
    QCOMPARE(encoders(m_server.process()), 0);
    end(answer);
    end(other);
}

QTEST_GUILESS_MAIN(TestWhepSound)
#include "tst_whepsound.moc"
