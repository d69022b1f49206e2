// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/accountmails.h"

#include "server/post/mail/mailtemplate.h"

using namespace Qt::StringLiterals;

Mail AccountMails::registrationCode(const QString &to, const QString &code, const QString &name, const QString &locale)
{
    return MailTemplate::mail(MailTemplate::Kind::Code, to, locale, {{u"code"_s, code}, {u"name"_s, name}});
}

Mail AccountMails::resetCode(const QString &to, const QString &code, const QString &locale)
{
    return MailTemplate::mail(MailTemplate::Kind::ResetCode, to, locale, {{u"code"_s, code}});
}

Mail AccountMails::alreadyRegistered(const QString &to, const QString &locale)
{
    return MailTemplate::mail(MailTemplate::Kind::AlreadyRegistered, to, locale, {});
}
