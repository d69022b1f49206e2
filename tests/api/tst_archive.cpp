// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/archivefixture.h"
#include "tests/support/expect.h"

#include <QDateTime>
#include <QDir>

using namespace Qt::StringLiterals;

namespace {
QByteArray digestOf(const QByteArray &content)
{
    return "sha-256=:" + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toBase64() + ':';
}
}

/// Photos and videos: uploads, lists, content, signed URLs, and access.
class TestArchive : public QObject, protected ArchiveFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { createAccount(); }
    void photoIsStoredUnchanged();
    void videoHasItsDuration_data();
    void videoHasItsDuration();
    void uploadIsVerifiedAgainstItsDigest();
    void invalidUploadsAreRejected_data();
    void invalidUploadsAreRejected();
    void listIsFilteredAndPaged();
    void invalidQueriesAreRejected_data();
    void invalidQueriesAreRejected();
    void signedUrlOpensOneItem();
    void otherAccountsSeeNothing();
    void supportNeedsAGrant();
    void facesAreDetectedInPhotos();
    void zonesAreDrawnOnPhotos();
    void planLimitsTheStorage();
    void acknowledgedUploadsSurviveACrash();
};

void TestArchive::photoIsStoredUnchanged()
{
    const QByteArray jpeg = photo();
    const Answer made = upload(jpeg, u"&taken_at=2026-11-23T08:00:00Z"_s, {{"Content-Type", "image/jpeg"}});
    EXPECT_STATUS(made, 201);
    const QString id = made.json[u"data_id"_s].toString();
    QVERIFY(id.startsWith(u"dat_"_s));
    QCOMPARE(made.json[u"device_id"_s].toString(), m_device);
    QCOMPARE(made.json[u"kind"_s].toString(), u"photo"_s);
    QCOMPARE(made.json[u"media_type"_s].toString(), u"image/jpeg"_s);
    QCOMPARE(made.json[u"bytes"_s].toInteger(), jpeg.size());
    QCOMPARE(made.json[u"width"_s].toInt(), 64);
    QCOMPARE(made.json[u"height"_s].toInt(), 48);
    QVERIFY(!made.json.contains(u"duration"_s));
    QCOMPARE(made.json[u"taken_at"_s].toString(), u"2026-11-23T08:00:00.000Z"_s);
    QCOMPARE(made.json[u"sha256"_s].toString().toLatin1(),
             QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex());
    QVERIFY(!made.json.contains(u"deleted_at"_s));

    QCOMPARE(m_ada->get(u"/device-data/"_s + id).json, made.json);
    const Answer content = m_ada->get(made.json[u"content"_s].toString());
    EXPECT_STATUS(content, 200);
    QCOMPARE(content.header("Content-Type"), "image/jpeg");
    QCOMPARE(content.body, jpeg);
    const QString path = made.json[u"content"_s].toString();
    EXPECT_STATUS(m_ada->get(path, {{"If-None-Match", content.header("ETag")}}), 304);
    EXPECT_STATUS(m_ada->get(path, {{"If-None-Match", "W/" + content.header("ETag")}}), 304);
    const Answer part = m_ada->get(path, {{"Range", "bytes=2-9"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, jpeg.mid(2, 8));
}

void TestArchive::videoHasItsDuration_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::newRow("MP4") << u"clip.mp4"_s << u"video/mp4"_s;
    QTest::newRow("WebM") << u"clip.webm"_s << u"video/webm"_s;
    QTest::newRow("Matroska") << u"clip.mkv"_s << u"video/x-matroska"_s;
}

void TestArchive::videoHasItsDuration()
{
    QFETCH(QString, name);
    QFETCH(QString, type);
    const QByteArray content = video(name);
    QVERIFY(!content.isEmpty());
    const Answer made = upload(content, {}, {{"Content-Type", type.toLatin1()}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"kind"_s].toString(), u"video"_s);
    QCOMPARE(made.json[u"media_type"_s].toString(), type);
    QCOMPARE(made.json[u"width"_s].toInt(), 96);
    QVERIFY2(qAbs(made.json[u"duration"_s].toDouble() - 2) < 0.2, made.text().constData());
    QCOMPARE(m_ada->get(made.json[u"content"_s].toString()).body, content);
}

void TestArchive::uploadIsVerifiedAgainstItsDigest()
{
    const QByteArray content = photo();
    const auto with = [&](const QByteArray &digest) {
        return upload(content, {}, {{"Content-Type", "image/jpeg"}, {"Content-Digest", digest}});
    };
    EXPECT_STATUS(with(digestOf(content)), 201);
    EXPECT_STATUS(with("unixsum=:AAA=:, " + digestOf(content)), 201);
    EXPECT_PROBLEM(with(digestOf(content + 'x')), 422, "digest_mismatch");
    EXPECT_PROBLEM(with("sha-256=AAAA"), 400, "digest_malformed");
    EXPECT_PROBLEM(with("sha-256=:%%%:"), 400, "digest_malformed");
    for (const QByteArray &field : {"Repr-Digest"_ba, "Digest"_ba}) {
        const QByteArray wrong = field == "Digest" ? "SHA-256=AAAA" : digestOf(content + 'x');
        EXPECT_PROBLEM(upload(content, {}, {{"Content-Type", "image/jpeg"}, {field, wrong}}), 422, "digest_mismatch");
    }
    QCOMPARE(m_ada->get(u"/device-data"_s).items().size(), 2);
    QCOMPARE(QDir(m_server.dataDir() + u"/archive/"_s + m_device).entryList(QDir::Files).size(), 2);
}

void TestArchive::invalidUploadsAreRejected_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("query"); ///< `DEVICE`: id of the device; `THEIRS`: id of a device of another account
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray raw = "application/octet-stream";
    const QByteArray whole = photo();
    QTest::newRow("nothing") << QByteArray() << raw << u"device_id=DEVICE"_s << 415 << u"media_type_unsupported"_s;
    QTest::newRow("text") << QByteArray("hello") << raw << u"device_id=DEVICE"_s << 415 << u"media_type_unsupported"_s;
    QTest::newRow("JSON") << QByteArray("{}") << QByteArray("application/json") << u"device_id=DEVICE"_s << 415
                          << u"media_type_unsupported"_s;
    QTest::newRow("a GIF") << QByteArray("GIF89a\x01\x00\x01\x00") << raw << u"device_id=DEVICE"_s << 415
                           << u"media_type_unsupported"_s;
    QTest::newRow("truncated photo") << whole.left(whole.size() / 2) << raw << u"device_id=DEVICE"_s << 422
                                     << u"image_unreadable"_s;
    QTest::newRow("truncated video") << video(u"half.mp4"_s).left(2000) << raw << u"device_id=DEVICE"_s << 415
                                     << u"media_type_unsupported"_s;
    QTest::newRow("a playlist") << QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/passwd\n") << raw
                                << u"device_id=DEVICE"_s << 415 << u"media_type_unsupported"_s;
    QTest::newRow("no device") << whole << raw << QString() << 422 << u"invalid"_s;
    QTest::newRow("id of another kind") << whole << raw << u"device_id=mark_1"_s << 404 << u"not_found"_s;
    QTest::newRow("device of another account") << whole << raw << u"device_id=THEIRS"_s << 404 << u"not_found"_s;
    QTest::newRow("future time") << whole << raw << u"device_id=DEVICE&taken_at=2126-01-01T00:00:00Z"_s << 422
                                 << u"invalid"_s;
    QTest::newRow("invalid time") << whole << raw << u"device_id=DEVICE&taken_at=today"_s << 422 << u"invalid"_s;
    QTest::newRow("an unknown parameter") << whole << raw << u"device_id=DEVICE&colour=red"_s << 422 << u"invalid"_s;
}

