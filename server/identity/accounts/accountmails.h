// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/registration.h"
#include "server/post/mail/mail.h"

/// What the server writes to an address that need not be anybody's yet. AccountNotices writes to people whom it knows.
namespace AccountMails {

/// `name` is the one given at the registration that the code confirms, if there was one.
Mail registrationCode(const QString &to, const QString &code, const QString &name, const QString &locale);
Mail resetCode(const QString &to, const QString &code, const QString &locale);
/// To the owner of an address that somebody tried to register again.
Mail alreadyRegistered(const QString &to, const QString &locale);
}
