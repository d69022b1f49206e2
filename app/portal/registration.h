// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/codecountdown.h"
#include "app/portal/viewmodel.h"

#include <QTimer>

class ApiCall;

/// Registers an account: details, then the code sent by mail, then done.
class Registration : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Step step READ step NOTIFY stepChanged)
    Q_PROPERTY(QString email READ email NOTIFY stepChanged)
    Q_PROPERTY(int strength READ strength NOTIFY strengthChanged)
    Q_PROPERTY(QString strengthText READ strengthText NOTIFY strengthChanged)
    Q_PROPERTY(QStringList feedback READ feedback NOTIFY strengthChanged)
    Q_PROPERTY(int resendIn READ resendIn NOTIFY resendInChanged)

public:
    enum class Step { Details, Code, Done };
    Q_ENUM(Step)

    explicit Registration(QObject *parent = nullptr);

    Step step() const { return m_step; }
    QString email() const { return m_email; }
    /// The strength of the password last checked, 0 (very weak) to 4 (very strong), or -1. The server requires 3.
    int strength() const { return m_strength; }
    QString strengthText() const;
    /// Advice for a stronger password, as translated sentences.
    QStringList feedback() const;
    /// The seconds until resend() is allowed again.
    int resendIn() const { return m_countdown.seconds(); }

    /// Checks the strength of a password shortly after the last call. `inputs` are words that an attacker would try
    /// first, such as the user's name.
    Q_INVOKABLE void check(const QString &password, const QStringList &inputs = {});
    /// Registers the account. Named signUp() because `register` is a C++ keyword.
    Q_INVOKABLE void signUp(const QString &email, const QString &password, const QString &name, const QString &phone);
    /// Continues a registration whose address was not verified: sends another code.
    /// `password` may be empty. With it, verify() signs the user in.
    Q_INVOKABLE void resume(const QString &email, const QString &password = {});
    Q_INVOKABLE void verify(const QString &code);
    Q_INVOKABLE void resend();
    /// Returns to an empty form.
    Q_INVOKABLE void restart();

Q_SIGNALS:
    void stepChanged();
    void strengthChanged();
    void resendInChanged();

private:
    void askForStrength();
    void takeStrength(int strength, const QStringList &feedback);
    void setStep(Step step);
    void sendCode();
    void finish();

    Step m_step = Step::Details;
    QString m_email;
    QString m_chosenPassword; ///< signs in after the verification; empty if not known
    QString m_accountId; ///< of the account just registered; empty if an earlier registration is resumed
    QString m_password; ///< the password to check
    QStringList m_inputs;
    QTimer m_pause;
    QPointer<ApiCall> m_judging;
    int m_strength = -1;
    QStringList m_feedback; ///< the server's codes for the advice
    CodeCountdown m_countdown;
};
