// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/portal.h"

#include <QCache>
#include <QImage>
#include <QPointer>
#include <QQuickPaintedItem>

/// Shows a small recorded picture of a moment while a pointer moves over a timeline: at once what is known of about
/// that moment, and then the picture itself.
///
/// One picture at a time is requested, for the newest moment: a request that has begun is used, and what the pointer
/// passed meanwhile is not requested.
class ScrubPicture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Portal *portal MEMBER m_portal NOTIFY wantedChanged REQUIRED)
    Q_PROPERTY(QString deviceId MEMBER m_deviceId NOTIFY wantedChanged)
    /// The moment in milliseconds since the epoch; 0: none.
    Q_PROPERTY(double moment MEMBER m_moment NOTIFY wantedChanged)
    /// Moments that are this close share a picture, in milliseconds.
    Q_PROPERTY(double grain MEMBER m_grain NOTIFY wantedChanged)
    /// A picture is shown that was taken at about the moment.
    Q_PROPERTY(bool ready READ isReady NOTIFY pictureChanged)
    /// Nothing was recorded at the moment.
    Q_PROPERTY(bool missing READ isMissing NOTIFY pictureChanged)

public:
    explicit ScrubPicture(QQuickItem *parent = nullptr);

    bool isReady() const { return !m_image.isNull(); }
    bool isMissing() const { return m_missing; }

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void wantedChanged();
    void pictureChanged();

private:
    struct Key
    {
        QString deviceId;
        qint64 ms = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.deviceId, key.ms); }
    };

    Key wanted() const;
    void follow();
    void request();
    void decode(const Key &key, const QByteArray &jpeg);
    void take(const Key &key, const QImage &image);
    void show(const QImage &image, bool missing);

    QPointer<Portal> m_portal;
    QString m_deviceId;
    double m_moment = 0;
    double m_grain = 1000;
    QCache<Key, QImage> m_known{150}; ///< null images: nothing was recorded
    std::optional<Key> m_requested;
    qint64 m_pauseUntil = 0; ///< after a failure
    QImage m_image;
    bool m_missing = false;
};