void TestArchive::invalidUploadsAreRejected()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, type);
    QFETCH(QString, query);
    QFETCH(int, status);
    QFETCH(QString, code);
    static const QString theirs = m_server.account(u"bea"_s).addDevice(u"Yard"_s)[u"device_id"_s].toString();
    query.replace(u"DEVICE"_s, m_device).replace(u"THEIRS"_s, theirs);
    const Answer answer = m_ada->send("POST", u"/device-data?"_s + query, content, {{"Content-Type", type}});
    EXPECT_STATUS(answer, status);
    QCOMPARE(answer.code(), code);
    QVERIFY(!answer.body.contains(m_server.dataDir().toUtf8()));
    QVERIFY(m_ada->get(u"/device-data"_s).items().isEmpty());
    QVERIFY(QDir(m_server.dataDir() + u"/archive/"_s + m_device).entryList(QDir::Files).isEmpty());
}

void TestArchive::listIsFilteredAndPaged()
{
    QStringList ids; // newest first
    for (int hour = 0; hour < 5; ++hour)
        ids.prepend(uploaded(u"&taken_at=2026-11-20T0%1:00:00Z"_s.arg(hour)));
    const QString clip = uploaded(u"&taken_at=2026-11-21T00:00:00Z"_s, video(u"clip.mp4"_s));
    const QString other = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();

    QCOMPARE(idsOf(m_ada->get(u"/device-data"_s)), QStringList(clip) + ids);
    QCOMPARE(idsOf(m_ada->get(u"/device-data?kind=video"_s)), QStringList(clip));
    QCOMPARE(idsOf(m_ada->get(u"/device-data?kind=photo"_s)), ids);
    QCOMPARE(idsOf(m_ada->get(u"/device-data?device_id="_s + other)), QStringList());
    QCOMPARE(idsOf(m_ada->get(u"/device-data?from=2026-11-20T01:00:00Z&to=2026-11-20T03:00:00Z"_s)), ids.mid(2, 2));
    QCOMPARE(idsOf(m_ada->get(u"/device-data?sort=%2Bdate&pagesize=1"_s)), QStringList(ids.last()));

    QStringList paged;
    QString path = u"/device-data?kind=photo&count=true&pagesize=2"_s;
    for (QString cursor = u"."_s; !cursor.isEmpty() && paged.size() < 9;) {
        const Answer page = m_ada->get(cursor == u"."_s ? path : path + u"&cursor="_s + cursor);
        EXPECT_STATUS(page, 200);
        QCOMPARE(page.json[u"total"_s].toInt(), 5);
        paged += idsOf(page);
        cursor = page.json[u"next_cursor"_s].toString();
    }
    QCOMPARE(paged, ids);
    QCOMPARE(idsOf(m_ada->get(path + u"&page=3"_s)), QStringList(ids.last()));
}

