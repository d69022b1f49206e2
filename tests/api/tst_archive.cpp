// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

/// A picture of one colour, and so of its own for each.
QByteArray photo(Qt::GlobalColor colour = Qt::darkGreen, const char *format = "JPEG")
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(colour);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

/// Two seconds of ffmpeg's test picture.
QByteArray video(const QString &name)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const QString codec = name.endsWith(u".webm"_s) ? u"libvpx"_s : u"mpeg4"_s;
    QProcess::execute(u"ffmpeg"_s,
                      {u"-loglevel"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                       u"testsrc=size=96x64:rate=10:duration=2"_s, u"-c:v"_s, codec, path});
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray digestOf(const QByteArray &content)
{
    return "sha-256=:" + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toBase64() + ':';
}

QStringList idsOf(const Answer &list, const QString &key = u"data_id"_s)
{
    QStringList ids;
    for (const QJsonValue &item : list.items())
        ids += item[key].toString();
    return ids;
}
}

/// Photos and videos: uploaded, listed, fetched, thrown away and taken back.
class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPhotoIsKeptAsItCame();
    void aVideoSaysHowLongItIs_data();
    void aVideoSaysHowLongItIs();
    void whatArrivedIsHeldAgainstItsDigest();
    void badUploadsAreRefused_data();
    void badUploadsAreRefused();
    void aListIsNarrowedAndPaged();
    void badListsAreRefused_data();
    void badListsAreRefused();
    void intoTheBinAndBack();
    void aBinnedDeviceIsRestoredFirst();
    void forGood();
    void signedAddressesOpenOneThing();
    void theBinListsEverythingInIt();
    void nobodyElseSeesIt();
    void supportSeesItWithLeaveOnly();
    void facesAreLookedForInIt();
    void zonesAreDrawnOnIt();
    void aPlanLimitsTheStorage();
    void whatWasAcknowledgedSurvivesACrash();
    void theBinIsEmptiedInTime();

private:
    Answer upload(const QByteArray &content, const QString &query = {}, const HttpClient::Headers &headers = {});
    QString uploaded(const QString &query = {}, const QByteArray &content = photo());
    QString fileOf(const QString &data) const;

    TestServer m_server{{u"--models"_s, u"/nowhere"_s}};
    const TestAccount *m_ada = nullptr;
    QString m_device;
    int m_accounts = 0;
};

/// A person of its own for each test, with one camera.
void TestArchive::init()
{
    m_ada = &m_server.account(u"ada%1"_s.arg(++m_accounts));
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
}

Answer TestArchive::upload(const QByteArray &content, const QString &query, const HttpClient::Headers &headers)
{
    const HttpClient::Headers sent =
        headers.isEmpty() ? HttpClient::Headers{{"Content-Type", "application/octet-stream"}} : headers;
    return m_ada->send("POST", u"/device-data?device_id="_s + m_device + query, content, sent);
}

QString TestArchive::uploaded(const QString &query, const QByteArray &content)
{
    const Answer answer = upload(content, query);
    if (answer.status != 201)
        qFatal("%s", answer.text().constData());
    return answer.json[u"data_id"_s].toString();
}

QString TestArchive::fileOf(const QString &data) const
{
    return m_server.dataDir() + u"/archive/"_s + m_device + u'/' + data;
}

void TestArchive::aPhotoIsKeptAsItCame()
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
    QCOMPARE(made.json[u"duration"_s].toDouble(), 0);
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
    const Answer part = m_ada->get(path, {{"Range", "bytes=2-9"}});
    EXPECT_STATUS(part, 206);
    QCOMPARE(part.body, jpeg.mid(2, 8));
}

void TestArchive::aVideoSaysHowLongItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::newRow("MP4") << u"clip.mp4"_s << u"video/mp4"_s;
    QTest::newRow("WebM") << u"clip.webm"_s << u"video/webm"_s;
    QTest::newRow("Matroska") << u"clip.mkv"_s << u"video/x-matroska"_s;
}

