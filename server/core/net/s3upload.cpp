// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/s3upload.h"

#include "server/core/net/s3exchange.h"

#include <QCryptographicHash>
#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostParts = 10'000; // of an object
constexpr int mostPages = 20; // of a list

QByteArray encoded(const QByteArray &text) { return text.toPercentEncoding(); }

/// Returns the texts of the children of each element with this name, and of the document's own children.
struct Listing
{
    QList<QHash<QString, QByteArray>> items;
    QHash<QString, QByteArray> own;
    QString root;

    Listing(const QByteArray &xml, QStringView item)
    {
        QXmlStreamReader reader(xml);
        if (!reader.readNextStartElement())
            return;
        root = reader.name().toString();
        while (reader.readNextStartElement()) {
            const QString name = reader.name().toString();
            if (name != item) {
                own.insert(name, reader.readElementText(QXmlStreamReader::SkipChildElements).toUtf8());
                continue;
            }
            auto &fields = items.emplaceBack();
            while (reader.readNextStartElement()) {
                const QString field = reader.name().toString();
                fields.insert(field, reader.readElementText(QXmlStreamReader::SkipChildElements).toUtf8());
            }
        }
    }
};

bool isMd5(const QByteArray &tag, const QByteArray &md5) { return tag == '"' + md5.toHex() + '"'; }
}

QUrl S3Upload::address(const QString &key, const QByteArray &query) const
{
    QUrl address = S3Bucket::withPath(m_bucket, m_bucket.path(QUrl::FullyDecoded) + key);
    // The parameters are in the order of their names and have a value each, because libcurl signs them as they are.
    address.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return address;
}

/// Returns the IDs of the uploads of this key that are not complete, in the order of the store.
QByteArrayList S3Upload::begun() const
{
    const QByteArray prefix = encoded(m_key.toUtf8());
    QUrl bucket = m_bucket;
    bucket.setPath(bucket.path().chopped(1));
    bucket.setQuery(QString::fromLatin1("prefix=" + prefix + "&uploads="), QUrl::StrictMode);
    S3Exchange exchange(m_settings, bucket, m_stopping);
    if (exchange.send() != 200) // the store does not list uploads, or not to these credentials
        return {};
    QByteArrayList ids;
    for (const auto &upload : Listing(exchange.text, u"Upload").items) {
        if (upload.value(u"Key"_s) == m_key.toUtf8())
            ids += upload.value(u"UploadId"_s);
    }
    return ids;
}

QByteArray S3Upload::begin() const
{
    S3Exchange exchange(m_settings, address(m_key, "uploads="), m_stopping);
    const int status = exchange.send("POST", {}, "application/octet-stream");
    const QByteArray id = Listing(exchange.text, {}).own.value(u"UploadId"_s);
    if (status != 200 || id.isEmpty())
        S3Exchange::fail("the beginning of an upload", status);
    return id;
}

QHash<int, S3Upload::Part> S3Upload::partsOf(const QByteArray &upload) const
{
    QHash<int, Part> parts;
    QByteArray after;
    for (int page = 0; page < mostPages; ++page) {
        const QByteArray from = after.isEmpty() ? QByteArray() : "part-number-marker=" + after + '&';
        S3Exchange exchange(m_settings, address(m_key, from + "uploadId=" + encoded(upload)), m_stopping);
        if (exchange.send() != 200)
            break;
        const Listing listed(exchange.text, u"Part");
        for (const auto &part : listed.items)
            parts.insert(part.value(u"PartNumber"_s).toInt(),
                         {part.value(u"ETag"_s), part.value(u"Size"_s).toLongLong()});
        after = listed.own.value(u"NextPartNumberMarker"_s);
        if (listed.own.value(u"IsTruncated"_s) != "true" || after.isEmpty())
            break;
    }
    return parts;
}

void S3Upload::abort(const QByteArray &upload) const
{
    S3Exchange exchange(m_settings, address(m_key, "uploadId=" + encoded(upload)), m_stopping);
    const int status = exchange.send("DELETE", {}, {});
    if (status != 200 && status != 204 && status != 404)
        S3Exchange::fail("the end of an upload", status);
}

void S3Upload::abort()
{
    for (const QByteArray &upload : begun())
        abort(upload);
}

void S3Upload::put(QFile &file)
{
    QByteArrayList uploads = begun();
    const bool isResumed = !uploads.isEmpty();
    const QByteArray upload = isResumed ? uploads.takeLast() : begin();
    for (const QByteArray &other : std::as_const(uploads))
        abort(other);
    try {
        putParts(file, upload, isResumed ? partsOf(upload) : QHash<int, Part>());
    } catch (const MissingObject &) {
        if (!isResumed)
            throw;
        putParts(file, begin(), {}); // the store has ended the upload meanwhile
    }
}

/// Sends the parts that the store does not have, and makes an object of all. A part that the store has with another
/// digest is sent again.
void S3Upload::putParts(QFile &file, const QByteArray &upload, const QHash<int, Part> &known) const
{
    const qint64 size = file.size();
    const qint64 partBytes = std::max(m_settings.partBytes, (size + mostParts - 1) / mostParts);
    QByteArrayList tags;
    QCryptographicHash ofTags(QCryptographicHash::Md5);
    bool isEncrypted = false; // the store has tags of its own
    for (qint64 offset = 0; offset < size; offset += partBytes) {
        const qint64 bytes = std::min(partBytes, size - offset);
        const int number = int(tags.size()) + 1;
        file.seek(offset);
        const S3Digests digests = S3Digests::of(file, bytes);
        const Part part = known.value(number);
        if (part.bytes == bytes && isMd5(part.tag, digests.md5)) {
            tags += part.tag;
        } else {
            const QByteArray query = "partNumber=" + QByteArray::number(number) + "&uploadId=" + encoded(upload);
            tags += S3Exchange(m_settings, address(m_key, query), m_stopping).put(file, bytes, digests);
        }
        isEncrypted |= !isMd5(tags.constLast(), digests.md5);
        ofTags.addData(digests.md5);
    }
    const QByteArray tag = complete(upload, tags);
    const QByteArray expected = '"' + ofTags.result().toHex() + '-' + QByteArray::number(tags.size()) + '"';
    if (!isEncrypted && tag.contains('-') && tag != expected)
        throw StoreError("the store has not confirmed the digest of an object of parts");
}

/// Returns the tag of the object.
QByteArray S3Upload::complete(const QByteArray &upload, const QByteArrayList &tags) const
{
    QByteArray body = "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
    for (qsizetype i = 0; i < tags.size(); ++i)
        body += "<Part><PartNumber>" + QByteArray::number(i + 1) + "</PartNumber><ETag>"
            + QString::fromLatin1(tags[i]).toHtmlEscaped().toLatin1() + "</ETag></Part>";
    body += "</CompleteMultipartUpload>";
    S3Exchange exchange(m_settings, address(m_key, "uploadId=" + encoded(upload)), m_stopping);
    const int status = exchange.send("POST", body, "application/xml");
    if (status == 404)
        throw MissingObject("the store has ended the upload");
    const Listing answer(exchange.text, {});
    // An error may follow the status 200, because the store answers before it has joined the parts.
    if (status != 200 || answer.root != u"CompleteMultipartUploadResult")
        S3Exchange::fail("the end of an upload in parts", status);
    return answer.own.value(u"ETag"_s);
}
