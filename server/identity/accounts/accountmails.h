// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/post/mail/mail.h"

/// The mails to addresses that need not belong to an account yet. AccountNotices writes to known users.
namespace AccountMails {

/// `name` is the name given at the registration that the code confirms, or empty.
Mail registrationCode(const QString &to, const QString &code, const QString &name, const QString &locale);
Mail resetCode(const QString &to, const QString &code, const QString &locale);
/// Returns the mail to the owner of an address that was registered again.
Mail alreadyRegistered(const QString &to, const QString &locale);
}
