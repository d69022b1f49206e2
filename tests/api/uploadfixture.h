// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/api/archivefixture.h"

/// An account with a camera, and functions that upload in parts.
class UploadFixture : protected ArchiveFixture
{
protected:
    using Headers = HttpClient::Headers;
    using Pairs = QList<QPair<QByteArray, QByteArray>>;

    static Headers partAt(qint64 offset)
    {
        return {{"Tus-Resumable", "1.0.0"},
                {"Content-Type", "application/offset+octet-stream"},
                {"Upload-Offset", QByteArray::number(offset)}};
    }
    /// `more` are names with values that are not coded yet.
    Answer begin(qint64 bytes, const Pairs &more = {})
    {
        QByteArray metadata = "device_id " + m_device.toLatin1().toBase64() + ",filename eC5qcGc=";
        for (const auto &[name, value] : more)
            metadata += ", " + name + ' ' + value.toBase64();
        return m_ada->send(
            "POST", path, {},
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", QByteArray::number(bytes)}, {"Upload-Metadata", metadata}});
    }
    /// Begins an upload and returns its path.
    QString begun(qint64 bytes, const Pairs &more = {})
    {
        return path + u'/' + begin(bytes, more).json[QStringLiteral("upload_id")].toString();
    }
    Answer headOf(const QString &upload) { return m_ada->send("HEAD", upload, {}, resumable); }
    QByteArray offsetOf(const QString &upload) { return headOf(upload).header("Upload-Offset"); }
    Answer send(const QString &upload, const QByteArray &part, qint64 offset)
    {
        return m_ada->send("PATCH", upload, part, partAt(offset));
    }
    /// Returns whether the file of an upload still exists.
    bool isLeft(const QString &upload) const
    {
        return QFile::exists(m_server.dataDir() + QStringLiteral("/archive/uploads/") + upload.section(u'/', -1));
    }

    const Headers resumable{{"Tus-Resumable", "1.0.0"}};
    const QString path = QStringLiteral("/device-data/uploads");
};
