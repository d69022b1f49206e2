// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>

/// Compares what the gallery looks like with a kept picture.
///
/// The distributions differ in the last pixel of a letter and of a rounded corner, but agree on sizes and colors. Both
/// pictures are therefore reduced to the mean color of squares of 8 pixels, in which a letter's edge hardly counts. A
/// wrong color, a missing ring, or a control of another size changes whole squares.
class Pictures : public QObject
{
    Q_OBJECT

public:
    static constexpr int Square = 8; ///< pixels
    static constexpr int Tolerance = 8; ///< of 255, for each channel of a square
    static constexpr QSize Field{16, 8}; ///< squares; about a control
    static constexpr int MostDifferent = 3; ///< squares of a field that may differ by more

    /// Returns how the picture in `found` differs from the one in `kept`, which has half its size; empty if it does
    /// not. With WAYMARK_KEEP_PICTURES in the environment, keeps the found one instead.
    Q_INVOKABLE QString difference(const QString &found, const QString &kept) const
    {
        const QImage now = scaled(QImage(found), 2);
        if (qEnvironmentVariableIsSet("WAYMARK_KEEP_PICTURES"))
            return now.save(kept) ? QString() : QStringLiteral("cannot write ") + kept;
        const QImage before(kept);
        if (now.isNull() || now.size() != before.size()) {
            return QStringLiteral("%1x%2 instead of %3x%4")
                .arg(now.width())
                .arg(now.height())
                .arg(before.width())
                .arg(before.height());
        }
        return compare(scaled(now, Square / 2), scaled(before, Square / 2));
    }

private:
    static QImage scaled(const QImage &image, int divisor)
    {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(image.size() / divisor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }

    static QString compare(const QImage &now, const QImage &before)
    {
        QStringList faults;
        for (int y = 0; y < now.height(); y += Field.height()) {
            for (int x = 0; x < now.width(); x += Field.width()) {
                const QRect field = QRect(QPoint(x, y), Field) & now.rect();
                const int different = countDifferent(now, before, field);
                if (different > MostDifferent)
                    faults += QStringLiteral("%1 squares at %2, %3").arg(different).arg(x * Square).arg(y * Square);
            }
        }
        return faults.join(QStringLiteral("; "));
    }

    static int countDifferent(const QImage &now, const QImage &before, const QRect &field)
    {
        int different = 0;
        for (int y = field.top(); y <= field.bottom(); ++y) {
            for (int x = field.left(); x <= field.right(); ++x)
                different += isClose(now.pixel(x, y), before.pixel(x, y)) ? 0 : 1;
        }
        return different;
    }

    static bool isClose(QRgb one, QRgb other)
    {
        return qAbs(qRed(one) - qRed(other)) <= Tolerance && qAbs(qGreen(one) - qGreen(other)) <= Tolerance
            && qAbs(qBlue(one) - qBlue(other)) <= Tolerance;
    }
};
