// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/mediastore.h"

#include "models/core/times.h"
#include "server/cameras/recording/recordedfile.h"
#include "server/cameras/store/storemark.h"
#include "server/core/base/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrlQuery>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
const QString scheme = u"s3"_s;
constexpr std::chrono::seconds addressLifetime{60};
constexpr qint64 mebibyte = 1 << 20;
constexpr int leastPart = 5; // MiB: S3 refuses smaller parts but the last
constexpr int mostPart = 5120; // MiB: S3 refuses larger ones

QByteArray fromEnvironment(const char *name, const char *other)
{
    return qEnvironmentVariableIsSet(name) ? qgetenv(name) : qgetenv(other);
}

QString sha256Of(QFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    file.seek(0);
    hash.addData(&file);
    return QString::fromLatin1(hash.result().toHex());
}

/// A folder, such as a mounted share.
class FolderStore : public MediaStore
{
public:
    explicit FolderStore(const QString &folder)
        : m_folder(folder)
        , m_mark(folder)
    {
    }

    QString open(const QString &id, const std::function<QStringList()> &known) override
    {
        m_wasThere = m_mark.exists() || isUnmarked(known());
        m_id = m_wasThere ? m_mark.keep(id) : id;
        return m_id;
    }
    void put(const QString &key, const QString &path) override
    {
        requireFolder();
        const QString target = m_folder + u'/' + key;
        const QString unfinished = target + u".tmp"_s;
        QDir().mkpath(QFileInfo(target).path());
        QFile::remove(unfinished);
        QFile from(path);
        QFile to(unfinished);
        if (!from.copy(unfinished) || !from.open(QFile::ReadOnly) || !to.open(QFile::ReadWrite)
            || ::fsync(to.handle()) != 0 || sha256Of(from) != sha256Of(to)) {
            to.remove();
            throw StoreError("cannot write " + target.toStdString());
        }
        to.close();
        // What another server has stored is replaced at once: it is never missing.
        if (::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(target).constData()) != 0)
            throw StoreError("cannot rename " + target.toStdString());
        DurableFile::syncFolder(QFileInfo(target).path());
    }
    void get(const QString &key, const QString &path) override
    {
        QFile::remove(path);
        requireFolder();
        if (!QFile::exists(m_folder + u'/' + key))
            throw MissingObject("the folder does not have " + key.toStdString());
        if (!QFile::copy(m_folder + u'/' + key, path))
            throw StoreError("cannot read " + key.toStdString());
    }
    qint64 get(const QString &key, const ByteSpan &span, QFile &file) override
    {
        requireFolder();
        QFile from(m_folder + u'/' + key);
        if (!from.exists())
            throw MissingObject("the folder does not have " + key.toStdString());
        if (!from.open(QFile::ReadOnly) || !from.seek(span.offset))
            throw StoreError("cannot read " + key.toStdString());
        for (qint64 left = std::min(span.bytes, from.size() - span.offset); left > 0;) {
            const QByteArray bytes = from.read(std::min(left, mebibyte));
            if (bytes.isEmpty() || file.write(bytes) != bytes.size())
                throw StoreError("cannot copy " + key.toStdString());
            left -= bytes.size();
        }
        if (!file.flush())
            throw StoreError("cannot write " + file.fileName().toStdString());
        return from.size();
    }
    void abandon(const QString &key) override
    {
        requireFolder();
        QFile::remove(m_folder + u'/' + key + u".tmp"_s);
    }
    void remove(const QString &key) override
    {
        requireFolder();
        QFile file(m_folder + u'/' + key);
        if (file.exists() && !file.remove())
            throw StoreError("cannot remove " + key.toStdString());
    }
    std::optional<QUrl> address(const QString &, const QByteArray &) override { return std::nullopt; }

private:
    /// Returns whether the folder is new, or has some of the objects that rows name.
    bool isUnmarked(const QStringList &known) const
    {
        const auto isHere = [this](const QString &key) { return QFile::exists(m_folder + u'/' + key); };
        return QDir(m_folder).exists() && (known.isEmpty() || std::ranges::any_of(known, isHere));
    }
    /// An empty mount point has no mark. A share that was mounted after the start may have the mark of another store.
    void requireFolder() const
    {
        const QString id = m_mark.id();
        if (id.isEmpty() && !m_wasThere) // which store it is can be seen from its objects
            throw StoreError("the folder of the media store was away at the start, and its mark has no ID: "
                             + m_folder.toStdString() + ". Restart the server");
        if (!id.isEmpty() && id != m_id)
            throw StoreError("the folder of the media store is another one than at the start: " + m_folder.toStdString()
                             + " has the ID " + id.toStdString() + ", not " + m_id.toStdString());
    }

    const QString m_folder;
    const StoreMark m_mark;
    QString m_id; ///< by which rows name the store
    bool m_wasThere = false; ///< at the start; the mark has no ID if it could not be written
};

class S3Store : public MediaStore
{
public:
    S3Store(S3Bucket::Settings settings, QString prefix, bool isDirect)
        : m_bucket(std::move(settings))
        , m_prefix(std::move(prefix))
        , m_isDirect(isDirect)
    {
    }

