// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplepictures.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTest>

/// A server with models, and pictures of faces.
class FaceFixture
{
protected:
    static inline const QString hopper = SamplePictures::serious();
    static inline const QString ice = SamplePictures::ice();
    static inline const QString astronaut = SamplePictures::smiling();

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray written(const QImage &image, const char *format)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format, 95);
        return buffer.data();
    }

    void start()
    {
        QVERIFY2(!contentOf(hopper).isEmpty() && !contentOf(astronaut).isEmpty(),
                 "scripts/setup test installs the pictures");
        m_server = std::make_unique<TestServer>();
        m_ada = &m_server->account(QStringLiteral("ada"));
    }
    Answer detect(const QByteArray &image, const QString &query = {}, const QByteArray &type = "image/jpeg") const
    {
        return m_ada->send("POST", QStringLiteral("/face/detect") + query, image, {{"Content-Type", type}});
    }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
};
