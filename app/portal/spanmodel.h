// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QJsonArray>

/// Holds, releases, and deletes a span of a camera's recording.
class SpanModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Whether a part of the span of the last look() is held.
    Q_PROPERTY(bool held READ isHeld NOTIFY looked)
    /// The reason and the end of the first hold in the span; an invalid time: until it is released.
    Q_PROPERTY(QString reason READ reason NOTIFY looked)
    Q_PROPERTY(QDateTime until READ until NOTIFY looked)

public:
    using ViewModel::ViewModel;

    bool isHeld() const { return m_held; }
    QString reason() const { return m_reason; }
    QDateTime until() const { return m_until; }

    /// Asks whether the span is held. Times are milliseconds since the epoch.
    Q_INVOKABLE void look(const QString &deviceId, double from, double to);
    /// Holds the span for some days, or until it is released if `days` is 0. Emits kept().
    Q_INVOKABLE void hold(const QString &deviceId, double from, double to, const QString &reason, int days);
    /// Ends the holds in the span. Emits released(), after which holdAgain() undoes the release.
    Q_INVOKABLE void release(const QString &deviceId, double from, double to);
    /// Holds what the last release() has released, with the same reasons and ends. Emits kept().
    Q_INVOKABLE void holdAgain();
    /// Deletes the span permanently. Emits removed().
    Q_INVOKABLE void remove(const QString &deviceId, double from, double to);

Q_SIGNALS:
    void looked();
    void kept();
    void released();
    void removed();

private:
    struct Span
    {
        QString deviceId;
        double from = 0;
        double to = 0;
        bool operator==(const Span &) const = default;
    };

    /// Shows what is now held of a span, unless the last look() was at another one: looks at that one again.
    void update(const Span &span, const QJsonArray &holds);
    void show(const QJsonArray &holds);
    QList<ApiRequest> holdsWithin(const QString &deviceId, double from, double to) const;

    bool m_held = false;
    QString m_reason;
    QDateTime m_until;
    QJsonArray m_holds; ///< in the span
    QList<ApiRequest> m_undo; ///< of the last release
    Span m_released; ///< span of the last release
    Span m_seen; ///< span of the last look()
    int m_looks = 0; ///< an answer to an earlier look() is of no use
};
