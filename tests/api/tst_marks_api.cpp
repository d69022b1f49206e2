// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "tests/support/cameraprocess.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; // milliseconds; the machine may be busy

/// Returns the seconds of video in an MP4 file, or -1 if the file cannot be decoded without errors.
double playableSeconds(const QByteArray &mp4)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"clip.mp4"_s);
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(mp4) != mp4.size())
        return -1;
    file.close();
    QProcess decode;
    // Without a time base of its own, ffmpeg rounds times to the frame rate, and two pictures of a clip that continues
    // after a gap may meet.
    decode.start(u"ffmpeg"_s,
                 {u"-v"_s, u"error"_s, u"-i"_s, path, u"-enc_time_base:v"_s, u"1:90000"_s, u"-f"_s, u"null"_s, u"-"_s});
    if (!decode.waitForFinished() || decode.exitCode() != 0 || !decode.readAllStandardError().isEmpty())
        return -1;
    QProcess probe;
    probe.start(u"ffprobe"_s,
                {u"-v"_s, u"error"_s, u"-select_streams"_s, u"v"_s, u"-show_entries"_s, u"stream=duration"_s, u"-of"_s,
                 u"csv=p=0"_s, path});
    return probe.waitForFinished() && probe.exitCode() == 0 ? probe.readAllStandardOutput().trimmed().toDouble() : -1;
}
}

/// Marks from a person who walks past a camera to a playable clip, over HTTP and across crashes.
class TestMarksApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void walkCreatesAMarkWithAClip();
    void signedUrlNeedsNoToken();
    void binHasItsOwnSignedUrls();
    void clipSupportsRanges();
    void lightCreatesNoMark();
    void openMarkIsClosedAfterACrash();
    void clipIsMadeAfterACrash();
    void noIncompleteFileRemains();

private:
    QJsonArray marks() const;
    QJsonObject newest() const { return marks().first().toObject(); }
    QJsonObject mark(const QString &id) const;
    QString address(const QJsonObject &mark, const QString &file) const
    {
        return u"/device-marks/"_s + mark[u"devicemark_id"_s].toString() + u'/' + file;
    }
    bool isOnline() const;
    qint64 onlineFor() const; ///< in seconds
    /// Walks until a mark is open, which may be one of an earlier walk. No motion is detected while the scene is being
    /// learned.
    void walkUntilSeen();

    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestMarksApi::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), patience);
}

bool TestMarksApi::isOnline() const { return m_ada->get(u"/devices/"_s + m_device).json[u"state"_s] == u"online"_s; }

qint64 TestMarksApi::onlineFor() const
{
    const auto since = Times::parse(m_ada->get(u"/devices/"_s + m_device).json[u"state_since"_s].toString());
    return isOnline() && since ? since->secsTo(Times::now()) : 0;
}

QJsonArray TestMarksApi::marks() const
{
    const Answer answer =
        m_ada->get(u"/device-marks/triggered/account/"_s + m_ada->accountId() + u"/device/"_s + m_device);
    return answer.items();
}

QJsonObject TestMarksApi::mark(const QString &id) const
{
    for (const QJsonValue &mark : marks()) {
        if (mark[u"devicemark_id"_s] == id)
            return mark.toObject();
    }
    return {};
}

void TestMarksApi::walkUntilSeen()
{
    const auto isSeen = [this] {
        const QJsonArray all = marks();
        return !all.isEmpty() && all.first()[u"state"_s] == u"open"_s;
    };
    QElapsedTimer clock;
    clock.start();
    bool seen = isSeen();
    while (!seen && clock.elapsed() < patience) {
        m_camera->walk();
        seen = QTest::qWaitFor(isSeen, 5000);
    }
    QVERIFY(seen);
}

