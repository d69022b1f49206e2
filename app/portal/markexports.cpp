// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/markexports.h"

#include "app/portal/portalsession.h"
#include "app/portal/streamurls.h"

#include <QDir>
#include <QJsonArray>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {
constexpr int hour = 3600; // seconds

/// Returns a name for the files of a mark, which every file system can have.
QString fileName(const QVariantMap &mark)
{
    static const QRegularExpression unsafe(u"[\\x00-\\x1f/\\\\:*?\"<>|]"_s);
    const QString camera = mark[u"deviceName"_s].toString().replace(unsafe, u"_"_s).trimmed().left(80);
    const QDateTime start = mark[u"startedAt"_s].toDateTime().toLocalTime();
    return (camera.isEmpty() ? u"Waymark"_s : camera) + start.toString(u" yyyy-MM-dd HH.mm.ss"_s);
}

/// Returns a path that no file has yet.
QString freePath(const QString &folder, const QString &name, const QString &ending)
{
    QString path = folder + u'/' + name + ending;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder + u"/%1 (%2)%3"_s.arg(name).arg(number).arg(ending);
    return path;
}
}

MarkExports::MarkExports(QObject *parent)
    : ViewModel(parent)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) + u"/Waymark"_s)
{
}

MarkExports::~MarkExports() = default;

void MarkExports::setFolder(const QString &folder)
{
    if (m_folder == folder)
        return;
    m_folder = folder;
    Q_EMIT folderChanged();
}

void MarkExports::sign(const QStringList &ids, int seconds, std::function<void(const QJsonArray &results)> done)
{
    const QJsonObject body{{u"mark_ids"_s, QJsonArray::fromStringList(ids)}, {u"expires_in"_s, seconds}};
    const QString path = u"/device-marks/account/%1/signedurl"_s.arg(portal()->session()->accountId());
    act(ApiRequest::put(path, body),
        [done = std::move(done)](const ApiAnswer &answer) { done(answer.json["results"_L1].toArray()); });
}

void MarkExports::save(const QVariantList &marks)
{
    if (isRunning() || marks.isEmpty())
        return;
    QStringList ids;
    QHash<QString, QString> names;
    for (const QVariant &item : marks.first(std::min<qsizetype>(marks.size(), 100))) {
        const QVariantMap mark = item.toMap();
        ids.append(mark[u"deviceMarkId"_s].toString());
        names.insert(ids.last(), fileName(mark));
    }
    sign(ids, hour, [this, names](const QJsonArray &results) {
        if (isRunning())
            return;
        m_files.clear();
        m_missing = m_done = 0;
        for (const QJsonValue &result : results) {
            const bool isClip = !result["clip"_L1].toString().isEmpty();
            const QUrl url = signedUrl(portal()->client(), result[isClip ? "clip"_L1 : "snapshot"_L1].toString());
            if (url.isEmpty())
                ++m_missing;
            else
                m_files.append({names.value(result["mark_id"_L1].toString()), url, isClip});
        }
        m_total = int(m_files.size());
        Q_EMIT progressChanged();
        saveNext();
    });
}

void MarkExports::saveNext()
{
    if (m_files.isEmpty()) {
        Q_EMIT saved(m_done, m_missing);
        return;
    }
    const File next = m_files.takeFirst();
    m_file.reset();
    if (!QDir().mkpath(m_folder)) {
        finish(m_folder);
        return;
    }
    m_file = std::make_unique<QSaveFile>(freePath(m_folder, next.name, next.isClip ? u".mp4"_s : u".jpg"_s));
    if (!m_file->open(QIODevice::WriteOnly)) {
        finish(m_file->errorString());
        return;
    }
    m_reply = m_network.get(QNetworkRequest(next.url));
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        // A disk that is full ends the transfer.
        if (m_file->write(m_reply->readAll()) < 0)
            m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        m_reply->deleteLater();
        const bool isWritten = m_file->error() == QFileDevice::NoError;
        if (isWritten && m_reply->error() != QNetworkReply::NoError) {
            finish(m_reply->errorString());
            return;
        }
        m_file->write(m_reply->readAll());
        if (!isWritten || !m_file->commit()) {
            finish(m_file->errorString());
            return;
        }
        ++m_done;
        Q_EMIT progressChanged();
        saveNext();
    });
}

void MarkExports::cancel()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    finish({});
}

void MarkExports::finish(const QString &error)
{
    m_file.reset(); // an unfinished file is removed
    m_files.clear();
    m_total = m_done = 0;
    Q_EMIT progressChanged();
    if (!error.isEmpty())
        Q_EMIT failed(error);
}

void MarkExports::share(const QStringList &ids, int hours)
{
    sign(ids.first(std::min<qsizetype>(ids.size(), 100)), std::min(hours, 168) * hour,
         [this](const QJsonArray &results) {
             QStringList links;
             for (const QJsonValue &result : results) {
                 const bool isClip = !result["clip"_L1].toString().isEmpty();
                 const QUrl url = signedUrl(portal()->client(), result[isClip ? "clip"_L1 : "snapshot"_L1].toString());
                 if (!url.isEmpty())
                     links.append(url.toString(QUrl::FullyEncoded));
             }
             if (!links.isEmpty())
                 portal()->copy(links.join(u'\n'));
             Q_EMIT shared(int(links.size()));
         });
}

void MarkExports::revoke(const QStringList &ids)
{
    const QJsonObject body{{u"mark_ids"_s, QJsonArray::fromStringList(ids)}, {u"revoke"_s, true}};
    act(ApiRequest::put(u"/device-marks/account/%1/signedurl"_s.arg(portal()->session()->accountId()), body),
        [this](const ApiAnswer &) { Q_EMIT revoked(); });
}
