// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Email addresses as the mailbox of RFC 5321, 4.1.2, without quoted local parts and address literals.
namespace EmailAddress {

/// Returns the form in which an address is stored, compared and written to a mail server: lower case, the domain in
/// A-labels (RFC 5890), so that `Ada@Bücher.example` becomes `ada@xn--bcher-kva.example`. White space around the
/// address is removed. Returns std::nullopt if the text is not an address. A local part that is not ASCII is refused,
/// because mail servers without SMTPUTF8 (RFC 6531) cannot deliver to it.
std::optional<QString> normal(const QString &text);
/// Returns the normal form of an address, and any other text in lower case without white space around it.
QString normalOrLower(const QString &text);
}
