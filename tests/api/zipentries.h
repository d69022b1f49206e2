// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

/// The content of an export.
namespace ZipEntries {

/// Returns the entries of a ZIP file as Base64, by name, as Python reads it.
inline QJsonObject of(const QByteArray &zip)
{
    const QString program =
        QStringLiteral("import base64, io, json, sys, zipfile\n"
                       "z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n"
                       "print(json.dumps({n: base64.b64encode(z.read(n)).decode() for n in z.namelist()}))");
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-c"), program});
    python.write(zip);
    python.closeWriteChannel();
    python.waitForFinished();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

inline QByteArray content(const QJsonObject &entries, const QString &name)
{
    return QByteArray::fromBase64(entries.value(name).toString().toLatin1());
}

inline QJsonArray rows(const QJsonObject &entries, const QString &table)
{
    return QJsonDocument::fromJson(content(entries, QStringLiteral("data/%1.json").arg(table))).array();
}
}
