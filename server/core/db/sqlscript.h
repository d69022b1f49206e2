// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The statements of a script, parted at the semicolons that are not inside a text, a quoted name, a comment or a
/// `$$` body. Comments before a statement stay with it; what holds nothing but comments is left out.
QStringList splitSqlScript(const QString &script);
