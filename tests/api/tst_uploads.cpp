// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/uploadfixture.h"
#include "tests/support/expect.h"
#include "tests/support/nodescript.h"

#include <QTcpSocket>
#include <QThread>

#include <latch>

using namespace Qt::StringLiterals;

/// Resumable uploads: the protocol tus 1.0, and what is kept when something fails.
class TestUploads : public QObject, protected UploadFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { createAccount(); }
    void partsBecomeAPhoto();
    void clientLibraryUploadsAndResumes();
    void partsSurviveACrash();
    void aLostConnectionKeepsWhatHasArrived();
    void uploadsOfAnAccountAreBounded();
    void onlyItsAccountMayUseAnUpload();
    void oneOfManyWritersWins();
    void expiredUploadsAreRemoved();
    void pagesMayUpload();
    void aKeyHoldsForOneUpload();
    void aKeyHoldsForEachSpellingOfAQuery();
};

void TestUploads::partsBecomeAPhoto()
{
    const QByteArray jpeg = photo();
    const QByteArray sha256 = QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex();
    const Answer made = begin(jpeg.size(), {{"taken_at", "2026-11-23T08:00:00Z"}, {"sha256", sha256}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.header("Tus-Resumable"), "1.0.0");
    const QString upload = QString::fromLatin1(made.header("Location"));
    QCOMPARE(upload, u"/v1/device-data/uploads/"_s + made.json[u"upload_id"_s].toString());

    const QByteArray sha1 = QCryptographicHash::hash(jpeg.first(100), QCryptographicHash::Sha1).toBase64();
    const Answer part =
        m_ada->send("PATCH", upload, jpeg.first(100), partAt(0) + Headers{{"Upload-Checksum", "sha1 " + sha1}});
    EXPECT_STATUS(part, 204);
    QCOMPARE(part.header("Upload-Offset"), "100");
    const Answer state = headOf(upload);
    EXPECT_STATUS(state, 200);
    QCOMPARE(state.header("Upload-Offset"), "100");
    QCOMPARE(state.header("Upload-Length"), QByteArray::number(jpeg.size()));
    QVERIFY(m_ada->get(u"/device-data"_s).items().isEmpty());
    EXPECT_STATUS(send(upload, jpeg.sliced(100), 100), 204);
    const Answer finished = m_ada->get(upload);
    QCOMPARE(finished.json[u"received"_s].toInteger(), jpeg.size());
    const Answer data = m_ada->get(u"/device-data/"_s + finished.json[u"data_id"_s].toString());
    EXPECT_STATUS(data, 200);
    QCOMPARE(data.json[u"media_type"_s].toString(), u"image/jpeg"_s);
    QCOMPARE(data.json[u"width"_s].toInt(), 64);
    QCOMPARE(data.json[u"sha256"_s].toString().toLatin1(), sha256);
    QCOMPARE(data.json[u"taken_at"_s].toString(), u"2026-11-23T08:00:00.000Z"_s);
    QCOMPARE(m_ada->get(data.json[u"content"_s].toString()).body, jpeg);
    QVERIFY(!isLeft(upload));
    EXPECT_STATUS(send(upload, {}, jpeg.size()), 204); // the answer to the last part may have been lost
    EXPECT_STATUS(send(upload, "x", jpeg.size()), 413);
    QCOMPARE(m_ada->get(u"/device-data"_s).items().size(), 1);
}

void TestUploads::clientLibraryUploadsAndResumes()
{
    // A box of MP4 that players skip makes the file larger than what the server handles at once.
    constexpr int skipped = 18 << 20;
    const QByteArray clip = video(u"clip.mp4"_s)
        + QByteArray::fromHex(QByteArray::number(skipped, 16).rightJustified(8, '0')) + "free"
        + QByteArray(skipped - 8, '\0');
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"clip.mp4"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(clip) == clip.size() && file.flush());
    const QJsonObject done = NodeScript::run(u"uploads"_s,
                                             {{u"endpoint"_s, m_server.base().toString() + path},
                                              {u"token"_s, m_ada->accessToken()},
                                              {u"device"_s, m_device},
                                              {u"urls"_s, folder.filePath(u"urls.json"_s)},
                                              {u"file"_s, file.fileName()}});
    const QByteArray sha256 = QCryptographicHash::hash(clip, QCryptographicHash::Sha256).toHex();
    QCOMPARE(done[u"uploads"_s].toArray().size(), 3);
    for (const QJsonValue &upload : done[u"uploads"_s].toArray()) {
        const QString data = m_ada->get(upload.toString()).json[u"data_id"_s].toString();
        const Answer stored = m_ada->get(u"/device-data/"_s + data);
        QCOMPARE(stored.json[u"kind"_s].toString(), u"video"_s);
        QCOMPARE(stored.json[u"duration"_s].toDouble(), 2);
        QCOMPARE(stored.json[u"sha256"_s].toString().toLatin1(), sha256);
    }
}

