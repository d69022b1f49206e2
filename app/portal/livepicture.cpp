// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/livepicture.h"

#include <QBuffer>
#include <QImageReader>
#include <QNetworkReply>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QThreadPool>

using namespace std::chrono_literals;

namespace {
constexpr auto firstPause = 300ms;
constexpr auto longestPause = 8000ms;
constexpr auto stall = 8s; // a slow camera sends one picture per second
constexpr auto beat = 100ms; // the server sends no more pictures than that

/// Returns the time until the next of the moments at which all pictures change.
std::chrono::milliseconds untilBeat()
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    return beat - now % beat;
}

struct Decoded
{
    QImage image;
    QSize size; ///< of the picture in the JPEG file
};

/// Decodes a picture for an item in the smallest sufficient size that is a half, a quarter, or an eighth of its own,
/// because the decoder produces these without scaling.
Decoded decode(const QByteArray &jpeg, const QSize &item, Qt::AspectRatioMode mode)
{
    QBuffer buffer;
    buffer.setData(jpeg);
    QImageReader reader(&buffer, "JPEG");
    const QSize size = reader.size();
    const QSize needed = size.scaled(item, mode);
    for (const int part : {8, 4, 2}) {
        const QSize scaled = size / part;
        if (size.width() % part == 0 && size.height() % part == 0 && scaled.width() >= needed.width()
            && scaled.height() >= needed.height()) {
            reader.setScaledSize(scaled);
            break;
        }
    }
    return {reader.read().convertToFormat(QImage::Format_RGB32), size};
}
}

LivePicture::LivePicture(QQuickItem *parent)
    : QQuickItem(parent)
    , m_nextPause(firstPause)
{
    setFlag(ItemHasContents);
    m_stall.setSingleShot(true);
    m_stall.setInterval(stall);
    m_pause.setSingleShot(true);
    connect(&m_stall, &QTimer::timeout, this, &LivePicture::lost);
    connect(&m_pause, &QTimer::timeout, this, &LivePicture::connectToSource);
    m_beat.setSingleShot(true);
    m_beat.setTimerType(Qt::PreciseTimer);
    connect(&m_beat, &QTimer::timeout, this, &LivePicture::show);
    m_ageing.setInterval(1s);
    connect(&m_ageing, &QTimer::timeout, this, &LivePicture::grow);
}

LivePicture::~LivePicture() { closeReply(); }

void LivePicture::setSource(const QUrl &source)
{
    if (m_source == source)
        return;
    const bool signedAnew = m_source.adjusted(QUrl::RemoveQuery) == source.adjusted(QUrl::RemoveQuery);
    m_source = source;
    Q_EMIT sourceChanged();
    if (signedAnew && m_live)
        return;
    if (!signedAnew && hasPicture()) {
        m_image = {};
        m_size = {};
        m_pictureTime = {};
        m_imageIsNew = true;
        Q_EMIT pictureChanged();
        Q_EMIT pictureTimeChanged();
        update();
    }
    m_nextPause = firstPause;
    closeReply();
    if (!signedAnew) {
        m_ageing.stop();
        m_sincePicture.invalidate();
        setAge(0, 0);
    }
    connectOrStop();
}

void LivePicture::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    connectOrStop();
}

void LivePicture::setFillMode(FillMode mode)
{
    if (m_fillMode == mode)
        return;
    m_fillMode = mode;
    Q_EMIT fillModeChanged();
    Q_EMIT pictureRectChanged();
    update();
}

void LivePicture::componentComplete()
{
    QQuickItem::componentComplete();
    connectOrStop();
}

void LivePicture::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemVisibleHasChanged)
        connectOrStop();
}

void LivePicture::connectOrStop()
{
    const bool wanted = isComponentComplete() && isVisible() && m_active && m_source.isValid() && !m_source.isEmpty();
    if (!wanted) {
        m_pause.stop();
        m_ageing.stop();
        closeReply();
        setLive(false);
        return;
    }
    if (!m_ageing.isActive()) {
        if (!hasPicture())
            m_sincePicture.start();
        m_sinceSight.start();
        m_ageing.start();
        grow(); // the item may have been out of sight for long
    }
    if (!m_reply && !m_pause.isActive())
        connectToSource();
}

void LivePicture::retry()
{
    m_nextPause = firstPause;
    m_pause.stop();
    closeReply();
    connectOrStop();
}

void LivePicture::connectToSource()
{
    closeReply();
    QNetworkRequest request(m_source);
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("Waymark"));
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this,
            [this] { m_parser = MjpegParser(m_reply->rawHeader("Content-Type")); });
    connect(m_reply, &QNetworkReply::readyRead, this, &LivePicture::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &LivePicture::lost);
    m_stall.start();
}

