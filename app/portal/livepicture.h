// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/mjpegparser.h"

#include <QDateTime>
#include <QImage>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>

#include <chrono>

class QNetworkReply;

/// Shows a camera's Motion JPEG stream. Connects while the item is visible, and reconnects when the stream ends or
/// stalls. The last picture stays until the next one arrives.
class LivePicture : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    /// A new source that differs only in its query, such as a renewed signature, is used from the next connection on.
    Q_PROPERTY(QUrl source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(FillMode fillMode READ fillMode WRITE setFillMode NOTIFY fillModeChanged)
    /// Pictures are arriving.
    Q_PROPERTY(bool live READ live NOTIFY liveChanged)
    /// The last attempt delivered no picture. Another attempt follows.
    Q_PROPERTY(bool failed READ failed NOTIFY failedChanged)
    /// A picture is shown, possibly an old one.
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY pictureChanged)
    Q_PROPERTY(QSize pictureSize READ pictureSize NOTIFY pictureChanged)
    /// The time of the last picture; null before the first.
    Q_PROPERTY(QDateTime pictureTime READ pictureTime NOTIFY pictureChanged)
    /// The number of pictures shown so far.
    Q_PROPERTY(int frameCount READ frameCount NOTIFY pictureChanged)
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
    bool live() const { return m_live; }
    bool failed() const { return m_failed; }
    bool hasPicture() const { return !m_image.isNull(); }
    QSize pictureSize() const { return m_image.size(); }
    QDateTime pictureTime() const { return m_pictureTime; }
    int frameCount() const { return m_frameCount; }
    QRectF pictureRect() const;

Q_SIGNALS:
    void sourceChanged();
    void fillModeChanged();
    void liveChanged();
    void failedChanged();
    void pictureChanged();
    void pictureRectChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void geometryChange(const QRectF &to, const QRectF &from) override;
    void componentComplete() override;

private:
    void connectOrStop();
    void connectToSource();
    void closeReply();
    void takeBytes();
    void lost();
    void decode(const QByteArray &jpeg);
    void show(const QImage &image);
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
    QByteArray m_waiting; ///< the latest picture that arrived while another was being decoded
    bool m_decoding = false;
    QImage m_image;
    QDateTime m_pictureTime;
    bool m_imageIsNew = false;
    int m_frameCount = 0;
    bool m_live = false;
    bool m_failed = false;
};