    QString open(const QString &id, const std::function<QStringList()> &) override { return id; }
    void put(const QString &key, const QString &path) override { m_bucket.put(m_prefix + key, path); }
    void get(const QString &key, const QString &path) override { m_bucket.get(m_prefix + key, path); }
    qint64 get(const QString &key, const ByteSpan &span, QFile &file) override
    {
        return m_bucket.get(m_prefix + key, span.offset, span.bytes, file);
    }
    void abandon(const QString &key) override { m_bucket.abandon(m_prefix + key); }
    void remove(const QString &key) override { m_bucket.remove(m_prefix + key); }
    std::optional<QUrl> address(const QString &key, const QByteArray &mediaType) override
    {
        if (!m_isDirect)
            return std::nullopt;
        return m_bucket.signedAddress(m_prefix + key, mediaType, Times::now(), addressLifetime);
    }
    void stop() override { m_bucket.stop(); }

private:
    S3Bucket m_bucket;
    const QString m_prefix;
    const bool m_isDirect;
};

/// Returns the path of the address as the beginning of keys: empty, or with a slash at its end.
QString prefixOf(const QUrl &url)
{
    QString prefix = url.path();
    while (prefix.startsWith(u'/'))
        prefix.remove(0, 1);
    return prefix.isEmpty() || prefix.endsWith(u'/') ? prefix : prefix + u'/';
}
}

WantedObject WantedObject::ofRecording(const RecordedFile &file)
{
    WantedObject wanted{file.path, -1, {{0, file.initBytes}}};
    for (const Fragment &fragment : file.list())
        wanted.spans += {fragment.offset, fragment.bytes};
    return wanted;
}

void WantedObject::requireIn(qint64 size) const
{
    const bool hasSpans =
        std::ranges::all_of(spans, [size](const ByteSpan &span) { return span.offset + span.bytes <= size; });
    if (hasSpans && (bytes < 0 || size == bytes))
        return;
    const QString wanted = bytes < 0 ? u"fewer than its recording"_s : u"instead of %1"_s.arg(bytes);
    throw DamagedObject(u"%1 has %2 bytes, %3"_s.arg(key).arg(size).arg(wanted).toStdString());
}

std::unique_ptr<MediaStore> MediaStore::at(const QString &address)
{
    if (!address.startsWith(scheme + u"://"_s)) {
        if (!QDir::isAbsolutePath(address) || !QDir(address).exists())
            throw std::runtime_error("the folder " + address.toStdString() + " does not exist");
        return std::make_unique<FolderStore>(address);
    }
    const QUrl url(address, QUrl::StrictMode);
    const QUrlQuery query(url);
    for (const auto &[name, value] : query.queryItems()) {
        if (name != u"endpoint" && name != u"region" && name != u"direct" && name != u"part")
            throw std::runtime_error("the store has an unknown parameter " + name.toStdString());
    }
    S3Bucket::Settings settings;
    settings.bucket = url.host();
    settings.region = query.queryItemValue(u"region"_s).toLatin1();
    if (settings.region.isEmpty())
        settings.region = "us-east-1";
    const QString endpoint = query.queryItemValue(u"endpoint"_s, QUrl::FullyDecoded);
    settings.endpoint =
        QUrl(endpoint.isEmpty() ? u"https://s3.%1.amazonaws.com"_s.arg(QString::fromLatin1(settings.region)) : endpoint,
             QUrl::StrictMode);
    settings.accessKey = fromEnvironment("WAYMARK_S3_ACCESS_KEY", "AWS_ACCESS_KEY_ID");
    settings.secretKey = fromEnvironment("WAYMARK_S3_SECRET_KEY", "AWS_SECRET_ACCESS_KEY");
    settings.sessionToken = qgetenv("AWS_SESSION_TOKEN");
    const bool isWeb = settings.endpoint.scheme() == u"https" || settings.endpoint.scheme() == u"http";
    if (settings.bucket.isEmpty() || !isWeb || settings.endpoint.host().isEmpty())
        throw std::runtime_error("the store must have the form s3://bucket/prefix?endpoint=https://host&region=name");
    if (settings.accessKey.isEmpty() || settings.secretKey.isEmpty())
        throw std::runtime_error("the store needs WAYMARK_S3_ACCESS_KEY and WAYMARK_S3_SECRET_KEY in the environment");
    if (query.hasQueryItem(u"part"_s)) {
        const int part = query.queryItemValue(u"part"_s).toInt();
        if (part < leastPart || part > mostPart)
            throw std::runtime_error("the parts of the store must have 5 to 5120 MiB");
        settings.partBytes = part * mebibyte;
    }
    const bool isDirect = query.queryItemValue(u"direct"_s) == u"yes";
    return std::make_unique<S3Store>(std::move(settings), prefixOf(url), isDirect);
}

QString MediaStore::absolute(const QString &address)
{
    // An absolute path stays as it is written: the ID of a store without one in its mark depends on that.
    const bool isRelative =
        !address.isEmpty() && !address.startsWith(scheme + u"://"_s) && QDir::isRelativePath(address);
    return isRelative ? QDir(address).absolutePath() : address;
}

QString MediaStore::idOf(const QString &address)
{
    const QUrl url(address);
    const QString place = url.scheme() == scheme ? url.host() + u'/' + prefixOf(url) : address;
    return u"store:"_s
        + QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}
