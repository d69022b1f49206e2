// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/qrcode.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace {
constexpr int quietZone = 4; // modules
}

QrCode::QrCode(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void QrCode::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_width = 0;
    m_dark.clear();
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        bytes.isEmpty() ? nullptr : QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (code) {
        m_width = code->width;
        const size_t count = size_t(m_width) * size_t(m_width);
        m_dark.reserve(count);
        for (size_t i = 0; i < count; ++i)
            m_dark.push_back((code->data[i] & 1) != 0);
    }
    update();
    Q_EMIT textChanged();
}

void QrCode::paint(QPainter *painter)
{
    const QRectF whole = boundingRect();
    painter->fillRect(whole, Qt::white);
    if (m_width == 0)
        return;
    const int modules = m_width + 2 * quietZone;
    const qreal size = std::min(whole.width(), whole.height()) / modules;
    const QPointF origin((whole.width() - size * m_width) / 2, (whole.height() - size * m_width) / 2);
    // The edges of neighbors are the same whole pixel, so that no line appears between them.
    const auto edge = [size](qreal from, int module) { return qRound(from + size * module); };
    for (int y = 0; y < m_width; ++y) {
        for (int x = 0; x < m_width; ++x) {
            if (m_dark[size_t(y) * size_t(m_width) + size_t(x)])
                painter->fillRect(QRect(QPoint(edge(origin.x(), x), edge(origin.y(), y)),
                                        QPoint(edge(origin.x(), x + 1) - 1, edge(origin.y(), y + 1) - 1)),
                                  Qt::black);
        }
    }
}
