// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/serverkey.h"
#include "server/core/cluster/peersignature.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Servers that share a key know each other's requests.
class TestPeerSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsForWhatWasSigned();
    void holdsForNothingElse_data();
    void holdsForNothingElse();
    void holdsForAMinute();

private:
    static Request request(Method method, const QByteArray &target, const QByteArray &signature,
                           const QByteArray &body = {});

    QTemporaryDir m_folder;
    const ServerKey m_key = ServerKey::load(m_folder.filePath(u"ours"_s));
    const ServerKey m_other = ServerKey::load(m_folder.filePath(u"theirs"_s));
    const QUrl m_receiver{u"http://10.0.0.2:8080"_s};
    const QByteArray m_target = "/internal/cameras/dev_1/live.m3u8?suffix=expires%3D1%26signature%3Da-_";
};

Request TestPeerSignature::request(Method method, const QByteArray &target, const QByteArray &signature,
                                   const QByteArray &body)
{
    Request request;
    request.method = method;
    request.body = body;
    request.path = before(target, '?');
    request.query = QUrlQuery(QString::fromLatin1(target.mid(request.path.size() + 1)));
    request.headers.append("waymark-peer", signature);
    return request;
}

void TestPeerSignature::holdsForWhatWasSigned()
{
    for (const Method method : {Method::Get, Method::Head, Method::Delete})
        QVERIFY(PeerSignature::holds(
            m_key, m_receiver, request(method, m_target, PeerSignature::of(m_key, m_receiver, method, m_target))));
    const QByteArray posted = PeerSignature::of(m_key, m_receiver, Method::Post, m_target, "an offer");
    QVERIFY(PeerSignature::holds(m_key, m_receiver, request(Method::Post, m_target, posted, "an offer")));
    QVERIFY(!PeerSignature::holds(m_key, m_receiver, request(Method::Post, m_target, posted, "another offer")));
    QVERIFY(!PeerSignature::holds(m_key, m_receiver, request(Method::Post, m_target, posted)));
}

void TestPeerSignature::holdsForNothingElse_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("signature");
    const QByteArray genuine = PeerSignature::of(m_key, m_receiver, Method::Get, m_target);
    QTest::newRow("another method") << Method::Head << m_target << genuine;
    QTest::newRow("a deletion by the signature of a GET") << Method::Delete << m_target << genuine;
    QTest::newRow("a method that no route of servers has")
        << Method::Put << m_target << PeerSignature::of(m_key, m_receiver, Method::Put, m_target);
    QTest::newRow("another path") << Method::Get << QByteArray(m_target).replace("dev_1", "dev_2") << genuine;
    QTest::newRow("another query") << Method::Get << QByteArray(m_target).replace("%3D1", "%3D2") << genuine;
    QTest::newRow("another receiver") << Method::Get << m_target
                                      << PeerSignature::of(m_key, QUrl(u"http://10.0.0.3:8080"_s), Method::Get,
                                                           m_target);
    QTest::newRow("another key") << Method::Get << m_target
                                 << PeerSignature::of(m_other, m_receiver, Method::Get, m_target);
    QTest::newRow("another time") << Method::Get << m_target << QByteArray(genuine).replace("t=1", "t=2");
    QTest::newRow("no signature") << Method::Get << m_target << before(genuine, ',');
    QTest::newRow("empty") << Method::Get << m_target << QByteArray();
}

void TestPeerSignature::holdsForNothingElse()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, signature);
    QVERIFY(!PeerSignature::holds(m_key, m_receiver, request(method, target, signature)));
}

void TestPeerSignature::holdsForAMinute()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto signedAt = [&](qint64 time) {
        const QByteArray text = QByteArray::number(time);
        const QByteArray message = text + '\n' + m_receiver.toEncoded() + "\nGET\n/internal/x\n";
        return "t=" + text + ",v1=" + m_key.sign("peer", message);
    };
    QVERIFY(PeerSignature::holds(m_key, m_receiver, request(Method::Get, "/internal/x", signedAt(now - 50))));
    QVERIFY(PeerSignature::holds(m_key, m_receiver, request(Method::Get, "/internal/x", signedAt(now + 50))));
    QVERIFY(!PeerSignature::holds(m_key, m_receiver, request(Method::Get, "/internal/x", signedAt(now - 70))));
    QVERIFY(!PeerSignature::holds(m_key, m_receiver, request(Method::Get, "/internal/x", signedAt(now + 70))));
}

QTEST_GUILESS_MAIN(TestPeerSignature)
#include "tst_peersignature.moc"
