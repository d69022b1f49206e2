// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QDateTime>

/// The request of a device without a browser (RFC 8628), which the signed-in user finds by the code that the device
/// shows, and approves or refuses.
class DeviceRequestModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Step step READ step NOTIFY changed)
    /// Why there is no request, or why it was not decided; empty: no reason.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString userCode READ userCode NOTIFY changed)
    Q_PROPERTY(QString appName READ appName NOTIFY changed)
    Q_PROPERTY(QString developer READ developer NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QStringList scopes READ scopes NOTIFY changed)
    Q_PROPERTY(QDateTime expiresAt READ expiresAt NOTIFY changed)

public:
    enum class Step {
        Code, ///< the user enters a code
        Decision,
        Approved,
        Refused,
    };
    Q_ENUM(Step)

    Step step() const { return m_step; }
    QString problem() const { return m_problem; }
    QString userCode() const { return text("userCode"); }
    QString appName() const { return text("appName"); }
    QString developer() const { return text("developer"); }
    QString description() const { return text("description"); }
    QStringList scopes() const { return m_request.value(QStringLiteral("scopes")).toStringList(); }
    QDateTime expiresAt() const { return m_request.value(QStringLiteral("expiresAt")).toDateTime(); }

    /// Returns whether a code may be complete: it has eight letters besides spaces and dashes.
    Q_INVOKABLE bool isComplete(const QString &userCode) const;
    /// Looks for the request with this code, which may be written in any way.
    Q_INVOKABLE void look(const QString &userCode);
    Q_INVOKABLE void decide(bool approved);
    /// Goes back to the step of the code.
    Q_INVOKABLE void startOver();

Q_SIGNALS:
    void changed();

private:
    QString path(const QString &userCode) const;
    void fail(const ApiAnswer &answer);
    QString text(const char *name) const { return m_request.value(QLatin1StringView(name)).toString(); }

    Step m_step = Step::Code;
    QString m_problem;
    QVariantMap m_request;
    int m_serial = 0; ///< identifies the latest request; answers to earlier ones are dropped
};
