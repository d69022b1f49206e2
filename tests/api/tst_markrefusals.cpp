// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/refusals.h"
#include "tests/support/expect.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;

namespace {
QByteArray pictureOf(int width, int height, const char *format)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}
}

/// Invalid requests to the endpoints of device marks.
class TestMarkRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lists_data();
    void lists() { m_refusals->check(); }
    void others_data();
    void others() { m_refusals->check(); }
    void media_data();
    void media() { m_refusals->check(); }
    void selections_data();
    void selections() { m_refusals->check(); }
    void reading_data();
    void reading() { m_refusals->check(); }
    void signing_data();
    void signing() { m_refusals->check(); }
    void createdByApps_data();
    void createdByApps() { m_refusals->check(); }
    void markOfAnAppIsListed();
    void markOfAnAppMayHaveNoScore();
    void markOfAnAppHasTheModeOfTheGroup();
    void snapshotIsStoredUpright();

private:
    QString mine(const QString &path) const { return path.arg(m_ada); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Refusals> m_refusals;
    QString m_ada;
    QString m_bea;
    QString m_device;
    QString m_theirDevice;
    QString m_group;
    QString m_theirGroup;
    const QString m_motion = u"mode_00000000000000000000000001"_s;
    const QString m_nobodys = u"mark_00000000000000000000000009"_s;
};

void TestMarkRefusals::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_refusals = std::make_unique<Refusals>(*m_server);
    const TestAccount &ada = m_server->account(u"ada"_s);
    const TestAccount &bea = m_server->account(u"bea"_s);
    m_ada = ada.accountId();
    m_bea = bea.accountId();
    m_device = ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_theirDevice = bea.addDevice(u"Garage"_s)[u"device_id"_s].toString();
    m_group = ada.addGroup(u"Home"_s)[u"devgroup_id"_s].toString();
    m_theirGroup = bea.addGroup(u"Shop"_s)[u"devgroup_id"_s].toString();
}

void TestMarkRefusals::lists_data()
{
    Refusals::columns();
    const QString ofDevice = u"/device-marks/triggered/account/%1/device/%2"_s;
    const QString ofMode = u"/device-marks/triggered/account/%1/device-group/%2/device-mode/%3"_s;
    const Endpoint all{.name = "all",
                       .method = "GET",
                       .path = u"/device-marks/account/"_s + m_ada,
                       .otherScope = u"devices account"_s};
    const Endpoint device{
        .name = "device", .method = "GET", .path = ofDevice.arg(m_ada, m_device), .otherScope = u"devices"_s};
    const Endpoint mode{
        .name = "mode", .method = "GET", .path = ofMode.arg(m_ada, m_group, m_motion), .otherScope = u"devices"_s};
    for (const Endpoint &endpoint : {all, device, mode}) {
        m_refusals->common(endpoint);
        m_refusals->parameter(endpoint, u"?page=0"_s, u"?page too_small"_s);
        m_refusals->parameter(endpoint, u"?pagesize=101"_s, u"?pagesize too_large"_s);
        m_refusals->parameter(endpoint, u"?sort=-score"_s, u"?sort not_allowed"_s);
        m_refusals->parameter(endpoint, u"?cursor=WzFd"_s, u"?cursor malformed"_s);
        m_refusals->parameter(endpoint, u"?create_date=yesterday"_s, u"?create_date malformed"_s);
        m_refusals->parameter(endpoint, u"?create_datetime=12:00"_s, u"?create_datetime malformed"_s);
        m_refusals->parameter(endpoint, u"?min_score=2"_s, u"?min_score too_large"_s);
        m_refusals->parameter(endpoint, u"?unread=yes"_s, u"?unread wrong_type"_s);
    }
    m_refusals->path(all, "another's", u"/device-marks/account/"_s + m_bea);
    m_refusals->path(all, "device of another account", all.path + u"?device_id="_s + m_theirDevice);
    m_refusals->path(device, "another's account", ofDevice.arg(m_bea, m_device));
    m_refusals->path(device, "device of another account", ofDevice.arg(m_ada, m_theirDevice));
    m_refusals->path(device, "another's both", ofDevice.arg(m_bea, m_theirDevice));
    m_refusals->path(device, "of another kind", ofDevice.arg(m_ada, m_group));
    m_refusals->path(mode, "another's group", ofMode.arg(m_ada, m_theirGroup, m_motion));
    m_refusals->path(mode, "nobody's mode", ofMode.arg(m_ada, m_group, u"mode_00000000000000000000000009"_s));
}

