// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Returns the statements of a script. Semicolons inside a text, a quoted name, a comment, a trigger or a `$$` body do
/// not separate statements. Comments before a statement remain with it; a part that consists of comments is left out.
QStringList splitSqlScript(const QString &script);
