// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

struct ReferenceCall;

/// A code of a problem document (RFC 9457).
struct ErrorCode
{
    QString code; ///< such as `zone_in_use`
    QStringList statuses; ///< such as `409`; `field` for a code of a single field
    QStringList tags; ///< of the calls that answer with the code; `*`: all
    QString meaning;
};

/// Returns the codes of resources/pages/errorcodes.txt, in their order.
/// Throws: std::runtime_error if a line is malformed.
QList<ErrorCode> readErrorCodes();
/// Returns the codes that a call may answer with.
QList<ErrorCode> codesOf(const ReferenceCall &call, const QList<ErrorCode> &all);