void TestArchive::aVideoSaysHowLongItIs()
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

void TestArchive::whatArrivedIsHeldAgainstItsDigest()
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
    QCOMPARE(m_ada->get(u"/device-data"_s).items().size(), 2);
    QCOMPARE(QDir(m_server.dataDir() + u"/archive/"_s + m_device).entryList(QDir::Files).size(), 2);
}

void TestArchive::badUploadsAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("query"); ///< `DEVICE`: the right one, `THEIRS`: another account's
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
    QTest::newRow("half a photo") << whole.left(whole.size() / 2) << raw << u"device_id=DEVICE"_s << 422
                                  << u"image_unreadable"_s;
    QTest::newRow("half a video") << video(u"half.mp4"_s).left(2000) << raw << u"device_id=DEVICE"_s << 415
                                  << u"media_type_unsupported"_s;
    QTest::newRow("a playlist") << QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/passwd\n") << raw
                                << u"device_id=DEVICE"_s << 415 << u"media_type_unsupported"_s;
    QTest::newRow("no device") << whole << raw << QString() << 422 << u"invalid"_s;
    QTest::newRow("no device's id") << whole << raw << u"device_id=mark_1"_s << 404 << u"not_found"_s;
    QTest::newRow("another's device") << whole << raw << u"device_id=THEIRS"_s << 404 << u"not_found"_s;
    QTest::newRow("a time to come") << whole << raw << u"device_id=DEVICE&taken_at=2126-01-01T00:00:00Z"_s << 422
                                    << u"invalid"_s;
    QTest::newRow("no time") << whole << raw << u"device_id=DEVICE&taken_at=today"_s << 422 << u"invalid"_s;
    QTest::newRow("an unknown parameter") << whole << raw << u"device_id=DEVICE&colour=red"_s << 422 << u"invalid"_s;
}

void TestArchive::badUploadsAreRefused()
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

void TestArchive::aListIsNarrowedAndPaged()
{
    QStringList ids; // the newest first
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

void TestArchive::badListsAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("kind") << u"/device-data?kind=film"_s << 422;
    QTest::newRow("time") << u"/device-data?from=now"_s << 422;
    QTest::newRow("sort") << u"/device-data?sort=size"_s << 422;
    QTest::newRow("cursor") << u"/device-data?cursor=WyJ4Il0"_s << 422;
    QTest::newRow("no device's id") << u"/device-data?device_id=dat_1"_s << 404;
    QTest::newRow("nobody's device") << u"/device-data?device_id=dev_00000000000000000000000001"_s << 404;
    QTest::newRow("no id") << u"/device-data/everything"_s << 404;
    QTest::newRow("nobody's") << u"/device-data/dat_00000000000000000000000001"_s << 404;
    QTest::newRow("nobody's content") << u"/device-data/dat_00000000000000000000000001/content"_s << 404;
    QTest::newRow("the bin's type") << u"/trash?type=account"_s << 422;
    QTest::newRow("the bin's cursor") << u"/trash?cursor=WyJ4Il0"_s << 422;
}

void TestArchive::badListsAreRefused()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    EXPECT_STATUS(m_ada->get(path), status);
}

void TestArchive::intoTheBinAndBack()
{
    const QString id = uploaded();
    const QString path = u"/device-data/"_s + id;
    EXPECT_STATUS(m_ada->del(path), 204);
    EXPECT_STATUS(m_ada->del(path), 204); // already there
    QVERIFY(m_ada->get(u"/device-data"_s).items().isEmpty());
    const Answer binned = m_ada->get(path);
    const auto deleted = QDateTime::fromString(binned.json[u"deleted_at"_s].toString(), Qt::ISODateWithMs);
    const auto purged = QDateTime::fromString(binned.json[u"purge_at"_s].toString(), Qt::ISODateWithMs);
    QCOMPARE(deleted.daysTo(purged), 30);

    const Answer restored = m_ada->put(u"/restore/"_s + id, {});
    EXPECT_STATUS(restored, 200);
    QCOMPARE(restored.json[u"data_id"_s].toString(), id);
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + id, {}), 200); // again
    QCOMPARE(idsOf(m_ada->get(u"/device-data"_s)), QStringList(id));
    const HttpClient narrow = m_ada->with(m_server, u"marks"_s);
    EXPECT_PROBLEM(narrow.put(u"/restore/"_s + id, {}), 403, "insufficient_scope");
}

