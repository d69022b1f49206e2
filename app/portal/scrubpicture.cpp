// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/scrubpicture.h"

#include "models/core/times.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {
constexpr QSize shownSize(352, 198); ///< twice the size of the item, for dense screens
constexpr qint64 closeMs = 60'000; ///< a known picture of this distance is shown until the right one is there
constexpr qint64 failurePause = 2000; ///< milliseconds

QImage readScaled(const QByteArray &jpeg)
{
    QBuffer buffer;
    buffer.setData(jpeg);
    QImageReader reader(&buffer, "JPEG");
    // The decoder leaves out what a small picture does not show.
    if (reader.size().isValid())
        reader.setScaledSize(reader.size().scaled(shownSize, Qt::KeepAspectRatio));
    return reader.read();
}
}

ScrubPicture::ScrubPicture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    connect(this, &ScrubPicture::wantedChanged, this, &ScrubPicture::follow);
}

ScrubPicture::Key ScrubPicture::wanted() const
{
    const auto grain = std::max<qint64>(200, qint64(m_grain));
    return {m_deviceId, qint64(m_moment) / grain * grain};
}

void ScrubPicture::follow()
{
    if (!m_portal || m_deviceId.isEmpty() || m_moment <= 0)
        return show({}, false);
    const Key key = wanted();
    if (const QImage *known = m_known.object(key))
        return show(*known, known->isNull());
    qint64 nearest = closeMs;
    QImage close;
    for (const Key &other : m_known.keys()) {
        const qint64 distance = qAbs(other.ms - key.ms);
        if (other.deviceId != key.deviceId || distance >= nearest)
            continue;
        if (const QImage *image = m_known.object(other); image && !image->isNull()) {
            nearest = distance;
            close = *image;
        }
    }
    show(close, false);
    request();
}

void ScrubPicture::request()
{
    if (m_requested || !m_portal || m_moment <= 0 || QDateTime::currentMSecsSinceEpoch() < m_pauseUntil)
        return;
    const Key key = wanted();
    if (m_known.contains(key))
        return;
    m_requested = key;
    const QString at = QString::fromLatin1(Times::toText(Times::fromMilliseconds(key.ms)));
    const auto get = ApiRequest::get(u"/streams/%1/frame.jpg"_s.arg(key.deviceId), {{u"at"_s, at}});
    m_portal->client().send(get, this, [this, key](const ApiAnswer &answer) {
        if (answer.ok()) {
            decode(key, answer.body);
        } else if (answer.error->code == "not_recorded"_L1) {
            take(key, {});
        } else {
            m_requested.reset();
            m_pauseUntil = QDateTime::currentMSecsSinceEpoch() + failurePause;
        }
    });
}

void ScrubPicture::decode(const Key &key, const QByteArray &jpeg)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), key, jpeg] {
        const QImage image = readScaled(jpeg);
        QMetaObject::invokeMethod(qApp, [self, key, image] {
            if (self)
                self->take(key, image);
        });
    });
}

void ScrubPicture::take(const Key &key, const QImage &image)
{
    m_requested.reset();
    m_known.insert(key, new QImage(image));
    if (m_moment <= 0)
        return;
    if (wanted() == key)
        show(image, image.isNull());
    else
        follow(); // the pointer has moved on
}

void ScrubPicture::show(const QImage &image, bool missing)
{
    m_image = image;
    m_missing = missing;
    Q_EMIT pictureChanged();
    update();
}

void ScrubPicture::paint(QPainter *painter)
{
    if (m_image.isNull())
        return;
    const QSizeF size = QSizeF(m_image.size()).scaled(QSizeF(width(), height()), Qt::KeepAspectRatio);
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF(corner, size), m_image);
}
