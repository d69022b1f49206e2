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
constexpr int longestSilence = 30'000; ///< milliseconds without a byte, after which a transfer has failed

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

/// Returns the address of a mark's clip, or of its snapshot if there is no clip.
QUrl urlOf(const ApiClient &client, const QJsonValue &result)
{
    const QString clip = result["clip"_L1].toString();
    return signedUrl(client, clip.isEmpty() ? result["snapshot"_L1].toString() : clip);
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

void MarkExports::sign(const QStringList &ids, int seconds, std::function<void(const ApiAnswer &)> done)
{
    const QJsonObject body{{u"mark_ids"_s, QJsonArray::fromStringList(ids)}, {u"expires_in"_s, seconds}};
    const QString path = u"/device-marks/account/%1/signedurl"_s.arg(portal()->session()->accountId());
    fetch(ApiRequest::put(path, body), std::move(done));
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
    sign(ids, hour, [this, names](const ApiAnswer &answer) {
        if (!isRunning())
            saveFrom(answer, names);
    });
}

void MarkExports::saveFrom(const ApiAnswer &answer, const QHash<QString, QString> &names)
{
    m_files.clear();
    m_missing = m_done = 0;
    m_total = int(names.size());
    if (!answer.ok()) {
        fail(errorText());
        return;
    }
    for (const QJsonValue &result : answer.json["results"_L1].toArray()) {
        const bool isClip = !result["clip"_L1].toString().isEmpty();
        const QUrl url = urlOf(portal()->client(), result);
        if (url.isEmpty())
            ++m_missing;
        else
            m_files.append({names.value(result["mark_id"_L1].toString()), url, isClip});
    }
    m_total = int(m_files.size());
    Q_EMIT progressChanged();
    saveNext();
}

void MarkExports::saveNext()
{
    if (m_files.isEmpty()) {
        Q_EMIT saved(m_done, m_missing);
        return;
    }
    const File next = m_files.takeFirst();
    if (!QDir().mkpath(m_folder)) {
        fail(tr("Can't create the folder %1.").arg(m_folder));
        return;
    }
    m_file = std::make_unique<QSaveFile>(freePath(m_folder, next.name, next.isClip ? u".mp4"_s : u".jpg"_s));
    if (!m_file->open(QIODevice::WriteOnly)) {
        fail(tr("Can't write the file: %1").arg(m_file->errorString()));
        return;
    }
    QNetworkRequest request(next.url);
    request.setTransferTimeout(longestSilence);
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &MarkExports::write);
    connect(m_reply, &QNetworkReply::finished, this, &MarkExports::finishFile);
}

void MarkExports::write()
{
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return; // finishFile() reads the problem
    const QByteArray bytes = m_reply->readAll();
    if (m_file->write(bytes) != bytes.size())
        fail(tr("Can't write the file: %1").arg(m_file->errorString()));
}

void MarkExports::finishFile()
{
    if (m_reply->error() != QNetworkReply::NoError) {
        fail(Feedback::sentence(*m_reply));
        return;
    }
    write();
    if (!m_file)
        return; // the rest could not be written
    if (!m_file->commit()) {
        fail(tr("Can't write the file: %1").arg(m_file->errorString()));
        return;
    }
    m_reply->deleteLater();
    m_reply = nullptr;
    ++m_done;
    Q_EMIT progressChanged();
    saveNext();
}

void MarkExports::cancel() { end(); }

void MarkExports::fail(const QString &reason)
{
    const int files = m_done;
    const int total = m_total;
    end();
    Q_EMIT failed(reason, files, total);
}

/// Ends the export. A file that is not complete is removed.
void MarkExports::end()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->deleteLater(); // ends the request
        m_reply = nullptr;
    }
    m_file.reset();
    m_files.clear();
    m_total = m_done = 0;
    Q_EMIT progressChanged();
}

void MarkExports::share(const QStringList &ids, int hours)
{
    sign(ids.first(std::min<qsizetype>(ids.size(), 100)), std::min(hours, 168) * hour, [this](const ApiAnswer &answer) {
        if (!answer.ok()) {
            Q_EMIT refused(errorText());
            return;
        }
        QStringList links;
        for (const QJsonValue &result : answer.json["results"_L1].toArray()) {
            if (const QUrl url = urlOf(portal()->client(), result); !url.isEmpty())
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
    fetch(ApiRequest::put(u"/device-marks/account/%1/signedurl"_s.arg(portal()->session()->accountId()), body),
          [this](const ApiAnswer &answer) {
              if (answer.ok())
                  Q_EMIT revoked();
              else
                  Q_EMIT refused(errorText());
          });
}
