// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/passwords.h"

using namespace Qt::StringLiterals;

PasswordReset::PasswordReset(QObject *parent)
    : ViewModel(parent)
{
    connect(&m_countdown, &CodeCountdown::changed, this, &PasswordReset::resendInChanged);
}

void PasswordReset::request(const QString &email)
{
    m_email = email.trimmed();
    const QJsonObject body{{u"address"_s, m_email}, {u"channel"_s, u"email"_s}, {u"purpose"_s, u"forgot_password"_s}};
    act(ApiRequest::post(u"/accounts/verifycode"_s, body).asApp(), [this](const ApiAnswer &answer) {
        m_countdown.start(answer.json["resend_after"_L1].toInt(60));
        setStep(Step::Code);
    });
}

void PasswordReset::resend()
{
    if (resendIn() == 0)
        request(m_email);
}

void PasswordReset::verify(const QString &code)
{
    const QJsonObject body{
        {u"address"_s, m_email}, {u"purpose"_s, u"forgot_password"_s}, {u"code"_s, code.simplified().remove(u' ')}};
    act(ApiRequest::put(u"/accounts/verifycode"_s, body).asApp(), [this](const ApiAnswer &answer) {
        m_token = answer.json["verification_token"_L1].toString();
        setStep(Step::Password);
    });
}

void PasswordReset::finish(const QString &newPassword)
{
    const QJsonObject body{{u"verification_token"_s, m_token}, {u"new_password"_s, newPassword}};
    act(ApiRequest::put(u"/accounts/forgotpassword"_s, body).asApp(), [this, newPassword](const ApiAnswer &) {
        m_token.clear();
        setStep(Step::Done);
        portal()->session()->signIn(m_email, newPassword);
    });
}

void PasswordReset::restart()
{
    m_email.clear();
    m_token.clear();
    m_countdown.start(0);
    clearErrors();
    setStep(Step::Address);
}

void PasswordReset::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void PasswordChange::change(const QString &oldPassword, const QString &newPassword)
{
    const QString path = u"/accounts/%1/reset-password"_s.arg(portal()->session()->accountId());
    act(ApiRequest::put(path, {{u"old_password"_s, oldPassword}, {u"new_password"_s, newPassword}}),
        [this](const ApiAnswer &) { Q_EMIT changed(); });
}
