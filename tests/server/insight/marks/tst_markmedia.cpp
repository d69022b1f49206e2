// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/core/utc.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
const QString signing = u"/device-marks/account/:account_id/signedurl"_s;
}

class MarkMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void filesAreServed_data();
    void filesAreServed();
    void clipsSupportRanges_data();
    void clipsSupportRanges();
    void unchangedFilesAreNotSentAgain();
    void missingFilesAreNotFound();
    void signedUrlOpensOneMark();
    void invalidSignedUrls_data();
    void invalidSignedUrls();
    void signingAgainRevokesNothing();
    void revokingEndsAllUrls();
    void invalidIdHasItsOwnError();
    void invalidSigningIsRejected_data();
    void invalidSigningIsRejected();

private:
    QString path(const DeviceMark &mark, const QString &file) const
    {
        return u"/device-marks/"_s + mark.devicemarkId.toString() + u'/' + file;
    }
    QString signedPath(const QJsonValue &address) const { return address.toString().mid(3); } // without /v1
    Answered byLink(const QString &pathAndQuery);
    Answered sign(const QJsonObject &more = {});

    std::unique_ptr<MarksFixture> m_fixture;
    DeviceMark m_mark;
};

void MarkMedia::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<MarksFixture>(engine);
    const Device device = m_fixture->addDevice(m_fixture->ada);
    m_mark = m_fixture->addMark(device, noon, [](DeviceMark &mark) {
        mark.clip.state = MarkClip::State::Ready;
        mark.clip.url = u"/v1/device-marks/"_s + mark.devicemarkId.toString() + u"/clip.mp4"_s;
    });
    m_fixture->files.write(device.deviceId, m_mark.devicemarkId, MarkFiles::Kind::Snapshot, "snapshot");
    m_fixture->files.write(device.deviceId, m_mark.devicemarkId, MarkFiles::Kind::Thumbnail, "thumbnail");
    m_fixture->files.write(device.deviceId, m_mark.devicemarkId, MarkFiles::Kind::Clip, "0123456789");
}

/// Sends a request without a token.
Answered MarkMedia::byLink(const QString &pathAndQuery)
{
    return m_fixture->call({{}, {}, {}}, Method::Get, pathAndQuery);
}

Answered MarkMedia::sign(const QJsonObject &more)
{
    QJsonObject body = MarksFixture::ids({m_mark.devicemarkId});
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return m_fixture->put(signing, body);
}

void MarkMedia::filesAreServed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("snapshot") << u"snapshot.jpg"_s << "snapshot"_ba;
    QTest::newRow("thumbnail") << u"thumbnail.jpg"_s << "thumbnail"_ba;
    QTest::newRow("clip") << u"clip.mp4"_s << "0123456789"_ba;
}

void MarkMedia::filesAreServed()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    const auto answer = m_fixture->get(path(m_mark, file));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, content);
    QCOMPARE(answer.headers.value("Accept-Ranges"), "bytes");
    QCOMPARE(m_fixture->call(m_fixture->ann, Method::Get, path(m_mark, file)).status, 200);
    QCOMPARE(m_fixture->call(m_fixture->bea, Method::Get, path(m_mark, file)).status, 404);
}

void MarkMedia::clipsSupportRanges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("contentRange");
    const QByteArray whole = "0123456789";
    QTest::newRow("the beginning") << "bytes=0-3"_ba << 206 << "0123"_ba
                                   << "bytes 0-3/10"_ba;
    QTest::newRow("the middle") << "bytes=4-4"_ba << 206 << "4"_ba
                                << "bytes 4-4/10"_ba;
    QTest::newRow("to the end") << "bytes=7-"_ba << 206 << "789"_ba
                                << "bytes 7-9/10"_ba;
    QTest::newRow("beyond the end") << "bytes=7-100"_ba << 206 << "789"_ba
                                    << "bytes 7-9/10"_ba;
    QTest::newRow("the last ones") << "bytes=-2"_ba << 206 << "89"_ba
                                   << "bytes 8-9/10"_ba;
    QTest::newRow("more than all") << "bytes=-20"_ba << 206 << whole << "bytes 0-9/10"_ba;
    QTest::newRow("all") << "bytes=0-"_ba << 206 << whole << "bytes 0-9/10"_ba;
    QTest::newRow("behind the end") << "bytes=10-"_ba << 416 << QByteArray() << "bytes */10"_ba;
    QTest::newRow("the last none") << "bytes=-0"_ba << 416 << QByteArray() << "bytes */10"_ba;
    QTest::newRow("several") << "bytes=0-1,3-4"_ba << 200 << whole << QByteArray();
    QTest::newRow("backwards") << "bytes=5-2"_ba << 200 << whole << QByteArray();
    QTest::newRow("another unit") << "lines=0-1"_ba << 200 << whole << QByteArray();
    QTest::newRow("nonsense") << "bytes=a-b"_ba << 200 << whole << QByteArray();
    QTest::newRow("a sign") << "bytes=+1-2"_ba << 200 << whole << QByteArray();
    QTest::newRow("too long a number") << "bytes=0-99999999999999999999"_ba << 200 << whole << QByteArray();
}

