// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/registration.h"

#include "app/client/apicall.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Returns the machine's time zone, or `UTC` if Qt does not list it, as with `Etc/UTC`.
QString timeZone()
{
    const QByteArray id = QTimeZone::systemTimeZoneId();
    return QTimeZone::isTimeZoneIdAvailable(id) ? QString::fromLatin1(id) : u"UTC"_s;
}
}

Registration::Registration(QObject *parent)
    : ViewModel(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, &Registration::askForStrength);
    connect(&m_countdown, &CodeCountdown::changed, this, &Registration::resendInChanged);
}

void Registration::check(const QString &password, const QStringList &inputs)
{
    m_password = password;
    m_inputs = inputs;
    if (m_judging)
        m_judging->cancel();
    if (password.isEmpty()) {
        m_pause.stop();
        takeStrength(-1, {});
    } else {
        m_pause.start();
    }
}

void Registration::askForStrength()
{
    if (!portal())
        return;
    QJsonArray inputs;
    for (const auto &input : m_inputs) {
        if (!input.isEmpty())
            inputs.append(input);
    }
    const QJsonObject body{{u"password"_s, m_password}, {u"user_inputs"_s, inputs}};
    auto request = ApiRequest::post(u"/accounts/password-strength"_s, body).asApp();
    m_judging = portal()->client().send(request, this, [this](const ApiAnswer &answer) {
        if (answer.ok())
            takeStrength(answer.json["score"_L1].toInt(-1), answer.json["feedback"_L1].toVariant().toStringList());
    });
}

void Registration::takeStrength(int strength, const QStringList &feedback)
{
    if (m_strength == strength && m_feedback == feedback)
        return;
    m_strength = strength;
    m_feedback = feedback;
    Q_EMIT strengthChanged();
}

QString Registration::strengthText() const
{
    switch (m_strength) {
    case 0:
        return tr("Very weak");
    case 1:
        return tr("Weak");
    case 2:
        return tr("Fair");
    case 3:
        return tr("Strong");
    case 4:
        return tr("Very strong");
    default:
        return {};
    }
}

QStringList Registration::feedback() const
{
    const QHash<QString, QString> sentences{
        {u"too_short"_s, tr("Make it longer.")},
        {u"common"_s, tr("This password is common and easy to guess.")},
        {u"personal"_s, tr("Don't use your name or email address.")},
        {u"repeats"_s, tr("Avoid repeated characters and words.")},
        {u"sequence"_s, tr("Avoid sequences such as abc or 1234.")},
        {u"keyboard"_s, tr("Avoid neighboring keys such as qwerty.")},
        {u"date"_s, tr("Avoid dates.")},
        {u"add_words"_s, tr("Add one or two uncommon words.")},
    };
    QStringList texts;
    for (const auto &code : m_feedback) {
        if (sentences.contains(code))
            texts.append(sentences.value(code));
    }
    return texts;
}

void Registration::signUp(const QString &email, const QString &password, const QString &name, const QString &phone)
{
    QJsonObject body{{u"email"_s, email.trimmed()},
                     {u"password"_s, password},
                     {u"name"_s, name.trimmed()},
                     {u"locale"_s, portal()->language().replace(u'_', u'-')},
                     {u"time_zone"_s, timeZone()}};
    if (!phone.trimmed().isEmpty())
        body[u"phone"_s] = phone.trimmed();
    m_email = email.trimmed();
    m_chosenPassword = password;
    m_accountId.clear();
    act(ApiRequest::create(u"/accounts/registration"_s, body).asApp(), [this](const ApiAnswer &answer) {
        m_accountId = answer.json["account"_L1]["account_id"_L1].toString();
        const bool active = answer.json["account"_L1]["status"_L1].toString() == "active"_L1;
        m_countdown.start(active ? 0 : 60); // the server has sent the first code with the registration
        if (active)
            finish();
        else
            setStep(Step::Code);
    });
}

void Registration::resume(const QString &email, const QString &password)
{
    m_chosenPassword = password;
    m_email = email.trimmed();
    m_accountId.clear();
    setStep(Step::Code);
    sendCode();
}

void Registration::resend()
{
    if (resendIn() == 0)
        sendCode();
}

void Registration::sendCode()
{
    const QJsonObject body{{u"address"_s, m_email}, {u"channel"_s, u"email"_s}, {u"purpose"_s, u"registration"_s}};
    act(ApiRequest::post(u"/accounts/verifycode"_s, body).asApp(),
        [this](const ApiAnswer &answer) { m_countdown.start(answer.json["resend_after"_L1].toInt(60)); });
}

void Registration::verify(const QString &code)
{
    QJsonObject body{
        {u"address"_s, m_email}, {u"purpose"_s, u"registration"_s}, {u"code"_s, code.simplified().remove(u' ')}};
    if (!m_accountId.isEmpty())
        body[u"account_id"_s] = m_accountId;
    act(ApiRequest::put(u"/accounts/verifycode"_s, body).asApp(), [this](const ApiAnswer &) { finish(); });
}

void Registration::finish()
{
    setStep(Step::Done);
    if (const QString password = std::exchange(m_chosenPassword, {}); !password.isEmpty())
        portal()->session()->signIn(m_email, password);
}

void Registration::restart()
{
    m_email.clear();
    m_chosenPassword.clear();
    m_accountId.clear();
    check({});
    m_countdown.start(0);
    clearErrors();
    setStep(Step::Details);
}

void Registration::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}
