// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// One spelling for the targets of requests that mean the same: a trailing slash is tolerated, and IDs are read in
/// upper case as well.
namespace CanonicalTarget {
/// Returns a path without a trailing slash, with its IDs in the form in which the API writes them.
QByteArray path(const QByteArray &path);
/// Returns an ID in the form in which the API writes it, and any other text as it is.
QString value(const QString &text);
}