void TestArchive::aBinnedDeviceIsRestoredFirst()
{
    const QString id = uploaded();
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id), 204);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204);
    const Answer refused = m_ada->put(u"/restore/"_s + id, {});
    EXPECT_PROBLEM(refused, 409, "parent_deleted");
    QCOMPARE(refused.json[u"restore_first"_s].toArray(), QJsonArray{m_device});
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + m_device, {}), 200);
    EXPECT_STATUS(m_ada->put(u"/restore/"_s + id, {}), 200);
}

void TestArchive::forGood()
{
    const QString id = uploaded();
    QVERIFY(QFile::exists(fileOf(id)));
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id + u"/permanent"_s), 204);
    QVERIFY(!QFile::exists(fileOf(id)));
    EXPECT_STATUS(m_ada->get(u"/device-data/"_s + id), 404);
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id + u"/permanent"_s), 404);
    EXPECT_PROBLEM(m_ada->put(u"/restore/"_s + id, {}), 410, "purged");
}

void TestArchive::signedAddressesOpenOneThing()
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

void TestArchive::theBinListsEverythingInIt()
{
    const QString id = uploaded();
    const QJsonObject made =
        m_ada
            ->post(u"/device-marks"_s,
                   {{u"device_id"_s, m_device}, {u"label"_s, u"cat"_s}, {u"started_at"_s, u"2026-11-20T00:00:00Z"_s}})
            .json;
    const QString mark = made[u"devicemark_id"_s].toString();
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + id), 204);
    EXPECT_STATUS(m_ada->del(u"/device-marks/triggered/account/%1/detail"_s.arg(m_ada->accountId()),
                             {{u"mark_ids"_s, QJsonArray{mark}}}),
                  200);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204);
    const Answer all = m_ada->get(u"/trash?count=true"_s);
    EXPECT_STATUS(all, 200);
    QCOMPARE(all.json[u"total"_s].toInt(), 3);
    auto ids = idsOf(all, u"id"_s);
    std::sort(ids.begin(), ids.end());
    QStringList expected{id, mark, m_device};
    std::sort(expected.begin(), expected.end());
    QCOMPARE(ids, expected);
    QCOMPARE(idsOf(m_ada->get(u"/trash?type=data"_s), u"id"_s), QStringList(id));
    const QJsonValue device = m_ada->get(u"/trash?type=device"_s).items().first();
    QCOMPARE(device[u"type"_s].toString(), u"device"_s);
    QCOMPARE(device[u"name"_s].toString(), u"Door"_s);
    QVERIFY(device[u"purge_at"_s].toString() > device[u"deleted_at"_s].toString());
    QCOMPARE(m_ada->get(u"/trash?type=mark"_s).items().first()[u"name"_s].toString(), u"cat"_s);

    const HttpClient narrow = m_ada->with(m_server, u"data:read"_s);
    QCOMPARE(idsOf(narrow.get(u"/trash"_s), u"id"_s), QStringList(id));
    EXPECT_PROBLEM(narrow.get(u"/trash?type=device"_s), 403, "insufficient_scope");
    QVERIFY(m_server.account(u"bea"_s).get(u"/trash"_s).items().isEmpty());
}

