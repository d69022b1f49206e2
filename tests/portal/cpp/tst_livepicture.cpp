// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/livepicture.h"
#include "app/portal/mjpegparser.h"
#include "tests/portal/cpp/scriptedpeer.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QQuickWindow>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr char multipart[] = "multipart/x-mixed-replace; boundary=frame";

QByteArray jpeg(const QColor &color, const QSize &size = {64, 36})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "JPEG", 95);
    return bytes;
}

QByteArray part(const QByteArray &body, bool withLength = true)
{
    const QByteArray length = withLength ? "Content-Length: " + QByteArray::number(body.size()) + "\r\n" : QByteArray();
    return "--frame\r\nContent-Type: image/jpeg\r\n" + length + "\r\n" + body + "\r\n";
}

bool isNear(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) < 12 && std::abs(a.green() - b.green()) < 12
        && std::abs(a.blue() - b.blue()) < 12;
}
}

class LivePictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void parsesAnySplit();
    void parsesPartsWithoutALength();
    void rejectsOtherContent_data();
    void rejectsOtherContent();
    void showsPictures();
    void cropsOrFits();
    void reconnectsWhenTheStreamEnds();
    void disconnectsWhileHidden();
    void tellsItsAge();
    void decodesNoMoreThanItShows();
    void keepsTheConnectionOnANewSignature();
    void failsWithoutAPicture();

private:
    QUrl url(const QString &query = {}) const;

    std::unique_ptr<ScriptedPeer> m_peer;
    std::unique_ptr<QQuickWindow> m_window;
    LivePicture *m_picture = nullptr; ///< the window's
    QList<PeerExchange> m_streams;
};

void LivePictureTest::initTestCase()
{
    // Covers the software renderer, which machines without a graphics card use.
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

void LivePictureTest::init()
{
    m_streams.clear();
    m_peer = std::make_unique<ScriptedPeer>();
    m_peer->on("GET /live.mjpeg", [this](const PeerExchange &exchange) {
        exchange.stream(multipart);
        m_streams.append(exchange);
    });
    m_window = std::make_unique<QQuickWindow>();
    m_window->setColor(Qt::black);
    m_window->resize(128, 128);
    m_picture = new LivePicture(m_window->contentItem());
    m_picture->setSize({128, 128});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QUrl LivePictureTest::url(const QString &query) const
{
    QUrl url = m_peer->url().resolved(QUrl(u"/live.mjpeg"_s));
    url.setQuery(query);
    return url;
}

void LivePictureTest::parsesAnySplit()
{
    // A delimiter inside a picture is part of the picture, because the Content-Length says so.
    const QByteArray stream = part("first --frame\r\n\r\n picture") + part("") + part("third");
    const QList<QByteArray> whole{"first --frame\r\n\r\n picture", "", "third"};
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        MjpegParser parser(multipart);
        auto parts = parser.feed(stream.left(cut));
        parts += parser.feed(stream.mid(cut));
        QCOMPARE(parts, whole);
    }
    MjpegParser parser(multipart);
    QList<QByteArray> parts;
    for (const char c : stream)
        parts += parser.feed(QByteArray(1, c));
    QCOMPARE(parts, whole);
}

void LivePictureTest::parsesPartsWithoutALength()
{
    MjpegParser parser("Multipart/x-mixed-replace;boundary=\"frame\"");
    QCOMPARE(parser.feed(part("one", false) + part("two", false)), QList<QByteArray>{"one"});
    QCOMPARE(parser.feed("--frame"), QList<QByteArray>{"two"});
}

void LivePictureTest::rejectsOtherContent_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no boundary") << QByteArray("multipart/x-mixed-replace") << QByteArray();
    QTest::newRow("a picture") << QByteArray("image/jpeg") << QByteArray();
    QTest::newRow("a part beyond reason")
        << QByteArray(multipart) << QByteArray("--frame\r\nContent-Length: 99999999999\r\n\r\nx");
    QTest::newRow("a flood without a part") << QByteArray(multipart) << QByteArray((16 << 20) + 1, 'x');
}

void LivePictureTest::rejectsOtherContent()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, bytes);
    MjpegParser parser(contentType);
    parser.feed(bytes);
    QVERIFY(parser.isBroken());
}

void LivePictureTest::showsPictures()
{
    m_picture->setSource(url());
    QTRY_COMPARE(m_streams.size(), 1);
    QVERIFY(!m_picture->live());
    m_streams[0].send(part(jpeg(Qt::red)));
    QTRY_COMPARE(m_picture->frameCount(), 1);
    QVERIFY(m_picture->live());
    QCOMPARE(m_picture->pictureSize(), QSize(64, 36));
    QTRY_VERIFY(isNear(m_window->grabWindow().pixelColor(64, 64), Qt::red));
    m_streams[0].send(part(jpeg(Qt::blue)));
    QTRY_VERIFY(isNear(m_window->grabWindow().pixelColor(64, 64), Qt::blue));
    QCOMPARE(m_picture->frameCount(), 2);
}