void TestUploads::partsSurviveACrash()
{
    const QByteArray jpeg = photo();
    const QString upload = begun(jpeg.size());
    EXPECT_STATUS(send(upload, jpeg.first(100), 0), 204);
    m_server.kill9();
    m_server.start();
    QCOMPARE(offsetOf(upload), "100");
    EXPECT_STATUS(send(upload, jpeg.sliced(100), 100), 204);
    const QString data = m_ada->get(upload).json[u"data_id"_s].toString();
    QCOMPARE(m_ada->get(u"/device-data/%1/content"_s.arg(data)).body, jpeg);
}

void TestUploads::aLostConnectionKeepsWhatHasArrived()
{
    constexpr int announced = 3 << 20;
    constexpr int sent = 2 << 20;
    const QString upload = begun(announced);
    QTcpSocket socket;
    socket.connectToHost(m_server.base().host(), quint16(m_server.base().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("PATCH /v1" + upload.toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                 + m_ada->accessToken().toLatin1() + "\r\nContent-Length: " + QByteArray::number(announced));
    for (const auto &[name, value] : partAt(0))
        socket.write("\r\n" + name + ": " + value);
    socket.write("\r\n\r\n" + QByteArray(sent, 'x'));
    while (socket.bytesToWrite() > 0)
        QVERIFY(socket.waitForBytesWritten());
    socket.disconnectFromHost();
    QTRY_COMPARE(offsetOf(upload), QByteArray::number(sent));
    EXPECT_STATUS(send(upload, QByteArray(1000, 'x'), sent), 204);
}

void TestUploads::uploadsOfAnAccountAreBounded()
{
    for (int i = 0; i < 20; ++i)
        EXPECT_STATUS(begin(1 << 20), 201);
    EXPECT_PROBLEM(begin(1 << 20), 422, "too_many");
    m_server.sql(u"UPDATE data_upload SET bytes = 99999999999 WHERE account_id = '%1'"_s.arg(m_ada->accountId()));
    m_server.sql(u"DELETE FROM data_upload WHERE account_id = '%1' AND upload_id > (SELECT min(upload_id) FROM "
                 "data_upload WHERE account_id = '%1')"_s.arg(m_ada->accountId()));
    EXPECT_PROBLEM(begin(1 << 20), 422, "too_many"); // the bytes that others will have count
}

void TestUploads::onlyItsAccountMayUseAnUpload()
{
    const QString upload = begun(100);
    const TestAccount &bea = m_server.account(u"bea"_s);
    EXPECT_STATUS(bea.send("PATCH", upload, "x", partAt(0)), 404);
    EXPECT_STATUS(bea.get(upload), 404);
    EXPECT_STATUS(bea.send("DELETE", upload, {}, resumable), 404);
    EXPECT_PROBLEM(m_ada->with(m_server, u"data:read"_s).send("PATCH", upload, "x", partAt(0)), 403,
                   "insufficient_scope");
    EXPECT_STATUS(send(upload, "x", 0), 204);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204); // permission is gone halfway
    EXPECT_STATUS(send(upload, "x", 1), 404);
}

void TestUploads::oneOfManyWritersWins()
{
    constexpr int writers = 8;
    const QByteArray jpeg = photo();
    const QString upload = begun(jpeg.size());
    QList<int> statuses(writers);
    std::latch start(writers);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < writers; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            HttpClient client = m_server.anybody();
            client.setBearer(m_ada->accessToken());
            start.arrive_and_wait();
            statuses[i] = client.send("PATCH", upload, jpeg.first(200), partAt(0)).status;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(statuses.count(204), 1);
    QCOMPARE(statuses.count(409) + statuses.count(423), writers - 1);
    EXPECT_STATUS(send(upload, jpeg.sliced(200), 200), 204);
}

void TestUploads::expiredUploadsAreRemoved()
{
    const QString upload = begun(100);
    EXPECT_STATUS(send(upload, "x", 0), 204);
    m_server.sql(u"UPDATE data_upload SET expires_at = 1"_s);
    EXPECT_PROBLEM(send(upload, "x", 1), 410, "upload_expired");
    m_server.stop();
    m_server.start(); // the job that removes them is due
    QTRY_VERIFY(!isLeft(upload));
    QTRY_COMPARE(m_server.sql(u"SELECT count(*) FROM data_upload"_s).trimmed(), "0");
}

void TestUploads::pagesMayUpload()
{
    const Answer about = m_server.anybody().send("OPTIONS", path);
    EXPECT_STATUS(about, 204);
    QCOMPARE(about.header("Tus-Version"), "1.0.0");
    QCOMPARE(about.header("Tus-Extension"), "creation,expiration,checksum,termination");
    QCOMPARE(about.header("Tus-Max-Size"), "1073741824");
    QCOMPARE(about.header("Allow"), "OPTIONS, POST");
    EXPECT_STATUS(m_ada->post(u"/apps"_s,
                              {{u"type"_s, u"trial"_s},
                               {u"platform"_s, u"html5"_s},
                               {u"name"_s, u"Uploader"_s},
                               {u"origins"_s, QJsonArray{u"https://uploads.example"_s}}}),
                  201);
    const Answer preflight = m_server.anybody().send(
        "OPTIONS", begun(9), {}, {{"Origin", "https://uploads.example"}, {"Access-Control-Request-Method", "PATCH"}});
    QVERIFY(preflight.header("Access-Control-Allow-Methods").contains("PATCH"));
    QVERIFY(preflight.header("Access-Control-Allow-Headers").contains("Upload-Offset"));
}

/// The beginning of an upload has no body, and a body with another digest is a damaged one.
void TestUploads::aKeyHoldsForOneUpload()
{
    const auto beginWithKey = [&](const QByteArray &length) {
        return m_ada->send("POST", path, {},
                           {{"Idempotency-Key", "upload"},
                            {"Tus-Resumable", "1.0.0"},
                            {"Upload-Length", length},
                            {"Upload-Metadata", "device_id " + m_device.toLatin1().toBase64()}});
    };
    const Answer first = beginWithKey("100");
    EXPECT_STATUS(first, 201);
    QCOMPARE(beginWithKey("100").body, first.body);
    EXPECT_PROBLEM(beginWithKey("5000"), 422, "idempotency_key_reused");

    const QByteArray jpeg = photo();
    const auto upload = [&](const Headers &headers) {
        return m_ada->send("POST", u"/device-data?device_id="_s + m_device, jpeg,
                           Headers{{"Idempotency-Key", "photo"}} + headers);
    };
    EXPECT_STATUS(upload({{"Content-Type", "image/jpeg"}}), 201);
    EXPECT_PROBLEM(upload({{"Content-Type", "image/png"}}), 422, "idempotency_key_reused");
    const QByteArray sha = QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toBase64();
    EXPECT_PROBLEM(upload({{"Content-Type", "image/jpeg"}, {"Digest", "SHA-256=" + sha}}), 422,
                   "idempotency_key_reused");
}

/// A library may encode more characters than another one, and write the parameters in any order.
void TestUploads::aKeyHoldsForEachSpellingOfAQuery()
{
    const QByteArray jpeg = photo();
    const auto upload = [&](const QString &query) {
        return m_ada->send("POST", u"/device-data?"_s + query, jpeg,
                           {{"Idempotency-Key", "photo"}, {"Content-Type", "image/jpeg"}});
    };
    const QString device = u"device_id="_s + m_device;
    const Answer first = upload(device + u"&taken_at=2026-11-23T08:00:00Z"_s);
    EXPECT_STATUS(first, 201);
    for (const QString &same :
         {u"taken_at=2026-11-23T08:00:00Z&"_s + device, device + u"&taken_at=2026-11-23T08%3A00%3A00Z"_s,
          device.toUpper().replace(u"DEVICE_ID"_s, u"%64evice_id"_s) + u"&taken_at=2026-11-23T08:00:00Z"_s}) {
        const Answer again = upload(same);
        EXPECT_STATUS(again, 201);
        QCOMPARE(again.header("Idempotent-Replayed"), "true");
        QCOMPARE(again.body, first.body);
    }
    EXPECT_PROBLEM(upload(device + u"&taken_at=2026-11-23T08:00:01Z"_s), 422, "idempotency_key_reused");
    QCOMPARE(m_ada->get(u"/device-data"_s).items().size(), 1);
}

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