void TestMarkRefusals::others_data()
{
    Refusals::columns();
    const QString latest = u"/device-marks/triggered/account/%1/device/%2/latest"_s;
    const QString detail = u"/device-marks/%1/triggered/account/%2/detail"_s;
    const Endpoint newest{
        .name = "latest", .method = "GET", .path = latest.arg(m_ada, m_device), .otherScope = u"devices"_s};
    const Endpoint one{
        .name = "detail", .method = "GET", .path = detail.arg(m_nobodys, m_ada), .otherScope = u"devices"_s};
    const Endpoint unread{.name = "unread",
                          .method = "GET",
                          .path = u"/device-marks/account/%1/unread"_s.arg(m_ada),
                          .otherScope = u"devices"_s};
    const Endpoint modes{.name = "modes",
                         .method = "GET",
                         .path = u"/device-modes/account/"_s + m_ada,
                         .otherScope = u"devices marks"_s};
    const Endpoint restore{
        .name = "restore", .method = "PUT", .path = u"/restore/"_s + m_nobodys, .otherScope = u"marks:read"_s};
    for (const Endpoint &endpoint : {newest, one, unread, modes, restore})
        m_refusals->common(endpoint);
    m_refusals->path(newest, "device of another account", latest.arg(m_ada, m_theirDevice));
    m_refusals->path(one, "unknown", one.path);
    m_refusals->path(one, "another's account", detail.arg(m_nobodys, m_bea));
    m_refusals->path(one, "of another kind", detail.arg(m_device, m_ada));
    m_refusals->path(unread, "another's", u"/device-marks/account/%1/unread"_s.arg(m_bea));
    m_refusals->path(modes, "another's", u"/device-modes/account/"_s + m_bea);
    m_refusals->path(restore, "unknown", restore.path);
    m_refusals->path(restore, "no id", u"/restore/everything"_s);
}

void TestMarkRefusals::media_data()
{
    Refusals::columns();
    for (const QString &file : {u"snapshot.jpg"_s, u"thumbnail.jpg"_s, u"clip.mp4"_s}) {
        const QString path = u"/device-marks/%1/"_s + file;
        const Endpoint get{
            .name = file.toLatin1(), .method = "GET", .path = path.arg(m_nobodys), .otherScope = u"devices streams"_s};
        m_refusals->common(get);
        m_refusals->path(get, "unknown", get.path);
        m_refusals->path(get, "of another kind", path.arg(m_device));
        m_refusals->path(get, "forged", get.path + u"?expires=9999999999&signature=AAAA"_s, 403, u"link_invalid"_s);
        m_refusals->path(get, "climbing", path.arg(u"..%2f..%2fserver.key"_s));
    }
}

void TestMarkRefusals::selections_data()
{
    Refusals::columns();
    const QJsonObject body{{u"mark_ids"_s, QJsonArray{m_nobodys}}};
    const QString bin = u"/device-marks/triggered/account/%1/temporary"_s;
    const QString first = u"/devicemarks/triggered/account/%1/temporary"_s;
    const QString detail = u"/device-marks/triggered/account/%1/detail"_s;
    const auto endpoint = [&](const QByteArray &name, const QByteArray &method, const QString &path) {
        return Endpoint{
            .name = name, .method = method, .path = mine(path), .body = body, .otherScope = u"marks:read"_s};
    };
    const QList<QPair<Endpoint, QString>> endpoints{{endpoint("into the bin", "DELETE", detail), detail},
                                                    {endpoint("back", "PUT", bin), bin},
                                                    {endpoint("back as of old", "PUT", first), first},
                                                    {endpoint("for good", "DELETE", bin), bin}};
    for (const auto &[one, path] : endpoints) {
        m_refusals->common(one);
        m_refusals->path(one, "another's account", path.arg(m_bea));
        m_refusals->path(one, "nobody's mark", one.path);
        m_refusals->field(one, "none", u"mark_ids"_s, QJsonArray(), u"too_short"_s);
        m_refusals->field(one, "no list", u"mark_ids"_s, m_nobodys, u"wrong_type"_s);
    }
}

