// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identityprovider.h"

/// The operator's file of identity providers: a JSON list.
namespace ProviderFile {

/// Throws std::runtime_error, with a text for the operator that names the place and never a value, which may be secret.
QList<IdentityProvider> read(const QString &file);
/// What read() does with the file's text.
QList<IdentityProvider> parse(const QByteArray &json);
}
