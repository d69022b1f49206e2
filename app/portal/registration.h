// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/codecountdown.h"
#include "app/portal/viewmodel.h"

#include <QTimer>

class ApiCall;

/// The way to an account: details, then the code that the mail brings, then done.
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
    /// 0 (very weak) to 4 (very strong), of the password last checked; 3 is needed. -1 before that.
    int strength() const { return m_strength; }
    QString strengthText() const;
    /// What would make it stronger, in sentences.
    QStringList feedback() const;
    /// Seconds until resend() is allowed again.
    int resendIn() const { return m_countdown.seconds(); }

    /// Judges a password as it is typed, a little after the last key. `inputs` are what a stranger would try first.
    Q_INVOKABLE void check(const QString &password, const QStringList &inputs = {});
    /// (`register` is a word that C++ keeps for itself.)
    Q_INVOKABLE void signUp(const QString &email, const QString &password, const QString &name, const QString &phone);
    /// Goes on with a registration whose address was never verified: sends another code.
    Q_INVOKABLE void resume(const QString &email);
    Q_INVOKABLE void verify(const QString &code);
    Q_INVOKABLE void resend();
    /// Back to an empty form.
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

    Step m_step = Step::Details;
    QString m_email;
    QString m_password; ///< to be judged
    QStringList m_inputs;
    QTimer m_pause;
    QPointer<ApiCall> m_judging;
    int m_strength = -1;
    QStringList m_feedback; ///< the server's codes
    CodeCountdown m_countdown;
};