void TestArchive::nobodyElseSeesIt()
{
    const QString id = uploaded();
    const TestAccount &bea = m_server.account(u"bea"_s);
    EXPECT_STATUS(m_ada->post(u"/devices/share/account/"_s + m_ada->accountId(),
                              {{u"device_id"_s, m_device}, {u"user"_s, bea.email()}}),
                  201);
    EXPECT_STATUS(bea.get(u"/devices/"_s + m_device), 200); // streams and marks, and nothing else
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

void TestArchive::supportSeesItWithLeaveOnly()
{
    const QString id = uploaded();
    const HttpClient support = m_server.staff(u"support"_s);
    EXPECT_PROBLEM(support.get(u"/device-data/%1/content"_s.arg(id)), 403, "support_access_required");
    EXPECT_STATUS(m_ada->post(u"/accounts/%1/support-access"_s.arg(m_ada->accountId()), {{u"hours"_s, 1}}), 201);
    EXPECT_STATUS(support.get(u"/device-data/%1/content"_s.arg(id)), 200);
    QCOMPARE(idsOf(support.get(u"/device-data?device_id="_s + m_device)), QStringList(id));
    EXPECT_STATUS(support.del(u"/device-data/"_s + id), 404);
}

void TestArchive::facesAreLookedForInIt()
{
    const auto detect = [this](const QString &id) { return m_ada->post(u"/face/detect"_s, {{u"data_id"_s, id}}); };
    // It is read; then this server has no models to look with.
    EXPECT_PROBLEM(detect(uploaded()), 503, "models_not_installed");
    EXPECT_PROBLEM(detect(uploaded({}, video(u"clip.mp4"_s))), 415, "image_type_unsupported");
    EXPECT_PROBLEM(detect(u"dat_00000000000000000000000001"_s), 404, "not_found");
    const QString theirs = uploaded();
    EXPECT_PROBLEM(m_server.account(u"bea"_s).post(u"/face/detect"_s, {{u"data_id"_s, theirs}}), 404, "not_found");
}

void TestArchive::zonesAreDrawnOnIt()
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
    const QString other = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    EXPECT_INVALID(draw(other, id), "/drawn_from not_found");
}

void TestArchive::aPlanLimitsTheStorage()
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

void TestArchive::whatWasAcknowledgedSurvivesACrash()
{
    const QString id = uploaded();
    QFile stray(fileOf(u"dat_00000000000000000000000009"_s));
    QVERIFY(stray.open(QFile::WriteOnly) && stray.write("x") == 1);
    stray.close();
    m_server.kill9();
    m_server.start();
    QCOMPARE(m_ada->get(u"/device-data/%1/content"_s.arg(id)).body, photo());
    QTRY_VERIFY(!stray.exists());
}

void TestArchive::theBinIsEmptiedInTime()
{
    const QString kept = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const QString lone =
        m_ada->send("POST", u"/device-data?device_id="_s + kept, photo(), {{"Content-Type", "image/jpeg"}})
            .json[u"data_id"_s]
            .toString();
    const QString id = uploaded();
    EXPECT_STATUS(m_ada->del(u"/device-data/"_s + lone), 204);
    EXPECT_STATUS(m_ada->del(u"/devices/"_s + m_device), 204);
    m_server.sql(u"UPDATE device_data SET purge_at = 1 WHERE data_id = '%1'"_s.arg(lone));
    m_server.sql(u"UPDATE device SET purge_at = 1 WHERE device_id = '%1'"_s.arg(m_device));
    m_server.stop();
    m_server.start(); // it looks at once, and then every ten minutes
    QTRY_COMPARE(m_ada->get(u"/trash"_s).items().size(), 0);
    for (const QString &gone : {lone, id, m_device})
        EXPECT_PROBLEM(m_ada->put(u"/restore/"_s + gone, {}), 410, "purged");
    EXPECT_STATUS(m_ada->get(u"/devices/"_s + kept), 200);
    QTRY_VERIFY(!QDir(m_server.dataDir() + u"/archive/"_s + m_device).exists());
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