void TestMarkRefusals::reading_data()
{
    Refusals::columns();
    const Endpoint read{.name = "read",
                        .method = "PUT",
                        .path = mine(u"/device-marks/triggered/account/%1/read"_s),
                        .body = {{u"as_of"_s, u"2026-11-23T12:00:00Z"_s}},
                        .otherScope = u"marks:read"_s};
    m_refusals->common(read);
    m_refusals->path(read, "another's account", u"/device-marks/triggered/account/%1/read"_s.arg(m_bea));
    m_refusals->field(read, "local", u"as_of"_s, u"2026-11-23T12:00:00"_s, u"malformed"_s);
    m_refusals->field(read, "future", u"as_of"_s, u"2100-01-01T00:00:00Z"_s, u"too_large"_s);
    m_refusals->field(read, "null", u"as_of"_s, QJsonValue(), u"required"_s);
    m_refusals->field(read, "beside a filter", u"mark_ids"_s, QJsonArray{m_nobodys}, u"not_allowed"_s);
    m_refusals->field(read, "a word", u"read"_s, u"yes"_s, u"wrong_type"_s);
    m_refusals->field(read, "no object", u"filter"_s, u"all"_s, u"wrong_type"_s);
    m_refusals->field(read, "unknown", u"filter"_s, QJsonObject{{u"colour"_s, u"red"_s}}, u"unknown"_s,
                      u"/filter/colour"_s);
    m_refusals->request(read, "device of another account",
                        {{u"filter"_s, QJsonObject{{u"device_id"_s, m_theirDevice}}}}, 404, u"not_found"_s);
}

