// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/detector.h"

#include <QImage>

#include <atomic>
#include <latch>
#include <stdexcept>

/// Finds what is red, as Scene::walker() is, and counts the pixels that it looked at.
class RedDetector : public Detector
{
public:
    explicit RedDetector(std::atomic<qint64> &pixels)
        : m_pixels(pixels)
    {
    }

    QStringList labels() const override { return {QStringLiteral("person")}; }
    int side() const override { return 320; }
    QList<Detection> detect(const QImage &picture, const QList<QRect> &parts) override
    {
        QRect found;
        for (const QRect &part : parts) {
            m_pixels += part.width() * part.height();
            for (int y = part.top(); y <= part.bottom(); ++y) {
                const uchar *line = picture.constScanLine(y);
                for (int x = part.left(); x <= part.right(); ++x) {
                    if (line[3 * x + 2] > 150 && line[3 * x] < 90)
                        found |= QRect(x, y, 1, 1);
                }
            }
        }
        if (found.isEmpty())
            return {};
        const double width = picture.width();
        const double height = picture.height();
        return {{{found.x() / width, found.y() / height, found.width() / width, found.height() / height},
                 0.8,
                 QStringLiteral("person")}};
    }

private:
    std::atomic<qint64> &m_pixels;
};

/// Looks only once it may.
class SlowDetector : public Detector
{
public:
    explicit SlowDetector(std::latch &may)
        : m_may(may)
    {
    }

    QStringList labels() const override { return {QStringLiteral("person")}; }
    int side() const override { return 320; }
    QList<Detection> detect(const QImage &, const QList<QRect> &) override
    {
        m_may.wait();
        return {{{0, 0, 1, 1}, 0.9, QStringLiteral("person")}};
    }

private:
    std::latch &m_may;
};

class FailingDetector : public Detector
{
public:
    QStringList labels() const override { return {}; }
    int side() const override { return 320; }
    QList<Detection> detect(const QImage &, const QList<QRect> &) override { throw std::runtime_error("broken"); }
};