void LivePictureTest::cropsOrFits()
{
    m_picture->setSource(url());
    QTRY_COMPARE(m_streams.size(), 1);
    m_streams[0].send(part(jpeg(Qt::green)));
    QTRY_COMPARE(m_picture->frameCount(), 1);
    QCOMPARE(m_picture->pictureRect(), QRectF(0, 28, 128, 72));
    QTRY_VERIFY(isNear(m_window->grabWindow().pixelColor(64, 64), Qt::green));
    QVERIFY(isNear(m_window->grabWindow().pixelColor(64, 10), Qt::black));
    m_picture->setFillMode(LivePicture::Crop);
    QTRY_VERIFY(isNear(m_window->grabWindow().pixelColor(64, 10), Qt::green));
    QCOMPARE(m_picture->pictureRect().height(), 128);
}

void LivePictureTest::reconnectsWhenTheStreamEnds()
{
    m_picture->setSource(url());
    QTRY_COMPARE(m_streams.size(), 1);
    m_streams[0].send(part(jpeg(Qt::red)));
    QTRY_VERIFY(m_picture->live());
    m_streams[0].hangUp();
    QTRY_VERIFY(!m_picture->live());
    QVERIFY(m_picture->hasPicture());
    QTRY_COMPARE(m_streams.size(), 2);
    m_streams[1].send(part(jpeg(Qt::blue)));
    QTRY_VERIFY(m_picture->live());
    QVERIFY(!m_picture->failed());
}

void LivePictureTest::disconnectsWhileHidden()
{
    m_picture->setVisible(false);
    m_picture->setSource(url());
    m_picture->setVisible(true);
    QTRY_COMPARE(m_streams.size(), 1);
    m_picture->setVisible(false);
    QTRY_VERIFY(!m_streams[0].isOpen());
    QCOMPARE(m_streams.size(), 1);
}

void LivePictureTest::tellsItsAge()
{
    m_picture->setSource(url());
    QTRY_COMPARE(m_streams.size(), 1);
    m_streams[0].send(part(jpeg(Qt::red)));
    QTRY_COMPARE(m_picture->frameCount(), 1);
    QElapsedTimer since;
    since.start();
    QCOMPARE(m_picture->age(), 0);
    QVERIFY(qAbs(m_picture->pictureTime().msecsTo(QDateTime::currentDateTime())) < 5000);
    // Grows while the stream is open and silent.
    QTRY_VERIFY_WITH_TIMEOUT(m_picture->age() >= 1, 20'000);
    QVERIFY(since.elapsed() >= 900);
    // Keeps growing out of sight, where the stream is closed.
    m_picture->setActive(false);
    QTRY_VERIFY(!m_streams[0].isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(since.elapsed() >= 2100, 20'000);
    m_picture->setActive(true);
    QVERIFY(m_picture->age() >= 2);
    QCOMPARE(m_picture->waited(), 0); // it was not requested meanwhile
    QVERIFY(m_picture->hasPicture());
    QTRY_COMPARE(m_streams.size(), 2);
    m_streams[1].send(part(jpeg(Qt::blue)));
    QTRY_COMPARE(m_picture->age(), 0);
    // Another camera begins anew.
    m_picture->setSource(m_peer->url().resolved(QUrl(u"/other.mjpeg"_s)));
    QCOMPARE(m_picture->age(), 0);
    QVERIFY(!m_picture->hasPicture());
}

void LivePictureTest::decodesNoMoreThanItShows()
{
    m_picture->setSource(url());
    QTRY_COMPARE(m_streams.size(), 1);
    m_streams[0].send(part(jpeg(Qt::green, {1280, 720})));
    QTRY_COMPARE(m_picture->frameCount(), 1);
    QCOMPARE(m_picture->pictureSize(), QSize(1280, 720));
    QCOMPARE(m_picture->decodedSize(), QSize(160, 90)); // an eighth, for 128 pixels
    QCOMPARE(m_picture->pictureRect(), QRectF(0, 28, 128, 72));
    QTRY_VERIFY(isNear(m_window->grabWindow().pixelColor(64, 64), Qt::green));
    m_picture->setFillMode(LivePicture::Crop);
    QTRY_VERIFY(isNear(m_window->grabWindow().pixelColor(64, 4), Qt::green));
    // A size that is no multiple is decoded whole.
    m_streams[0].send(part(jpeg(Qt::blue, {641, 361})));
    QTRY_COMPARE(m_picture->decodedSize(), QSize(641, 361));
}

void LivePictureTest::keepsTheConnectionOnANewSignature()
{
    m_picture->setSource(url(u"expires=1"_s));
    QTRY_COMPARE(m_streams.size(), 1);
    m_streams[0].send(part(jpeg(Qt::red)));
    QTRY_VERIFY(m_picture->live());
    m_picture->setSource(url(u"expires=2"_s));
    m_streams[0].send(part(jpeg(Qt::blue)));
    QTRY_COMPARE(m_picture->frameCount(), 2);
    QCOMPARE(m_streams.size(), 1);
    m_streams[0].hangUp();
    QTRY_COMPARE(m_streams.size(), 2);
    QCOMPARE(m_streams[1].request.target, "/live.mjpeg?expires=2");
}

void LivePictureTest::failsWithoutAPicture()
{
    m_peer->on("GET /live.mjpeg", [](const PeerExchange &exchange) { exchange.problem(409, u"offline"_s); });
    m_picture->setSource(url());
    QTRY_VERIFY(m_picture->failed());
    QVERIFY(!m_picture->hasPicture());
    // Keeps trying, because the camera may come back.
    QTRY_VERIFY(m_peer->count("GET /live.mjpeg") >= 2);
}

QTEST_MAIN(LivePictureTest)
#include "tst_livepicture.moc"
