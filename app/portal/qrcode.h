// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickPaintedItem>
#include <QtQmlIntegration/qqmlintegration.h>

#include <vector>

/// Shows a text as a QR code (ISO/IEC 18004): black on white in every theme, because not every camera reads the
/// inverse, with the quiet zone that the standard requires.
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit QrCode(QQuickItem *parent = nullptr);

    QString text() const { return m_text; }
    /// A text of more than about 2300 bytes does not fit, and shows nothing.
    void setText(const QString &text);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
    int m_width = 0; ///< modules in a row; 0: there is no code
    std::vector<bool> m_dark; ///< row by row
};
