// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/clipmodel.h"

#include "app/portal/streamurls.h"
#include "models/core/times.h"
#include "models/core/utc.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 readAhead = 4 << 20; ///< bytes that wait for a slow disk

QString textOf(double ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(qint64(ms)))); }
QUrlQuery spanOf(double from, double to) { return {{u"from"_s, textOf(from)}, {u"to"_s, textOf(to)}}; }

QDateTime timeOf(const QNetworkReply &reply, const char *header)
{
    return Times::parse(QString::fromLatin1(reply.rawHeader(header))).value_or(QDateTime());
}

int statusOf(const QNetworkReply &reply) { return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

void drop(QPointer<QNetworkReply> &reply)
{
    if (!reply)
        return;
    reply->disconnect();
    reply->deleteLater(); // ends the request
    reply = nullptr;
}
}

ClipModel::~ClipModel() { end(); }

QUrl ClipModel::folder()
{
    const QString videos = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    return QUrl::fromLocalFile(QDir(videos).exists() ? videos : QDir::homePath());
}

QNetworkRequest ClipModel::clipRequest(const QString &deviceId, double from, double to) const
{
    return portal()->client().networkRequest(
        ApiRequest::get(u"/streams/%1/clip.mp4"_s.arg(deviceId), spanOf(from, to)));
}

void ClipModel::measure(const QString &deviceId, double from, double to)
{
    drop(m_head);
    m_bytes = 0;
    m_startsAt = m_endsAt = {};
    m_empty = false;
    Q_EMIT measured();
    if (!portal() || to - from < 1 || to - from > longest)
        return;
    m_head = m_network.head(clipRequest(deviceId, from, to));
    connect(m_head, &QNetworkReply::finished, this, &ClipModel::takeMeasure);
}

void ClipModel::takeMeasure()
{
    m_empty = statusOf(*m_head) == 404;
    if (m_head->error() == QNetworkReply::NoError) {
        m_bytes = m_head->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        m_startsAt = timeOf(*m_head, "Clip-Start");
        m_endsAt = timeOf(*m_head, "Clip-End");
    }
    drop(m_head);
    Q_EMIT measured();
}

void ClipModel::save(const QString &deviceId, double from, double to, const QUrl &file)
{
    if (portal())
        download(clipRequest(deviceId, from, to), file);
}

void ClipModel::savePicture(const QString &deviceId, double ms, const QUrl &file)
{
    if (!portal())
        return;
    const QUrlQuery at = ms > 0 ? QUrlQuery{{u"at"_s, textOf(ms)}} : QUrlQuery();
    const QString name = ms > 0 ? u"frame.jpg"_s : u"snapshot.jpg"_s;
    download(portal()->client().networkRequest(ApiRequest::get(u"/streams/%1/%2"_s.arg(deviceId, name), at)), file);
}

void ClipModel::download(const QNetworkRequest &request, const QUrl &file)
{
    if (m_save)
        return;
    m_failure.clear();
    m_written = m_total = 0;
    m_file = std::make_unique<QSaveFile>(file.toLocalFile());
    if (!m_file->open(QFile::WriteOnly))
        return fail(tr("Can't write the file: %1").arg(m_file->errorString()));
    m_save = m_network.get(request);
    m_save->setReadBufferSize(readAhead);
    connect(m_save, &QNetworkReply::readyRead, this, &ClipModel::write);
    connect(m_save, &QNetworkReply::finished, this, &ClipModel::finish);
    Q_EMIT progressChanged();
}

void ClipModel::write()
{
    if (!m_save || statusOf(*m_save) != 200)
        return;
    m_total = m_save->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const QByteArray bytes = m_save->readAll();
    if (m_file->write(bytes) != bytes.size())
        return fail(tr("Can't write the file: %1").arg(m_file->errorString()));
    m_written += bytes.size();
    Q_EMIT progressChanged();
}

void ClipModel::finish()
{
    const int status = statusOf(*m_save);
    if (m_save->error() != QNetworkReply::NoError || status != 200) {
        return fail(status == 404 ? tr("Nothing was recorded at this time.") : Feedback::sentence(*m_save));
    }
    write();
    if (!m_file)
        return; // the rest could not be written
    const QUrl file = QUrl::fromLocalFile(m_file->fileName());
    if (!m_file->commit())
        return fail(tr("Can't write the file: %1").arg(m_file->errorString()));
    end();
    Q_EMIT saved(file);
}

void ClipModel::cancel() { end(); }

void ClipModel::fail(const QString &text)
{
    m_failure = text;
    end();
}

/// Ends the export. A file that is not complete is removed.
void ClipModel::end()
{
    drop(m_save);
    m_file.reset();
    Q_EMIT progressChanged();
}

void ClipModel::link(const QString &deviceId, double from, double to)
{
    act(ApiRequest::get(u"/streams/"_s + deviceId, spanOf(from, to)), [this](const ApiAnswer &answer) {
        const QUrl url = signedUrl(portal()->client(), answer.json["clip"_L1].toString());
        const qint64 expires = QUrlQuery(url).queryItemValue(u"expires"_s).toLongLong();
        Q_EMIT linked(url, QDateTime::fromSecsSinceEpoch(expires, Times::utc));
    });
}

void ClipModel::revokeLinks(const QString &deviceId)
{
    act(ApiRequest::remove(u"/streams/"_s + deviceId), [this](const ApiAnswer &) { Q_EMIT linksRevoked(); });
}

QString ClipModel::fileName(const QString &camera, double from, const QString &type)
{
    static const QRegularExpression unsafe(uR"([^\p{L}\p{N}]+)"_s);
    QString name = camera;
    name.replace(unsafe, u" "_s);
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(qint64(from));
    return name.trimmed() + start.toString(u" yyyy-MM-dd HH-mm-ss."_s) + type;
}
