// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QImage>
#include <QProcess>

/// An account with a camera, and functions that upload photos and videos of it.
class ArchiveFixture
{
protected:
    /// Returns a picture in one color, so that each color gives a different file.
    static QByteArray photo(Qt::GlobalColor color = Qt::darkGreen, const char *format = "JPEG")
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(color);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return buffer.data();
    }

    /// Returns two seconds of FFmpeg's test video.
    static QByteArray video(const QString &name)
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        const QString codec =
            name.endsWith(QStringLiteral(".webm")) ? QStringLiteral("libvpx") : QStringLiteral("mpeg4");
        QProcess::execute(QStringLiteral("ffmpeg"),
                          {QStringLiteral("-loglevel"), QStringLiteral("error"), QStringLiteral("-f"),
                           QStringLiteral("lavfi"), QStringLiteral("-i"),
                           QStringLiteral("testsrc=size=96x64:rate=10:duration=2"), QStringLiteral("-c:v"), codec,
                           path});
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList idsOf(const Answer &list, const QString &key = QStringLiteral("data_id"))
    {
        QStringList ids;
        for (const QJsonValue &item : list.items())
            ids += item[key].toString();
        return ids;
    }

    /// Creates a new account with one camera.
    void createAccount()
    {
        m_ada = &m_server.account(QStringLiteral("ada%1").arg(++m_accounts));
        m_device = m_ada->addDevice(QStringLiteral("Door"))[QStringLiteral("device_id")].toString();
    }

    Answer upload(const QByteArray &content, const QString &query = {}, const HttpClient::Headers &headers = {})
    {
        const HttpClient::Headers sent =
            headers.isEmpty() ? HttpClient::Headers{{"Content-Type", "application/octet-stream"}} : headers;
        return m_ada->send("POST", QStringLiteral("/device-data?device_id=") + m_device + query, content, sent);
    }
    /// Uploads a photo or video and returns its id.
    QString uploaded(const QString &query = {}, const QByteArray &content = photo())
    {
        const Answer answer = upload(content, query);
        if (answer.status != 201)
            qFatal("%s", answer.text().constData());
        return answer.json[QStringLiteral("data_id")].toString();
    }
    QString fileOf(const QString &data) const
    {
        return m_server.dataDir() + QStringLiteral("/archive/") + m_device + u'/' + data;
    }

    TestServer m_server{{QStringLiteral("--models"), QStringLiteral("/nowhere")}};
    const TestAccount *m_ada = nullptr;
    QString m_device;

private:
    int m_accounts = 0;
};