void TestArchive::invalidQueriesAreRejected_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("kind") << u"/device-data?kind=film"_s << 422;
    QTest::newRow("time") << u"/device-data?from=now"_s << 422;
    QTest::newRow("sort") << u"/device-data?sort=size"_s << 422;
    QTest::newRow("cursor") << u"/device-data?cursor=WyJ4Il0"_s << 422;
    QTest::newRow("id of another kind") << u"/device-data?device_id=dat_1"_s << 404;
    QTest::newRow("unknown device") << u"/device-data?device_id=dev_00000000000000000000000001"_s << 404;
    QTest::newRow("malformed id") << u"/device-data/everything"_s << 404;
    QTest::newRow("unknown id") << u"/device-data/dat_00000000000000000000000001"_s << 404;
    QTest::newRow("content of an unknown id") << u"/device-data/dat_00000000000000000000000001/content"_s << 404;
    QTest::newRow("type of the bin") << u"/trash?type=account"_s << 422;
    QTest::newRow("cursor of the bin") << u"/trash?cursor=WyJ4Il0"_s << 422;
}

void TestArchive::invalidQueriesAreRejected()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    EXPECT_STATUS(m_ada->get(path), status);
}

void TestArchive::signedUrlOpensOneItem()
{
    const QString id = uploaded();
    const QString other = uploaded({}, photo(Qt::red));
    const QString nobodys = u"dat_00000000000000000000000001"_s;
    const Answer answer =
        m_ada->put(u"/device-data/uri"_s, {{u"data_ids"_s, QJsonArray{id, nobodys}}, {u"expires_in"_s, 60}});
    EXPECT_STATUS(answer, 200);
    const QJsonArray results = answer.json[u"results"_s].toArray();
    QCOMPARE(results.size(), 2);
    QCOMPARE(results[1][u"error"_s][u"code"_s].toString(), u"not_found"_s);
    const QString address = results[0][u"content"_s].toString();
    const HttpClient anybody = m_server.anybody();
    QCOMPARE(anybody.get(address).body, photo());
    EXPECT_PROBLEM(anybody.get(QString(address).replace(id, other)), 403, "link_invalid");
    EXPECT_STATUS(anybody.get(u"/device-data/%1/content"_s.arg(id)), 401);

    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id), 204);
    EXPECT_PROBLEM(anybody.get(address), 403, "link_invalid");
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + id, {}), 200);
    EXPECT_STATUS(anybody.get(address), 200);
    const QJsonObject revoke{{u"data_ids"_s, QJsonArray{id}}, {u"revoke"_s, true}};
    EXPECT_PROBLEM(m_ada->with(m_server, u"data:read"_s).put(u"/device-data/uri"_s, revoke), 403, "insufficient_scope");
    EXPECT_STATUS(anybody.get(address), 200);
    EXPECT_STATUS(m_ada->put(u"/device-data/uri"_s, revoke), 200);
    EXPECT_PROBLEM(anybody.get(address), 403, "link_invalid");
}

void TestArchive::otherAccountsSeeNothing()
{
    const QString id = uploaded();
    const TestAccount &bea = m_server.account(u"bea"_s);
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, m_device}, {u"user"_s, bea.email()}}),
                  201);
    EXPECT_STATUS(bea.get(u"/devices/"_s + m_device), 200); // shares cover streams and marks only
    const QString path = u"/device-data/"_s + id;
    EXPECT_STATUS(bea.get(path), 404);
    EXPECT_STATUS(bea.get(path + u"/content"_s), 404);
    EXPECT_STATUS(bea.get(u"/device-data?device_id="_s + m_device), 404);
    EXPECT_STATUS(bea.del(path), 404);
    EXPECT_STATUS(bea.del(path + u"/permanent"_s), 404);
    EXPECT_STATUS(bea.put(u"/restore/"_s + id, {}), 404);
    const Answer signing = bea.put(u"/device-data/uri"_s, {{u"data_ids"_s, QJsonArray{id}}});
    QCOMPARE(signing.json[u"results"_s][0][u"error"_s][u"code"_s].toString(), u"not_found"_s);
}