void MarkMedia::clipsSupportRanges()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, contentRange);
    m_fixture->get(u"/device-marks/account/:account_id"_s); // as Ada
    Request request;
    request.path = "/v1" + path(m_mark, u"clip.mp4"_s).toLatin1();
    request.headers.append("Range", range);
    const auto answer = m_fixture->send(request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.value("Content-Range"), contentRange);
    if (status != 416)
        QCOMPARE(answer.body, content);
    request.headers.append("If-Range", "\"another\"");
    QCOMPARE(m_fixture->send(request).body, QByteArray("0123456789"));
}

void MarkMedia::unchangedFilesAreNotSentAgain()
{
    const auto first = m_fixture->get(path(m_mark, u"snapshot.jpg"_s));
    Request request;
    request.path = "/v1" + path(m_mark, u"snapshot.jpg"_s).toLatin1();
    request.headers.append("If-None-Match", first.headers.value("ETag"));
    const auto again = m_fixture->send(request);
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
    m_fixture->files.write(m_mark.deviceId, m_mark.devicemarkId, MarkFiles::Kind::Snapshot, "a better snapshot");
    QCOMPARE(m_fixture->send(request).body, QByteArray("a better snapshot"));
}

void MarkMedia::missingFilesAreNotFound()
{
    const auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon);
    QCOMPARE(m_fixture->get(path(mark, u"clip.mp4"_s)).status, 404);
    const auto answer = m_fixture->put(signing, MarksFixture::ids({mark.devicemarkId}));
    QVERIFY(!answer.json[u"results"_s][0].toObject().contains(u"clip"_s));
}

void MarkMedia::signedUrlOpensOneMark()
{
    const auto answer = sign({{u"expires_in"_s, 600}});
    QCOMPARE(answer.status, 200);
    const QJsonValue result = answer.json[u"results"_s][0];
    QCOMPARE(result[u"mark_id"_s], m_mark.devicemarkId.toString());
    const auto expires = Times::parse(result[u"expires_at"_s].toString());
    QVERIFY(std::abs(Times::now().secsTo(*expires) - 600) < 60);
    QCOMPARE(byLink(signedPath(result[u"snapshot"_s])).body, QByteArray("snapshot"));
    QCOMPARE(byLink(signedPath(result[u"thumbnail"_s])).body, QByteArray("thumbnail"));
    QCOMPARE(byLink(signedPath(result[u"clip"_s])).body, QByteArray("0123456789"));
    const auto other = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), noon);
    const QString query = result[u"snapshot"_s].toString().section(u'?', 1);
    QCOMPARE(byLink(path(other, u"snapshot.jpg"_s) + u'?' + query).status, 403);
    m_fixture->del(u"/device-marks/triggered/account/:account_id/detail"_s, MarksFixture::ids({m_mark.devicemarkId}));
    QCOMPARE(byLink(signedPath(result[u"snapshot"_s])).status, 403);
}

void MarkMedia::invalidSignedUrls_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("expired") << u"expired"_s;
    QTest::newRow("another expiry") << u"later"_s;
    QTest::newRow("another signature") << u"signature"_s;
    QTest::newRow("no expiry") << u"bare"_s;
    QTest::newRow("a mark that is not there") << u"unknown"_s;
}

