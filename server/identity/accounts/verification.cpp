// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/verification.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/http/problem.h"
#include "server/identity/credentials/secrets.h"
#include "server/post/mail/mailqueue.h"
#include "server/post/mail/mailtemplate.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 codeLifetime = 10 * 60; // seconds
constexpr qint64 tokenLifetime = 15 * 60;
constexpr qint64 pauseBetweenMails = 60;
constexpr qint64 tries = 5;
constexpr qint64 mostADay = 10; // codes to an address
}

void Verification::send(const CodeOrder &order)
{
    const QDateTime now = Times::now();
    if (m_store.sentOn(order.address, now.date()) >= mostADay)
        return;
    const QString code = Secrets::makeCode();
    const QString hash = hashOf(order.address, order.purpose, code);
    CodeRow row;
    row.address = order.address;
    row.purpose = order.purpose;
    row.codeHash = order.letter == CodeOrder::Letter::Code ? hash : QString();
    row.accountId = order.registration;
    row.sentAt = now;
    row.expiresAt = now.addSecs(codeLifetime);
    row.triesLeft = tries;
    if (!m_store.put(row, now.addSecs(-pauseBetweenMails)))
        return;
    m_store.countSent(order.address, now.date());
    post(order, code, row.expiresAt);
}

void Verification::tried(const QString &owner, bool right)
{
    if (right)
        m_backoff.forget(owner);
    else
        m_backoff.failed(owner);
}

void Verification::forget(const QString &address, CodeRequest::Purpose purpose)
{
    m_store.remove(address, purpose);
    m_store.removeTokens(address, purpose);
}

void Verification::lock(const QString &address, CodeRequest::Purpose purpose)
{
    m_store.findForUpdate(address, purpose);
}

bool Verification::hasSentLately(const QString &address, CodeRequest::Purpose purpose)
{
    return m_store.sentAfter(address, purpose, Times::now().addSecs(-pauseBetweenMails));
}

void Verification::post(const CodeOrder &order, const QString &code, const QDateTime &expires)
{
    const bool nobody = order.letter == CodeOrder::Letter::None;
    if (!order.address.contains(u'@')) {
        TextMessage text;
        text.to = nobody ? QString() : order.address;
        text.text = MailTemplate::textMessage(code, order.locale);
        text.goodUntil = expires;
        m_mails.add(text);
        return;
    }
    using Kind = MailTemplate::Kind;
    Mail mail;
    if (order.letter == CodeOrder::Letter::AlreadyRegistered)
        mail = MailTemplate::mail(Kind::AlreadyRegistered, order.address, order.locale, {});
    else if (order.purpose == CodeRequest::Purpose::Registration)
        mail =
            MailTemplate::mail(Kind::Code, order.address, order.locale, {{u"code"_s, code}, {u"name"_s, order.name}});
    else
        mail = MailTemplate::mail(Kind::ResetCode, order.address, order.locale, {{u"code"_s, code}});
    if (nobody)
        mail.to.clear();
    m_mails.add(mail);
}

Verification::Accepted Verification::check(const QString &address, CodeRequest::Purpose purpose, const QString &code,
                                           AccountId wanted)
{
    const QDateTime now = Times::now();
    const auto row = m_store.findForUpdate(address, purpose);
    const bool usable = row && row->expiresAt > now && row->triesLeft > 0;
    const bool fits = usable && row->codeHash == hashOf(address, purpose, code);
    if (!fits || (!wanted.isNull() && row->accountId != wanted)) {
        if (usable)
            m_store.setTriesLeft(address, purpose, row->triesLeft - 1);
        throw wrongCode();
    }
    m_store.remove(address, purpose);
    Accepted accepted;
    accepted.registration = row->accountId;
    accepted.answer.verificationToken = Secrets::make(QLatin1StringView("wmv_"));
    accepted.answer.expiresIn = tokenLifetime;
    m_store.insertToken(Secrets::hashOf(accepted.answer.verificationToken), address, purpose,
                        now.addSecs(tokenLifetime));
    return accepted;
}

QString Verification::redeem(const QString &verificationToken, CodeRequest::Purpose purpose)
{
    const QString address = m_store.takeToken(Secrets::hashOf(verificationToken), purpose, Times::now());
    if (address.isEmpty())
        throw Problem::invalid(u"/verification_token"_s, u"wrong_token"_s,
                               u"The token is unknown, has expired, or has been used already."_s);
    return address;
}

Problem Verification::wrongCode()
{
    return Problem::invalid(u"/code"_s, u"wrong_code"_s, u"The code is wrong or has expired."_s);
}

CodeSent Verification::terms()
{
    CodeSent sent;
    sent.expiresIn = codeLifetime;
    sent.resendAfter = pauseBetweenMails;
    return sent;
}

/// A keyed hash, because a plain hash of a million possible codes is quickly reversed.
QString Verification::hashOf(const QString &address, CodeRequest::Purpose purpose, const QString &code) const
{
    const QString text = address + u'\n' + QString::number(int(purpose)) + u'\n' + code;
    return QString::fromLatin1(m_key.sign("code", text.toUtf8()));
}
