// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identityprovider.h"

/// The operator's file of identity providers, a JSON list.
namespace ProviderFile {

/// Reads the file.
/// Throws: std::runtime_error with a text for the operator. The text names the place of the error but no value, which
/// may be secret.
QList<IdentityProvider> read(const QString &file);
/// Parses the content of the file.
/// Throws: like read().
QList<IdentityProvider> parse(const QByteArray &json);
}
