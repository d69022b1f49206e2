// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/livepicture.h"

#include <QNetworkReply>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QThreadPool>

using namespace std::chrono_literals;

namespace {
constexpr auto firstPause = 300ms;
constexpr auto longestPause = 8000ms;
constexpr auto stall = 8s; // a slow camera sends one picture per second
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
        m_pictureTime = {};
        m_imageIsNew = true;
        Q_EMIT pictureChanged();
        update();
    }
    m_nextPause = firstPause;
    closeReply();
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
    const bool wanted = isComponentComplete() && isVisible() && m_source.isValid() && !m_source.isEmpty();
    if (!wanted) {
        m_pause.stop();
        closeReply();
        setLive(false);
    } else if (!m_reply && !m_pause.isActive()) {
        connectToSource();
    }
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
    if (m_decoding)
        m_waiting = pictures.last();
    else
        decode(pictures.last());
}

void LivePicture::decode(const QByteArray &jpeg)
{
    m_decoding = true;
    // Decodes off the GUI thread, which nine cameras would keep busy.
    QThreadPool::globalInstance()->start([self = QPointer(this), jpeg] {
        const QImage image = QImage::fromData(jpeg, "JPEG").convertToFormat(QImage::Format_RGB32);
        QMetaObject::invokeMethod(qApp, [self, image] {
            if (self)
                self->show(image);
        });
    });
}

void LivePicture::show(const QImage &image)
{
    m_decoding = false;
    if (!m_waiting.isEmpty())
        decode(std::exchange(m_waiting, {}));
    if (image.isNull() || !m_reply)
        return;
    const bool resized = image.size() != m_image.size();
    m_image = image;
    m_imageIsNew = true;
    m_pictureTime = QDateTime::currentDateTime();
    ++m_frameCount;
    m_nextPause = firstPause;
    if (resized) {
        setImplicitSize(image.width(), image.height());
        Q_EMIT pictureRectChanged();
    }
    Q_EMIT pictureChanged();
    setFailed(false);
    setLive(true);
    update();
}

void LivePicture::lost()
{
    closeReply();
    setLive(false);
    setFailed(true);
    if (!isVisible())
        return;
    m_pause.start(m_nextPause);
    m_nextPause = std::min<std::chrono::milliseconds>(m_nextPause * 2, longestPause);
}

void LivePicture::closeReply()
{
    m_stall.stop();
    m_waiting.clear();
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
    const auto mode = m_fillMode == Fit ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding;
    const QSizeF shown = QSizeF(m_image.size()).scaled(size(), mode);
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