void TestMarkRefusals::signing_data()
{
    Refusals::columns();
    const Endpoint sign{.name = "sign",
                        .method = "PUT",
                        .path = mine(u"/device-marks/account/%1/signedurl"_s),
                        .body = {{u"mark_ids"_s, QJsonArray{m_nobodys}}},
                        .otherScope = u"devices streams"_s};
    m_refusals->common(sign);
    m_refusals->path(sign, "another's account", u"/device-marks/account/%1/signedurl"_s.arg(m_bea));
    m_refusals->field(sign, "too short", u"expires_in"_s, 59, u"too_small"_s);
    m_refusals->field(sign, "too long", u"expires_in"_s, 604'801, u"too_large"_s);
    m_refusals->field(sign, "a word", u"revoke"_s, u"yes"_s, u"wrong_type"_s);
    m_refusals->field(sign, "none", u"mark_ids"_s, QJsonArray(), u"too_short"_s);
}

void TestMarkRefusals::createdByApps_data()
{
    Refusals::columns();
    const Endpoint add{
        .name = "add",
        .method = "POST",
        .path = u"/device-marks"_s,
        .body = {{u"device_id"_s, m_device}, {u"label"_s, u"parcel"_s}, {u"started_at"_s, u"2026-11-23T08:00:00Z"_s}},
        .required = {u"device_id"_s, u"label"_s, u"started_at"_s},
        .otherScope = u"devices streams"_s,
        .maxBody = 24 << 20};
    m_refusals->common(add);
    m_refusals->field(add, "future start", u"started_at"_s, u"2100-01-01T00:00:00Z"_s, u"too_large"_s);
    m_refusals->field(add, "end before the start", u"ended_at"_s, u"2026-11-23T07:00:00Z"_s, u"too_small"_s);
    m_refusals->field(add, "future end", u"ended_at"_s, u"2100-01-01T00:00:00Z"_s, u"too_large"_s);
    m_refusals->field(add, "empty", u"label"_s, u""_s, u"too_short"_s);
    m_refusals->field(add, "score above 1", u"score"_s, 1.5, u"too_large"_s);
    m_refusals->field(add, "unknown", u"devicemode_id"_s, u"mode_00000000000000000000000009"_s, u"not_found"_s);
    m_refusals->field(add, "not an image", u"snapshot"_s, u"aGVsbG8="_s, u"malformed"_s);
    m_refusals->field(add, "no Base64", u"snapshot"_s, u"a picture!"_s, u"malformed"_s);
    const QByteArray jpeg = pictureOf(64, 48, "JPEG");
    const auto snapshot = [](const QByteArray &file) { return QString::fromLatin1(file.toBase64()); };
    m_refusals->field(add, "half", u"snapshot"_s, snapshot(jpeg.left(jpeg.size() / 2)), u"image_unreadable"_s);
    m_refusals->field(add, "no end", u"snapshot"_s, snapshot(jpeg.chopped(2)), u"image_unreadable"_s);
    m_refusals->field(add, "too small", u"snapshot"_s, snapshot(pictureOf(8, 8, "JPEG")), u"image_too_small"_s);
    m_refusals->field(add, "too large", u"snapshot"_s, snapshot(pictureOf(9000, 9000, "PNG")), u"image_too_large"_s);
    m_refusals->request(add, "device of another account", {{u"device_id"_s, m_theirDevice}}, 404, u"not_found"_s);
}

void TestMarkRefusals::markOfAnAppIsListed()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject box{{u"x"_s, 0.1}, {u"y"_s, 0.2}, {u"width"_s, 0.3}, {u"height"_s, 0.4}};
    const Answer made = ada.post(u"/device-marks"_s,
                                 {{u"device_id"_s, m_device},
                                  {u"label"_s, u"parcel"_s},
                                  {u"score"_s, 0.75},
                                  {u"started_at"_s, u"2026-11-23T08:00:00.000Z"_s},
                                  {u"ended_at"_s, u"2026-11-23T08:00:09.000Z"_s},
                                  {u"objects"_s, QJsonArray{QJsonObject{{u"label"_s, u"parcel"_s}, {u"box"_s, box}}}}});
    EXPECT_STATUS(made, 201);
    const QString id = made.json[u"devicemark_id"_s].toString();
    const Answer found = ada.get(u"/device-marks/%1/triggered/account/%2/detail"_s.arg(id, ada.accountId()));
    EXPECT_STATUS(found, 200);
    QCOMPARE(found.json[u"label"_s].toString(), u"parcel"_s);
    QCOMPARE(found.json[u"state"_s].toString(), u"closed"_s);
    QCOMPARE(found.json[u"objects"_s][0][u"box"_s].toObject(), box);
    QVERIFY(!found.json[u"objects"_s][0].toObject().contains(u"score"_s));
    QVERIFY(!found.json.contains(u"clip"_s));
    QVERIFY(!found.json[u"reason"_s][u"outside"_s][u"app_id"_s].toString().isEmpty());
    // There is no picture, and so no address of one.
    const Answer addresses = ada.put(u"/device-marks/account/%1/signedurl"_s.arg(ada.accountId()),
                                     {{u"mark_ids"_s, QJsonArray{id}}, {u"expires_in"_s, 60}});
    EXPECT_STATUS(addresses, 200);
    QCOMPARE(addresses.json[u"results"_s][0].toObject().keys(), (QStringList{u"expires_at"_s, u"mark_id"_s}));
    // Only administrators can delete the mark permanently.
    EXPECT_PROBLEM(ada.del(u"/device-marks/"_s + id), 403, "insufficient_scope");
    const HttpClient admin = m_server->staff(u"admin"_s);
    EXPECT_STATUS(admin.del(u"/device-marks/"_s + id), 204);
    EXPECT_STATUS(admin.del(u"/device-marks/"_s + id), 404);
    EXPECT_STATUS(ada.put(u"/restore/"_s + id, {}), 410);
}

