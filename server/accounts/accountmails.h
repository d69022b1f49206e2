// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/registration.h"
#include "server/mail/mail.h"

/// What the server writes to people about their account, in their language.
namespace AccountMails {

Mail code(const QString &to, CodeRequest::Purpose purpose, const QString &code, const QString &locale);
/// To the owner of an address that somebody tried to register again.
Mail alreadyRegistered(const QString &to, const QString &locale);
}
