// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/mjpegparser.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QImage>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>

#include <chrono>

class QNetworkReply;

/// Shows a camera's Motion JPEG stream. Connects while the item is visible and active, and reconnects when the stream
/// ends or stalls. The last picture stays until the next one arrives.
///
/// All pictures of a program change at the same moments, ten times a second at most, so that a window with many of them
/// is drawn once for all. A picture is decoded no larger than the item needs.
class LivePicture : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    /// A new source that differs only in its query, such as a renewed signature, is used from the next connection on.
    Q_PROPERTY(QUrl source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(FillMode fillMode READ fillMode WRITE setFillMode NOTIFY fillModeChanged)
    /// False, for example for a picture that is scrolled out of sight: keeps the last picture and ends the connection.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    /// Pictures are arriving.
    Q_PROPERTY(bool live READ live NOTIFY liveChanged)
    /// The last attempt delivered no picture. Another attempt follows.
    Q_PROPERTY(bool failed READ failed NOTIFY failedChanged)
    /// A picture is shown, possibly an old one.
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY pictureChanged)
    Q_PROPERTY(QSize pictureSize READ pictureSize NOTIFY pictureChanged)
    /// The time of the last picture; null before the first. Notified once a second while pictures arrive.
    Q_PROPERTY(QDateTime pictureTime READ pictureTime NOTIFY pictureTimeChanged)
    /// The number of pictures shown so far.
    Q_PROPERTY(int frameCount READ frameCount NOTIFY frameShown)
    /// Whole seconds since the last picture. Before the first one: since the item began to wait for it.
    Q_PROPERTY(int age READ age NOTIFY ageChanged)
    /// Like `age`, but without the time in which the item was out of sight and requested no pictures.
    Q_PROPERTY(int waited READ waited NOTIFY ageChanged)
    /// The area of the item that the picture covers, in item coordinates.
    Q_PROPERTY(QRectF pictureRect READ pictureRect NOTIFY pictureRectChanged)

public:
    enum FillMode {
        Fit, ///< shows the whole picture, with bars
        Crop, ///< fills the item and cuts off two edges
    };
    Q_ENUM(FillMode)

    explicit LivePicture(QQuickItem *parent = nullptr);
    ~LivePicture() override;

    QUrl source() const { return m_source; }
    void setSource(const QUrl &source);
    FillMode fillMode() const { return m_fillMode; }
    void setFillMode(FillMode mode);
    bool isActive() const { return m_active; }
    void setActive(bool active);
    bool live() const { return m_live; }
    bool failed() const { return m_failed; }
    bool hasPicture() const { return !m_image.isNull(); }
    QSize pictureSize() const { return m_size; }
    QDateTime pictureTime() const { return m_pictureTime; }
    /// Returns the size in which the last picture was decoded.
    QSize decodedSize() const { return m_image.size(); }
    int frameCount() const { return m_frameCount; }
    int age() const { return m_age; }
    int waited() const { return m_waited; }
    QRectF pictureRect() const;

    /// Connects at once instead of after the pause between two attempts.
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void sourceChanged();
    void fillModeChanged();
    void activeChanged();
    void liveChanged();
    void failedChanged();
    /// There is a first picture, none any more, or one of another size.
    void pictureChanged();
    void pictureTimeChanged();
    void frameShown();
    void ageChanged();
    void pictureRectChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void geometryChange(const QRectF &to, const QRectF &from) override;
    void componentComplete() override;

private:
    Qt::AspectRatioMode mode() const
    {
        return m_fillMode == Fit ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding;
    }
    void connectOrStop();
    void connectToSource();
    void closeReply();
    void takeBytes();
    void lost();
    void decodeWaiting();
    void decoded(const QImage &image, QSize size);
    void show();
    void grow();
    void setAge(int seconds, int waited);
    void setLive(bool live);
    void setFailed(bool failed);

    QUrl m_source;
    FillMode m_fillMode = Fit;
    // Not shared: a manager limits the connections to a host, so that streams would wait for each other.
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    MjpegParser m_parser;
    QTimer m_stall;
    QTimer m_pause;
    std::chrono::milliseconds m_nextPause;
    QByteArray m_waiting; ///< the latest picture that arrived while another was being decoded, or waits to be shown
    bool m_decoding = false;
    QImage m_next; ///< is decoded, and waits for the next beat
    QSize m_nextSize; ///< of that picture as the camera sends it
    QTimer m_beat;
    QImage m_image; ///< may be smaller than the picture
    QSize m_size; ///< of the picture as the camera sends it
    QDateTime m_pictureTime;
    QElapsedTimer m_sincePicture;
    QElapsedTimer m_sinceSight; ///< since the item came into sight
    QTimer m_ageing;
    int m_age = 0;
    int m_waited = 0;
    bool m_active = true;
    bool m_imageIsNew = false;
    int m_frameCount = 0;
    bool m_live = false;
    bool m_failed = false;
};
