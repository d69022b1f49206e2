// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/accountmails.h"

using namespace Qt::StringLiterals;

namespace {
bool isChinese(const QString &locale) { return locale.startsWith(u"zh"_s); }
}

Mail AccountMails::code(const QString &to, CodeRequest::Purpose purpose, const QString &code, const QString &locale)
{
    const bool registration = purpose == CodeRequest::Purpose::Registration;
    Mail mail;
    mail.to = to;
    if (isChinese(locale)) {
        mail.subject = registration ? u"您的 Waymark 验证码"_s : u"重设您的 Waymark 密码"_s;
        mail.text =
            u"您好，\n\n%1\n\n    %2\n\n验证码 10 分钟内有效。如果这不是您本人的操作，请忽略此邮件。\n\nWaymark\n"_s
                .arg(registration ? u"请输入以下验证码，以确认您的邮箱地址："_s : u"请输入以下验证码，以设置新密码："_s,
                     code);
    } else {
        mail.subject = registration ? u"Your Waymark verification code"_s : u"Reset your Waymark password"_s;
        mail.text =
            u"Hello,\n\n%1\n\n    %2\n\nThe code is good for ten minutes. If you did not ask for it, ignore this "
            "mail.\n\nWaymark\n"_s.arg(registration ? u"this code confirms your e-mail address:"_s
                                                    : u"with this code you can set a new password:"_s,
                                       code);
    }
    return mail;
}

Mail AccountMails::alreadyRegistered(const QString &to, const QString &locale)
{
    Mail mail;
    mail.to = to;
    if (isChinese(locale)) {
        mail.subject = u"您已经拥有 Waymark 账户"_s;
        mail.text = u"您好，\n\n有人试图用此邮箱地址注册 Waymark，但您已经拥有账户。如果是您本人，请直接登录；"
                    "如果忘记了密码，可以重新设置。否则请忽略此邮件。\n\nWaymark\n"_s;
    } else {
        mail.subject = u"You already have a Waymark account"_s;
        mail.text =
            u"Hello,\n\nsomebody tried to register with this address at Waymark, but you already have an account. "
            "If it was you, just sign in; if you forgot your password, you can set a new one. Otherwise ignore "
            "this mail.\n\nWaymark\n"_s;
    }
    return mail;
}