void TestArchive::supportNeedsAGrant()
{
    const QString id = uploaded();
    const HttpClient support = m_server.staff(u"support"_s);
    EXPECT_PROBLEM(support.get(u"/device-data/%1/content"_s.arg(id)), 403, "support_access_required");
    EXPECT_STATUS(m_ada->post(u"/accounts/%1/support-access"_s.arg(m_ada->accountId()), {{u"hours"_s, 1}}), 201);
    EXPECT_STATUS(support.get(u"/device-data/%1/content"_s.arg(id)), 200);
    QCOMPARE(idsOf(support.get(u"/device-data?device_id="_s + m_device)), QStringList(id));
    EXPECT_STATUS(support.del(u"/device-data/"_s + id), 404);
}

void TestArchive::facesAreDetectedInPhotos()
{
    const auto detect = [this](const QString &id) { return m_ada->post(u"/face/detect"_s, {{u"data_id"_s, id}}); };
    // The photo is read, but this server has no models.
    EXPECT_PROBLEM(detect(uploaded()), 503, "models_not_installed");
    EXPECT_PROBLEM(detect(uploaded({}, video(u"clip.mp4"_s))), 415, "image_type_unsupported");
    EXPECT_PROBLEM(detect(u"dat_00000000000000000000000001"_s), 404, "not_found");
    const QString theirs = uploaded();
    EXPECT_PROBLEM(m_server.account(u"bea"_s).post(u"/face/detect"_s, {{u"data_id"_s, theirs}}), 404, "not_found");
}

void TestArchive::zonesAreDrawnOnPhotos()
{
    const auto draw = [this](const QString &device, const QString &from) {
        const auto at = [](double x, double y) { return QJsonObject{{u"x"_s, x}, {u"y"_s, y}}; };
        return m_ada->post(u"/devices/zone"_s,
                           {{u"device_id"_s, device},
                            {u"name"_s, u"Yard"_s},
                            {u"kind"_s, u"include"_s},
                            {u"polygon"_s, QJsonArray{at(0, 0), at(1, 0), at(1, 1)}},
                            {u"drawn_from"_s, from}});
    };
    const QString id = uploaded();
    const Answer zone = draw(m_device, id);
    EXPECT_STATUS(zone, 201);
    QCOMPARE(zone.json[u"drawn_from"_s].toString(), id);
    const Answer again = draw(m_device, id.toUpper()); // the same ID
    EXPECT_STATUS(again, 201);
    QCOMPARE(again.json[u"drawn_from"_s].toString(), id);
    const QString other = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    EXPECT_INVALID(draw(other, id), "/drawn_from not_found");
}

void TestArchive::planLimitsTheStorage()
{
    const QByteArray content = photo();
    const QString plan = u"plan_00000000000000000000000001"_s;
    const Answer order = m_ada->post(u"/retentions/%1/account/%2"_s.arg(plan, m_ada->accountId()), {});
    EXPECT_STATUS(order, 201);
    m_server.sql(
        u"INSERT INTO account_plan (account_id, retention_id, order_id, name, days, storage_bytes, devices, "
        "since) VALUES ('%1', '%2', '%3', 'Small', 30, %4, 0, 1)"_s.arg(
            m_ada->accountId(), plan, order.json[u"order_id"_s].toString(), QString::number(content.size() * 3 / 2)));
    EXPECT_STATUS(upload(content), 201);
    const Answer refused = upload(content);
    EXPECT_PROBLEM(refused, 403, "plan_limit_reached");
    QCOMPARE(m_ada->get(u"/device-data"_s).items().size(), 1);
}

void TestArchive::acknowledgedUploadsSurviveACrash()
{
    const QString id = uploaded();
    QFile stray(fileOf(u"dat_00000000000000000000000009"_s));
    QVERIFY(stray.open(QFile::WriteOnly) && stray.write("x") == 1 && stray.flush()
            && stray.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3700), QFile::FileModificationTime));
    stray.close();
    m_server.kill9();
    m_server.start();
    QCOMPARE(m_ada->get(u"/device-data/%1/content"_s.arg(id)).body, photo());
    const auto isRemoved = [&] { // a day after it was noted
        m_server.sql(u"UPDATE stray_file SET noted_at = 1"_s);
        m_server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'archive_files'"_s);
        return !stray.exists();
    };
    QTRY_VERIFY(isRemoved());
    QCOMPARE(m_ada->get(u"/device-data/%1/content"_s.arg(id)).body, photo());
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
