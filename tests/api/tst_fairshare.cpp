// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace {
constexpr int flood = 12; // requests of one account at the same time

/// Returns a white picture, which is small to send, and takes a moment to decode if it is large.
QByteArray picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 50); // compressed quickly
    return buffer.data();
}

/// Sends a request many times at once, and counts the answers.
class Flood
{
public:
    Flood(const TestServer &server, const QString &token, const QString &path, const QByteArray &content)
    {
        for (int i = 0; i < flood; ++i)
            m_threads.emplace_back([this, &server, token, path, content] {
                HttpClient client = server.anybody();
                client.setBearer(token);
                const Answer answer = client.send("POST", path, content, {{"Content-Type", "image/png"}});
                m_refused += answer.status >= 300;
                ++m_answered;
            });
    }
    ~Flood() { wait(); }
    int answered() const { return m_answered; }
    int refused() const { return m_refused; }
    void wait()
    {
        for (auto &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

private:
    std::atomic_int m_answered = 0;
    std::atomic_int m_refused = 0;
    std::vector<std::thread> m_threads;
};
}

/// Two accounts at one server, of which one has it do much: the other does not wait for all of that.
class TestFairShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneAccountDoesNotHoldUpAnother_data();
    void oneAccountDoesNotHoldUpAnother();

private:
    TestServer m_server;
    const TestAccount *m_ada = nullptr;
    const TestAccount *m_bob = nullptr;
    QString m_door; ///< of Ada
    QString m_yard; ///< of Bob
    const QByteArray m_small = picture(64, 48);
    const QByteArray m_large = picture(4800, 4000);
};

void TestFairShare::initTestCase()
{
    m_ada = &m_server.account(u"ada"_s);
    m_bob = &m_server.account(u"bob"_s);
    m_door = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
    m_yard = m_bob->addDevice(u"Yard"_s)[u"device_id"_s].toString();
}

void TestFairShare::oneAccountDoesNotHoldUpAnother_data()
{
    QTest::addColumn<QString>("flooded");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    const QString uploads = u"/device-data?device_id="_s;
    QTest::newRow("files, while photos are uploaded")
        << uploads + m_yard << u"GET"_s << u"/devices/%1/storage"_s.arg(m_door);
    QTest::newRow("a photo, while others are uploaded") << uploads + m_yard << u"POST"_s << uploads + m_door;
    QTest::newRow("a face, while others are looked for") << u"/face/detect"_s << u"POST"_s << u"/face/detect"_s;
}

void TestFairShare::oneAccountDoesNotHoldUpAnother()
{
    QFETCH(const QString, flooded);
    QFETCH(const QString, method);
    QFETCH(const QString, path);
    Flood others(m_server, m_bob->accessToken(), flooded, m_large);
    QTRY_VERIFY_WITH_TIMEOUT(others.answered() > 0, 60'000); // by now, the others have arrived
    const Answer answer =
        method == u"GET"_s ? m_ada->get(path) : m_ada->send("POST", path, m_small, {{"Content-Type", "image/png"}});
    const int before = others.answered();
    others.wait();
    QVERIFY2(answer.status == 200 || answer.status == 201, answer.text().constData());
    QVERIFY2(before <= flood / 2, QByteArray::number(before).constData());
    QCOMPARE(others.refused(), 0);
}

QTEST_GUILESS_MAIN(TestFairShare)
#include "tst_fairshare.moc"