void MarkMedia::invalidSignedUrls()
{
    QFETCH(QString, change);
    QString address = signedPath(sign().json[u"results"_s][0][u"snapshot"_s]);
    if (change == u"expired"_s)
        address = path(m_mark, u"snapshot.jpg?"_s)
            + QString::fromLatin1(m_fixture->links.sign("/v1/device-marks/" + m_mark.devicemarkId.toString().toLatin1(),
                                                        Times::now().addSecs(-1)));
    else if (change == u"later"_s)
        address.replace(u"expires="_s, u"expires=1"_s);
    else if (change == u"signature"_s)
        address.replace(u"signature="_s, u"signature=A"_s);
    else if (change == u"bare"_s)
        address = path(m_mark, u"snapshot.jpg?signature=abc"_s);
    else
        address.replace(m_mark.devicemarkId.toString(), DeviceMarkId::generate().toString());
    const auto answer = byLink(address);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.code(), u"link_invalid"_s);
}

void MarkMedia::signingAgainRevokesNothing()
{
    const auto first = sign().json[u"results"_s][0][u"snapshot"_s];
    const auto second = sign({{u"expires_in"_s, 60}}).json[u"results"_s][0][u"snapshot"_s];
    QCOMPARE(byLink(signedPath(first)).status, 200);
    QCOMPARE(byLink(signedPath(second)).status, 200);
}

void MarkMedia::revokingEndsAllUrls()
{
    const auto before = sign().json[u"results"_s][0][u"snapshot"_s];
    const auto revoked = sign({{u"revoke"_s, true}});
    QCOMPARE(revoked.status, 200);
    QVERIFY(!revoked.json[u"results"_s][0].toObject().contains(u"snapshot"_s));
    QCOMPARE(byLink(signedPath(before)).status, 403);
    QCOMPARE(byLink(signedPath(sign().json[u"results"_s][0][u"snapshot"_s])).status, 200);

    auto reader = m_fixture->ada;
    reader.scopes = Scope::MarksRead;
    auto body = MarksFixture::ids({m_mark.devicemarkId});
    QCOMPARE(m_fixture->call(reader, Method::Put, signing, body).status, 200);
    body.insert(u"revoke"_s, true);
    QCOMPARE(m_fixture->call(reader, Method::Put, signing, body).status, 403);
}

void MarkMedia::invalidIdHasItsOwnError()
{
    const auto theirs = m_fixture->addMark(m_fixture->addDevice(m_fixture->bea), noon);
    const QString unknown = DeviceMarkId::generate().toString();
    const QJsonArray ids{u"nonsense"_s, m_mark.devicemarkId.toString(), theirs.devicemarkId.toString(), unknown};
    const auto answer = m_fixture->put(signing, {{u"mark_ids"_s, ids}});
    QCOMPARE(answer.status, 200);
    const QJsonArray results = answer.json[u"results"_s].toArray();
    QCOMPARE(results.size(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(results[i][u"mark_id"_s], ids[i]);
        QCOMPARE(results[i].toObject().contains(u"snapshot"_s), i == 1);
        QCOMPARE(results[i].toObject().contains(u"error"_s), i != 1);
    }
    QCOMPARE(results[0][u"error"_s], results[2][u"error"_s]);
    QCOMPARE(results[2][u"error"_s], results[3][u"error"_s]);
    QCOMPARE(results[3][u"error"_s][u"code"_s], u"not_found"_s);
}

void MarkMedia::invalidSigningIsRejected_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("error");
    const QJsonArray one{u"mark_1"_s};
    QTest::newRow("no ids") << QJsonObject() << u"/mark_ids required"_s;
    QTest::newRow("none") << QJsonObject{{u"mark_ids"_s, QJsonArray()}} << u"/mark_ids too_short"_s;
    QTest::newRow("too short a time") << QJsonObject{{u"mark_ids"_s, one}, {u"expires_in"_s, 59}}
                                      << u"/expires_in too_small"_s;
    QTest::newRow("too long a time") << QJsonObject{{u"mark_ids"_s, one}, {u"expires_in"_s, 604'801}}
                                     << u"/expires_in too_large"_s;
    QTest::newRow("no integer") << QJsonObject{{u"mark_ids"_s, one}, {u"expires_in"_s, 60.5}}
                                << u"/expires_in wrong_type"_s;
    QTest::newRow("unknown field") << QJsonObject{{u"mark_ids"_s, one}, {u"forever"_s, true}} << u"/forever unknown"_s;
}

void MarkMedia::invalidSigningIsRejected()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, error);
    const auto answer = m_fixture->put(signing, body);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.errors(), QStringList{error});
}

QTEST_GUILESS_MAIN(MarkMedia)
#include "tst_markmedia.moc"
