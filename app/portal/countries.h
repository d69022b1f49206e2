// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Names and codes of countries (ISO 3166-1 alpha-2), as Qt knows them.
namespace Countries {

/// Returns the code of a country: of its code in any case, of its English name, and of its name in a language that is
/// spoken there. A text that names no country is returned as it is, without spaces around it.
QString codeOf(const QString &text);
/// Returns the country's name in the portal's language where Qt knows it, or else in English; empty for an unknown
/// code.
QString nameOf(const QString &code);
}