/// No score is made up, and none is more or less than another: a list by score leaves the mark out.
void TestMarkRefusals::markOfAnAppMayHaveNoScore()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const Answer made = ada.post(
        u"/device-marks"_s,
        {{u"device_id"_s, m_device}, {u"label"_s, u"letter"_s}, {u"started_at"_s, u"2026-11-23T08:00:00.000Z"_s}});
    EXPECT_STATUS(made, 201);
    QVERIFY(!made.json.contains(u"score"_s));
    const auto found = [&](const QString &query) {
        return ada.get(u"/device-marks/account/%1?label=letter%2"_s.arg(ada.accountId(), query)).items();
    };
    QCOMPARE(found({}).size(), 1);
    QVERIFY(!found({})[0].toObject().contains(u"score"_s));
    QCOMPARE(found(u"&min_score=0"_s).size(), 0);
    const QJsonArray told = ada.get(u"/notifications?type=mark.opened&pagesize=1"_s).items();
    QCOMPARE(told[0][u"object"_s], made.json[u"devicemark_id"_s]);
    QCOMPARE(told[0][u"data"_s].toObject().keys(), QStringList{u"mark_id"_s});
}

void TestMarkRefusals::markOfAnAppHasTheModeOfTheGroup()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject motion{{u"motion"_s, QJsonObject()}};
    const Answer mode = ada.post(u"/device-modes"_s, {{u"name"_s, u"Yard"_s}, {u"conditions"_s, motion}});
    EXPECT_STATUS(mode, 201);
    const Answer group = ada.post(u"/device-groups/account/"_s + ada.accountId(),
                                  {{u"name"_s, u"Yard"_s}, {u"devicemode_id"_s, mode.json[u"devicemode_id"_s]}});
    EXPECT_STATUS(group, 201);
    const QJsonObject device = ada.addDevice(u"Gate"_s, {{u"devgroup_id"_s, group.json[u"devgroup_id"_s]}});
    const Answer made = ada.post(u"/device-marks"_s,
                                 {{u"device_id"_s, device[u"device_id"_s]},
                                  {u"label"_s, u"parcel"_s},
                                  {u"started_at"_s, u"2026-11-23T08:00:00.000Z"_s}});
    EXPECT_STATUS(made, 201);
    QCOMPARE(made.json[u"devicemode_id"_s], mode.json[u"devicemode_id"_s]);
}

void TestMarkRefusals::snapshotIsStoredUpright()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QByteArray lying = pictureOf(640, 480, "JPEG");
    const QByteArray orientation = QByteArray::fromHex("ffe1002245786966"
                                                       "00004d4d002a00000008"
                                                       "0001011200030000000100060000"
                                                       "00000000");
    const auto add = [&](const QByteArray &snapshot) {
        return ada.post(u"/device-marks"_s,
                        {{u"device_id"_s, m_device},
                         {u"label"_s, u"parcel"_s},
                         {u"started_at"_s, u"2026-11-23T08:00:00Z"_s},
                         {u"snapshot"_s, QString::fromLatin1(snapshot.toBase64())}});
    };
    for (const QByteArray &file : {lying.left(2) + orientation + lying.mid(2), pictureOf(480, 640, "PNG")}) {
        const Answer made = add(file);
        EXPECT_STATUS(made, 201);
        QCOMPARE(made.json[u"snapshot"_s][u"width"_s].toInt(), 480);
        QCOMPARE(made.json[u"snapshot"_s][u"height"_s].toInt(), 640);
        const QString path = u"/device-marks/%1/"_s.arg(made.json[u"devicemark_id"_s].toString());
        QCOMPARE(QImage::fromData(ada.get(path + u"snapshot.jpg"_s).body, "JPEG").size(), QSize(480, 640));
        QCOMPARE(QImage::fromData(ada.get(path + u"thumbnail.jpg"_s).body, "JPEG").size(), QSize(135, 180));
    }
    const Answer kept = add(lying); // a JPEG that lies as it should is stored as it is
    EXPECT_STATUS(kept, 201);
    QCOMPARE(ada.get(u"/device-marks/%1/snapshot.jpg"_s.arg(kept.json[u"devicemark_id"_s].toString())).body, lying);
}

QTEST_GUILESS_MAIN(TestMarkRefusals)
#include "tst_markrefusals.moc"
