// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/uploadfixture.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// What resumable uploads refuse: at once where it can be seen at once.
class TestUploadRefusals : public QObject, protected UploadFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { createAccount(); }
    void partsAreRefused_data();
    void partsAreRefused();
    void contentThatIsRefusedEndsTheUpload_data();
    void contentThatIsRefusedEndsTheUpload();
    void beginningsAreRefused_data();
    void beginningsAreRefused();
};

void TestUploadRefusals::partsAreRefused_data()
{
    QTest::addColumn<QByteArray>("header"); ///< to replace or add
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("another offset") << QByteArray("Upload-Offset") << QByteArray("20") << 10 << 409
                                    << u"offset_mismatch"_s;
    QTest::newRow("no number") << QByteArray("Upload-Offset") << QByteArray("ten") << 10 << 400
                               << u"upload_malformed"_s;
    QTest::newRow("another version") << QByteArray("Tus-Resumable") << QByteArray("0.2.2") << 10 << 412
                                     << u"tus_version"_s;
    QTest::newRow("another type") << QByteArray("Content-Type") << QByteArray("image/jpeg") << 10 << 415
                                  << u"media_type_unsupported"_s;
    QTest::newRow("beyond the end") << QByteArray() << QByteArray() << 91 << 413 << u"body_too_large"_s;
    QTest::newRow("wrong checksum") << QByteArray("Upload-Checksum") << QByteArray("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=")
                                    << 10 << 460 << u"checksum_mismatch"_s;
    QTest::newRow("a sign") << QByteArray("Upload-Offset") << QByteArray("+10") << 10 << 400 << u"upload_malformed"_s;
    QTest::newRow("short checksum") << QByteArray("Upload-Checksum") << QByteArray("sha256 qw==") << 10 << 400
                                    << u"upload_malformed"_s;
    QTest::newRow("unknown checksum") << QByteArray("Upload-Checksum") << QByteArray("crc32 AAAA") << 10 << 400
                                      << u"upload_malformed"_s;
}

void TestUploadRefusals::partsAreRefused()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QFETCH(const int, bytes);
    const QString upload = begun(100);
    EXPECT_STATUS(send(upload, QByteArray(10, 'a'), 0), 204);
    Headers headers;
    for (const auto &each : partAt(10) + Headers{{"Upload-Checksum", {}}}) {
        if (each.first == header)
            headers += {header, value};
        else if (!each.second.isEmpty())
            headers += each;
    }
    const Answer answer = m_ada->send("PATCH", upload, QByteArray(bytes, 'b'), headers);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    QCOMPARE(offsetOf(upload), "10");
}

void TestUploadRefusals::contentThatIsRefusedEndsTheUpload_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("sha256");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("text") << QByteArray("hello") << QByteArray() << 415 << u"media_type_unsupported"_s;
    QTest::newRow("half a photo") << photo().first(300) << QByteArray() << 422 << u"image_unreadable"_s;
    QTest::newRow("another photo") << photo() << QByteArray(64, '0') << 422 << u"digest_mismatch"_s;
}

void TestUploadRefusals::contentThatIsRefusedEndsTheUpload()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, sha256);
    const QString upload = begun(content.size(), {{"sha256", sha256}});
    const Answer answer = send(upload, content, 0);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    EXPECT_STATUS(m_ada->get(upload), 404);
    QVERIFY(m_ada->get(u"/device-data"_s).items().isEmpty());
    QVERIFY(!isLeft(upload));
}

void TestUploadRefusals::beginningsAreRefused_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QByteArray>("metadata"); ///< `DEVICE`: the id of the device
    QTest::addColumn<int>("status");
    QTest::newRow("no length") << QByteArray() << QByteArray("device_id DEVICE") << 400;
    QTest::newRow("a sign") << QByteArray("+5") << QByteArray("device_id DEVICE") << 400;
    QTest::newRow("a fraction") << QByteArray("5.0") << QByteArray("device_id DEVICE") << 400;
    QTest::newRow("empty") << QByteArray("0") << QByteArray("device_id DEVICE") << 422;
    QTest::newRow("too large") << QByteArray("1073741825") << QByteArray("device_id DEVICE") << 413;
    QTest::newRow("no Base64") << QByteArray("9") << QByteArray("device_id %%%") << 400;
    QTest::newRow("no device") << QByteArray("9") << QByteArray("filename eA==") << 422;
    QTest::newRow("unknown device") << QByteArray("9") << QByteArray("device_id eA==") << 404;
    QTest::newRow("no time") << QByteArray("9") << QByteArray("device_id DEVICE,taken_at eA==") << 422;
    QTest::newRow("a name twice") << QByteArray("9") << QByteArray("device_id DEVICE,device_id DEVICE") << 400;
    QTest::newRow("a short digest") << QByteArray("9") << QByteArray("device_id DEVICE,sha256 YWI=") << 422;
    QTest::newRow("no digest") << QByteArray("9") << QByteArray("device_id DEVICE,sha256 eA==") << 422;
}

void TestUploadRefusals::beginningsAreRefused()
{
    QFETCH(const QByteArray, length);
    QFETCH(QByteArray, metadata);
    metadata.replace("DEVICE", m_device.toLatin1().toBase64());
    const Headers headers{{"Tus-Resumable", "1.0.0"}, {"Upload-Length", length}, {"Upload-Metadata", metadata}};
    QTEST(m_ada->send("POST", path, {}, headers).status, "status");
}

QTEST_GUILESS_MAIN(TestUploadRefusals)
#include "tst_uploadrefusals.moc"
