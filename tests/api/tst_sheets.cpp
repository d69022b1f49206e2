// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/database.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using RecordingFixture::span;

namespace {
constexpr int seconds = 30; // of the video
}

/// Contact sheets are kept on the disk no longer than what they show.
class TestSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_device = m_ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
        RecordingFixture::record(m_server, m_video, {m_device, RecordingFixture::start});
    }
    void sheetIsKeptAndErased();
    void sheetMadeDuringADeletionIsNotKept();
    void sheetsOfAGoneCameraAreSwept();

private:
    int sheet(int width) const { return sheet(m_ada, width); }
    int sheet(const HttpClient &ada, int width) const
    {
        const QString query = span(0, 1000 * seconds) + u"&columns=6&rows=5&width="_s + QString::number(width);
        return ada.get(u"/streams/%1/contact-sheet.jpg"_s.arg(m_device) + query).status;
    }
    int remove() const { return m_ada.del(u"/devices/%1/recordings"_s.arg(m_device) + span(0, 1000 * seconds)).status; }
    QString folder() const { return u"%1/media/%2"_s.arg(m_server.dataDir(), m_device); }
    qsizetype kept() const
    {
        return QDir(folder() + u"/recordings/sheets"_s).entryList({u"*.jpg"_s}, QDir::Files).size();
    }
    bool isErased() const
    {
        m_server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'recording_erasure'"_s);
        return m_server.sql(u"SELECT count(*) FROM recording_erasure"_s).trimmed() == "0";
    }

    const EncodedVideo m_video = EncodedVideo::of(seconds, u"640x360"_s);
    TestServer m_server{{u"--models"_s, u"/nowhere"_s, u"--recording-days"_s, u"0"_s}};
    const TestAccount &m_ada = m_server.account(u"ada"_s);
    QString m_device;
};

void TestSheets::sheetIsKeptAndErased()
{
    QCOMPARE(sheet(80), 200);
    QCOMPARE(kept(), 1);
    QCOMPARE(remove(), 200);
    QTRY_VERIFY(isErased());
    QCOMPARE(kept(), 0);
}

void TestSheets::sheetMadeDuringADeletionIsNotKept()
{
    std::vector<std::unique_ptr<QThread>> readers;
    std::atomic<int> done = 0;
    for (int i = 0; i < 8; ++i) {
        readers.emplace_back(QThread::create([&, i] {
            sheet(m_server.asking(m_ada), 100 + i); // a client belongs to its thread
            ++done;
        }));
        readers.back()->start();
    }
    QTRY_VERIFY(done > 0);
    QCOMPARE(remove(), 200);
    QTRY_VERIFY(isErased());
    for (const auto &reader : readers)
        reader->wait();
    QCOMPARE(kept(), 0);
}

/// Another server has deleted the camera while this one was down.
void TestSheets::sheetsOfAGoneCameraAreSwept()
{
    QCOMPARE(sheet(80), 200);
    const QString gone = m_device;
    init();
    QCOMPARE(sheet(80), 200);
    Database(RecordingFixture::databaseOf(m_server))
        .exec("DELETE FROM device WHERE device_id = ?", DeviceId::parse(gone).value());
    m_server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'contact_sheets'"_s);
    const QString sheets = u"%1/media/%2/recordings/sheets"_s.arg(m_server.dataDir(), gone);
    QTRY_VERIFY(!QFile::exists(sheets));
    QCOMPARE(kept(), 1);
}

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