void TestMarksApi::walkCreatesAMarkWithAClip()
{
    // The camera must have been recorded long enough for a pre-roll.
    QTRY_VERIFY_WITH_TIMEOUT(onlineFor() > 8, patience);
    walkUntilSeen();
    const QJsonObject open = newest();
    QCOMPARE(open[u"state"_s], u"open"_s);
    QCOMPARE(open[u"device_id"_s], m_device);
    QCOMPARE(open[u"devicemode_id"_s], u"mode_00000000000000000000000001"_s);
    QCOMPARE(open[u"label"_s], u"motion"_s);
    QVERIFY(open[u"score"_s].toDouble() >= 0.5);
    QVERIFY(open[u"reason"_s][u"motion"_s][u"measured"_s][u"area"_s].toDouble() >= 0.004);
    QVERIFY(!open[u"objects"_s].toArray().isEmpty());
    const Answer snapshot = m_ada->get(address(open, u"snapshot.jpg"_s));
    EXPECT_STATUS(snapshot, 200);
    QVERIFY(snapshot.body.startsWith("\xff\xd8"));
    QCOMPARE(snapshot.header("Content-Type"), "image/jpeg");
    const Answer thumbnail = m_ada->get(address(open, u"thumbnail.jpg"_s));
    QVERIFY(thumbnail.body.startsWith("\xff\xd8") && thumbnail.body.size() < snapshot.body.size());
    QCOMPARE(m_ada->get(address(open, u"clip.mp4"_s)).status, 404);

    QTRY_COMPARE_WITH_TIMEOUT(newest()[u"state"_s], u"closed"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(newest()[u"clip"_s][u"state"_s], u"ready"_s, patience);
    const QJsonObject mark = newest();
    QCOMPARE(mark[u"devicemark_id"_s], open[u"devicemark_id"_s]);
    const auto started = *Times::parse(mark[u"started_at"_s].toString());
    const auto ended = *Times::parse(mark[u"ended_at"_s].toString());
    QVERIFY(started.msecsTo(ended) >= 500);
    const QJsonValue clip = mark[u"clip"_s];
    QCOMPARE(*Times::parse(clip[u"wanted_from"_s].toString()), started.addSecs(-5));
    QCOMPARE(*Times::parse(clip[u"wanted_to"_s].toString()), ended.addSecs(5));
    const Answer file = m_ada->get(address(mark, u"clip.mp4"_s));
    EXPECT_STATUS(file, 200);
    QCOMPARE(file.body.size(), clip[u"bytes"_s].toInteger());
    const double seconds = playableSeconds(file.body);
    QVERIFY2(seconds * 1000 >= double(started.msecsTo(ended)), qPrintable(QString::number(seconds)));
}

void TestMarksApi::signedUrlNeedsNoToken()
{
    const QJsonObject mark = newest();
    const QJsonArray ids{mark[u"devicemark_id"_s]};
    const Answer made = m_ada->put(u"/device-marks/account/"_s + m_ada->accountId() + u"/signedurl"_s,
                                   {{u"mark_ids"_s, ids}, {u"expires_in"_s, 60}});
    EXPECT_STATUS(made, 200);
    const QJsonValue result = made.json[u"results"_s][0];
    const HttpClient anybody = m_server->anybody();
    for (const QString &what : {u"snapshot"_s, u"thumbnail"_s, u"clip"_s}) {
        const QString path = result[what].toString();
        QVERIFY(path.startsWith(u"/v1/device-marks/"_s));
        EXPECT_STATUS(anybody.get(path), 200);
        EXPECT_STATUS(anybody.get(path.section(u'?', 0, 0)), 401);
        EXPECT_STATUS(anybody.get(path + u'x'), 403);
    }
}

void TestMarksApi::binHasItsOwnSignedUrls()
{
    const QJsonObject mark = newest();
    const QJsonObject ids{{u"mark_ids"_s, QJsonArray{mark[u"devicemark_id"_s]}}};
    const QString account = u"/account/"_s + m_ada->accountId();
    const auto thumbnail = [&] {
        const Answer made = m_ada->put(u"/device-marks"_s + account + u"/signedurl"_s, ids);
        return made.json[u"results"_s][0][u"thumbnail"_s].toString();
    };
    const HttpClient anybody = m_server->anybody();
    const QString given = thumbnail();
    EXPECT_STATUS(m_ada->del(u"/device-marks/triggered"_s + account + u"/detail"_s, ids), 200);
    EXPECT_STATUS(anybody.get(given), 403);
    const QString ofTheBin = thumbnail();
    EXPECT_STATUS(anybody.get(ofTheBin), 200);
    EXPECT_STATUS(m_ada->put(u"/device-marks/triggered"_s + account + u"/temporary"_s, ids), 200);
    EXPECT_STATUS(anybody.get(given), 200);
    EXPECT_STATUS(anybody.get(ofTheBin), 403);
}

void TestMarksApi::clipSupportsRanges()
{
    const QString path = address(newest(), u"clip.mp4"_s);
    const QByteArray whole = m_ada->get(path).body;
    const Answer part = m_ada->get(path, {{"Range", "bytes=100-199"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, whole.mid(100, 100));
    QCOMPARE(part.header("Content-Range"), "bytes 100-199/" + QByteArray::number(whole.size()));
    EXPECT_STATUS(m_ada->get(path, {{"Range", "bytes=999999999-"}}), 416);
    EXPECT_STATUS(m_ada->get(path, {{"If-None-Match", part.header("ETag")}}), 304);
    const Answer head = m_ada->send("HEAD", path);
    EXPECT_STATUS(head, 200);
    QCOMPARE(head.header("Content-Length"), QByteArray::number(whole.size()));
    QVERIFY(head.body.isEmpty());
}

void TestMarksApi::lightCreatesNoMark()
{
    const auto before = marks().size();
    const QDateTime switched = Times::now();
    m_camera->switchLight();
    walkUntilSeen();
    QCOMPARE(marks().size(), before + 1);
    const auto started = *Times::parse(newest()[u"started_at"_s].toString());
    QVERIFY2(switched.msecsTo(started) > 1500,
             "the mark was caused by the light, because the scene cannot be learned so soon");
}

void TestMarksApi::openMarkIsClosedAfterACrash()
{
    QTRY_COMPARE_WITH_TIMEOUT(newest()[u"clip"_s][u"state"_s], u"ready"_s, patience);
    walkUntilSeen();
    // The camera pauses the walk while nobody watches. The rest of it may open another mark after the crash.
    const QString id = newest()[u"devicemark_id"_s].toString();
    EXPECT_STATUS(m_ada->put(u"/device-marks/triggered/account/"_s + m_ada->accountId() + u"/read"_s,
                             {{u"mark_ids"_s, QJsonArray{id}}}),
                  200);
    m_server->kill9();
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(mark(id)[u"state"_s], u"closed"_s, patience);
    QCOMPARE(mark(id)[u"read"_s], true);
    EXPECT_STATUS(m_ada->get(address(mark(id), u"snapshot.jpg"_s)), 200);
    QTRY_VERIFY_WITH_TIMEOUT(mark(id)[u"clip"_s][u"state"_s] != u"pending"_s, patience);
    QVERIFY(playableSeconds(m_ada->get(address(mark(id), u"clip.mp4"_s)).body) > 0);
}

void TestMarksApi::clipIsMadeAfterACrash()
{
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), patience);
    walkUntilSeen();
    const QString id = newest()[u"devicemark_id"_s].toString();
    QTRY_COMPARE_WITH_TIMEOUT(mark(id)[u"state"_s], u"closed"_s, patience);
    QCOMPARE(mark(id)[u"clip"_s][u"state"_s], u"pending"_s);
    m_server->kill9();
    m_server->start();
    QTRY_VERIFY_WITH_TIMEOUT(mark(id)[u"clip"_s][u"state"_s] != u"pending"_s, patience);
    const QJsonValue clip = mark(id)[u"clip"_s];
    QVERIFY2(clip[u"state"_s] == u"ready"_s || clip[u"state"_s] == u"partial"_s,
             qPrintable(clip[u"reason"_s].toString()));
    QVERIFY(playableSeconds(m_ada->get(address(mark(id), u"clip.mp4"_s)).body) > 1);
}

void TestMarksApi::noIncompleteFileRemains()
{
    // An incomplete clip and a picture without a mark are removed a day after they were noted.
    const QString folder = m_server->dataDir() + u"/marks/"_s + m_device + u'/';
    const QString stray = folder + newest()[u"devicemark_id"_s].toString() + u".clip.mp4.tmp"_s;
    const QString orphan = folder + u"mark_01jd0000000000000000000000.snapshot.jpg"_s;
    for (const QString &path : {stray, orphan}) {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        QVERIFY(file.write("half") == 4 && file.flush());
        file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3700), QFile::FileModificationTime);
    }
    m_server->kill9();
    m_server->start();
    const auto areRemoved = [&] {
        m_server->sql(u"UPDATE stray_file SET noted_at = 1"_s);
        m_server->sql(u"UPDATE job SET due_at = 1 WHERE kind = 'mark_files'"_s);
        return !QFile::exists(stray) && !QFile::exists(orphan);
    };
    QTRY_VERIFY_WITH_TIMEOUT(areRemoved(), patience);
    QDirIterator files(m_server->dataDir() + u"/marks"_s, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    for (; files.hasNext(); ++count)
        QVERIFY2(!files.next().endsWith(u".tmp"_s), qPrintable(files.filePath()));
    QVERIFY(count >= 3 * marks().size() - 1);
    for (const QJsonValue &mark : marks())
        EXPECT_STATUS(m_ada->get(address(mark.toObject(), u"snapshot.jpg"_s)), 200);
}

QTEST_GUILESS_MAIN(TestMarksApi)
#include "tst_marks_api.moc"
