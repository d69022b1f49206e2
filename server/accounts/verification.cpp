// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/verification.h"

#include "models/times.h"
#include "server/accounts/accountmails.h"
#include "server/auth/secrets.h"
#include "server/base/serverkey.h"
#include "server/http/problem.h"
#include "server/mail/mailqueue.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 codeLifetime = 10 * 60; // seconds
constexpr qint64 tokenLifetime = 15 * 60;
constexpr qint64 pauseBetweenMails = 60;
constexpr qint64 tries = 5;
}

void Verification::send(const QString &address, CodeRequest::Purpose purpose, const QString &locale)
{
    const QDateTime now = Times::now();
    const auto before = m_store.findForUpdate(address, purpose);
    if (before && before->sentAt.addSecs(pauseBetweenMails) > now)
        return;
    const QString code = Secrets::makeCode();
    CodeRow row;
    row.address = address;
    row.purpose = purpose;
    row.codeHash = hashOf(address, purpose, code);
    row.sentAt = now;
    row.expiresAt = now.addSecs(codeLifetime);
    row.triesLeft = tries;
    m_store.put(row);
    m_mails.add(purpose == CodeRequest::Purpose::Registration
                    ? AccountMails::registrationCode(address, code, {}, locale)
                    : AccountMails::resetCode(address, code, locale));
}

CodeAccepted Verification::check(const QString &address, CodeRequest::Purpose purpose, const QString &code)
{
    const QDateTime now = Times::now();
    const auto row = m_store.findForUpdate(address, purpose);
    const bool usable = row && row->expiresAt > now && row->triesLeft > 0;
    if (!usable || row->codeHash != hashOf(address, purpose, code)) {
        if (usable)
            m_store.setTriesLeft(address, purpose, row->triesLeft - 1);
        throw Problem::invalid(u"/code"_s, u"wrong_code"_s, u"This code is wrong or no longer good."_s);
    }
    m_store.remove(address, purpose);
    CodeAccepted accepted;
    accepted.verificationToken = Secrets::make(QLatin1StringView("wmv_"));
    accepted.expiresIn = tokenLifetime;
    m_store.insertToken(Secrets::hashOf(accepted.verificationToken), address, purpose, now.addSecs(tokenLifetime));
    return accepted;
}

QString Verification::redeem(const QString &verificationToken, CodeRequest::Purpose purpose)
{
    const QString address = m_store.takeToken(Secrets::hashOf(verificationToken), purpose, Times::now());
    if (address.isEmpty())
        throw Problem::invalid(u"/verification_token"_s, u"wrong_token"_s,
                               u"This token is unknown, has expired or was used before."_s);
    return address;
}

CodeSent Verification::terms()
{
    CodeSent sent;
    sent.expiresIn = codeLifetime;
    sent.resendAfter = pauseBetweenMails;
    return sent;
}

/// Keyed, as a million codes are soon tried through a plain hash.
QString Verification::hashOf(const QString &address, CodeRequest::Purpose purpose, const QString &code) const
{
    const QString text = address + u'\n' + QString::number(int(purpose)) + u'\n' + code;
    return QString::fromLatin1(m_key.sign("code", text.toUtf8()));
}
