// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/codecountdown.h"
#include "app/portal/viewmodel.h"

/// Resets a forgotten password with a code sent by mail.
class PasswordReset : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Step step READ step NOTIFY stepChanged)
    Q_PROPERTY(QString email READ email NOTIFY stepChanged)
    Q_PROPERTY(int resendIn READ resendIn NOTIFY resendInChanged)

public:
    enum class Step { Address, Code, Password, Done };
    Q_ENUM(Step)

    explicit PasswordReset(QObject *parent = nullptr);

    Step step() const { return m_step; }
    QString email() const { return m_email; }
    /// The seconds until resend() is allowed again.
    int resendIn() const { return m_countdown.seconds(); }

    /// Requests a code. The answer does not reveal whether the account exists.
    Q_INVOKABLE void request(const QString &email);
    Q_INVOKABLE void resend();
    Q_INVOKABLE void verify(const QString &code);
    /// Sets the password. The server ends every session of the account.
    Q_INVOKABLE void finish(const QString &newPassword);
    Q_INVOKABLE void restart();

Q_SIGNALS:
    void stepChanged();
    void resendInChanged();

private:
    void setStep(Step step);

    Step m_step = Step::Address;
    QString m_email;
    QString m_token;
    CodeCountdown m_countdown;
};

/// Changes the signed-in user's password. The server signs out the user's other sessions.
class PasswordChange : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    using ViewModel::ViewModel;
    Q_INVOKABLE void change(const QString &oldPassword, const QString &newPassword);

Q_SIGNALS:
    void changed();
};
