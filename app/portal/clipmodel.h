// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSaveFile>

/// A selected span of a camera's recording: its size, its export as a file, and links to it.
class ClipModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// What of the span can be exported, after measure(): bytes, and from which key frame to which end. 0: unknown.
    Q_PROPERTY(double bytes READ bytes NOTIFY measured)
    Q_PROPERTY(QDateTime startsAt READ startsAt NOTIFY measured)
    Q_PROPERTY(QDateTime endsAt READ endsAt NOTIFY measured)
    /// Nothing was recorded in the span.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY measured)
    /// The folder of videos, for a dialog.
    Q_PROPERTY(QUrl folder READ folder CONSTANT)
    Q_PROPERTY(bool saving READ isSaving NOTIFY progressChanged)
    /// The bytes that are written.
    Q_PROPERTY(double written READ written NOTIFY progressChanged)
    Q_PROPERTY(double total READ total NOTIFY progressChanged)
    /// Why the last export failed, or an empty text.
    Q_PROPERTY(QString failure READ failure NOTIFY progressChanged)

public:
    using ViewModel::ViewModel;
    ~ClipModel() override;

    double bytes() const { return double(m_bytes); }
    QDateTime startsAt() const { return m_startsAt; }
    QDateTime endsAt() const { return m_endsAt; }
    bool isEmpty() const { return m_empty; }
    static QUrl folder();
    bool isSaving() const { return !m_save.isNull(); }
    double written() const { return double(m_written); }
    double total() const { return double(m_total); }
    QString failure() const { return m_failure; }

    /// The longest span that the server exports as one file, in milliseconds.
    static constexpr double longest = 6 * 3600 * 1000.0;

    /// Asks how much can be exported. Times are milliseconds since the epoch.
    Q_INVOKABLE void measure(const QString &deviceId, double from, double to);
    /// Writes the span into a file. An existing file is replaced once everything is there.
    Q_INVOKABLE void save(const QString &deviceId, double from, double to, const QUrl &file);
    /// Writes the picture of a time into a file, or the newest picture if the time is 0.
    Q_INVOKABLE void savePicture(const QString &deviceId, double ms, const QUrl &file);
    Q_INVOKABLE void cancel();
    /// Makes a link that plays the span without signing in, for about an hour. Emits linked().
    Q_INVOKABLE void link(const QString &deviceId, double from, double to);
    /// Ends all links of the camera. Emits linksRevoked().
    Q_INVOKABLE void revokeLinks(const QString &deviceId);
    /// Returns a name for a file: the camera and the start. `type` is `mp4` or `jpg`.
    Q_INVOKABLE static QString fileName(const QString &camera, double from, const QString &type);

Q_SIGNALS:
    void measured();
    void progressChanged();
    void saved(const QUrl &file);
    void linked(const QUrl &url, const QDateTime &expires);
    void linksRevoked();

private:
    QNetworkRequest clipRequest(const QString &deviceId, double from, double to) const;
    void takeMeasure();
    void download(const QNetworkRequest &request, const QUrl &file);
    void write();
    void finish();
    void fail(const QString &text);
    void end();

    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_head; ///< of measure()
    QPointer<QNetworkReply> m_save;
    std::unique_ptr<QSaveFile> m_file;
    qint64 m_bytes = 0;
    QDateTime m_startsAt;
    QDateTime m_endsAt;
    bool m_empty = false;
    qint64 m_written = 0;
    qint64 m_total = 0;
    QString m_failure;
};
