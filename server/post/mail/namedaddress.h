// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A mailbox with a display name, such as `Acme, Inc. <alerts@example.org>`.
struct NamedAddress
{
    QString name; ///< may be empty; without quotes
    QString address;

    /// Reads `Name <address>`, `"Name" <address>` or `address`. A name may contain every character, because the text
    /// is one mailbox and never a list. The address is in normal form if it is valid: see EmailAddress.
    static NamedAddress parse(const QString &text);
};