void LivePicture::takeBytes()
{
    const auto pictures = m_parser.feed(m_reply->readAll());
    if (m_parser.isBroken()) {
        lost();
        return;
    }
    if (pictures.isEmpty())
        return;
    m_stall.start();
    m_waiting = pictures.last();
    decodeWaiting();
}

void LivePicture::decodeWaiting()
{
    if (m_decoding || !m_next.isNull() || m_waiting.isEmpty())
        return;
    m_decoding = true;
    const qreal ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    // Decodes off the GUI thread, which nine cameras would keep busy.
    QThreadPool::globalInstance()->start([self = QPointer(this), reply = m_reply, jpeg = std::exchange(m_waiting, {}),
                                          item = (size() * ratio).toSize(), mode = mode()] {
        const Decoded picture = decode(jpeg, item, mode);
        QMetaObject::invokeMethod(qApp, [self, reply, picture] {
            if (self) // a picture of the camera before is not this one's
                self->decoded(reply == self->m_reply ? picture.image : QImage(), picture.size);
        });
    });
}

void LivePicture::decoded(const QImage &image, QSize size)
{
    m_decoding = false;
    if (!image.isNull() && m_reply) {
        m_next = image;
        m_nextSize = size;
        m_beat.start(untilBeat());
    }
    decodeWaiting();
}

void LivePicture::show()
{
    const bool resized = m_nextSize != m_size;
    m_image = std::exchange(m_next, {});
    m_size = m_nextSize;
    m_imageIsNew = true;
    const QDateTime now = QDateTime::currentDateTime();
    const bool isNextSecond = now.toSecsSinceEpoch() != m_pictureTime.toSecsSinceEpoch();
    m_pictureTime = now;
    m_sincePicture.start();
    m_ageing.start();
    ++m_frameCount;
    m_nextPause = firstPause;
    if (resized) {
        setImplicitSize(m_size.width(), m_size.height());
        Q_EMIT pictureRectChanged();
        Q_EMIT pictureChanged();
    }
    if (isNextSecond)
        Q_EMIT pictureTimeChanged();
    Q_EMIT frameShown();
    setAge(0, 0);
    setFailed(false);
    setLive(true);
    update();
    decodeWaiting();
}

void LivePicture::grow()
{
    const qint64 age = m_sincePicture.elapsed();
    setAge(int(age / 1000), int(std::min(age, m_sinceSight.elapsed()) / 1000));
}

void LivePicture::setAge(int seconds, int waited)
{
    if (m_age == seconds && m_waited == waited)
        return;
    m_age = seconds;
    m_waited = waited;
    Q_EMIT ageChanged();
}

void LivePicture::lost()
{
    closeReply();
    setLive(false);
    setFailed(true);
    if (!isVisible() || !m_active)
        return;
    m_pause.start(m_nextPause);
    m_nextPause = std::min<std::chrono::milliseconds>(m_nextPause * 2, longestPause);
}

void LivePicture::closeReply()
{
    m_stall.stop();
    m_beat.stop();
    m_waiting.clear();
    m_next = {};
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater(); // ends the request; an abort after a lost connection would be a second error
    m_reply = nullptr;
}

QRectF LivePicture::pictureRect() const
{
    if (m_image.isNull() || width() <= 0 || height() <= 0)
        return {};
    const QSizeF shown = QSizeF(m_size).scaled(size(), mode());
    return {QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown};
}

QSGNode *LivePicture::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    if (m_image.isNull()) {
        delete node;
        return nullptr;
    }
    auto *picture = static_cast<QSGImageNode *>(node);
    if (!picture) {
        picture = window()->createImageNode();
        picture->setOwnsTexture(true);
        picture->setFiltering(QSGTexture::Linear);
        m_imageIsNew = true;
    }
    if (std::exchange(m_imageIsNew, false))
        picture->setTexture(window()->createTextureFromImage(m_image, QQuickWindow::TextureIsOpaque));
    // Draws only the part of the picture inside the item, so that the item need not clip.
    const QRectF shown = pictureRect();
    const QRectF visible = shown.intersected(QRectF(QPointF(0, 0), size()));
    const qreal scale = m_image.width() / shown.width();
    picture->setRect(visible);
    picture->setSourceRect(QRectF((visible.topLeft() - shown.topLeft()) * scale, visible.size() * scale));
    return picture;
}

void LivePicture::geometryChange(const QRectF &to, const QRectF &from)
{
    QQuickItem::geometryChange(to, from);
    if (to.size() != from.size()) {
        Q_EMIT pictureRectChanged();
        update();
    }
}

void LivePicture::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    Q_EMIT liveChanged();
}

void LivePicture::setFailed(bool failed)
{
    if (m_failed == failed)
        return;
    m_failed = failed;
    Q_EMIT failedChanged();
}
