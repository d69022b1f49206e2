// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/viewerrequest.h"
#include "server/core/base/serverkey.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What one server tells another about a viewer.
class TestViewerRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivesAsItWasSent();
    void isReadableWithTheKeyOnly();

private:
    static ViewerRequest viewer()
    {
        ViewerRequest viewer{{}, AccountId::generate(), SessionId::generate(), true, true};
        viewer.request.method = Method::Post;
        viewer.request.path = "/v1/streams/dev_1/whep";
        viewer.request.query = QUrlQuery(u"expires=1&signature=a%2Bb"_s);
        viewer.request.peer = QHostAddress(u"2001:db8::1"_s);
        viewer.request.headers.append("Authorization", "Bearer secret-token");
        viewer.request.headers.append("Cookie", "session=other");
        viewer.request.body = "v=0\r\ns=\xff\r\n";
        return viewer;
    }

    QTemporaryDir m_folder;
    const ServerKey m_key = ServerKey::load(m_folder.filePath(u"ours"_s));
    const ServerKey m_other = ServerKey::load(m_folder.filePath(u"theirs"_s));
};

void TestViewerRequest::arrivesAsItWasSent()
{
    const ViewerRequest sent = viewer();
    const auto read = ViewerRequest::open(m_key, sent.sealed(m_key));
    QVERIFY(read);
    QCOMPARE(read->account.toString(), sent.account.toString());
    QCOMPARE(read->session.toString(), sent.session.toString());
    QVERIFY(read->isGuest && read->isByLink);
    QVERIFY(read->request.method == Method::Post);
    QCOMPARE(read->request.path, sent.request.path);
    QCOMPARE(read->request.query, sent.request.query);
    QCOMPARE(read->request.peer, sent.request.peer);
    QCOMPARE(read->request.body, sent.request.body);
    QCOMPARE(read->request.headers.value("Authorization"), "Bearer secret-token");
    QVERIFY(!read->request.headers.contains("Cookie")); // no route of streams looks at it
}

void TestViewerRequest::isReadableWithTheKeyOnly()
{
    const QByteArray text = viewer().sealed(m_key);
    QVERIFY(!text.contains("secret"));
    QVERIFY(!ViewerRequest::open(m_other, text));
    QVERIFY(!ViewerRequest::open(m_key, QByteArray(text).replace(40, 1, text.at(40) == 'A' ? "B" : "A")));
    QVERIFY(!ViewerRequest::open(m_key, {}));
    QVERIFY(!ViewerRequest::open(m_key, m_key.seal("{\"account\": \"a camera's password\"}").toLatin1()));
}

QTEST_GUILESS_MAIN(TestViewerRequest)
#include "tst_viewerrequest.moc"
