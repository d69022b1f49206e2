// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Names and codes of countries (ISO 3166-1 alpha-2), as Qt knows them.
namespace Countries {

/// Returns the code of a country. `text` may be its code in any case, its English name, or its name in a language that
/// is spoken there. Any other text is returned without the spaces around it.
QString codeOf(const QString &text);
/// Returns the country's name in the portal's language or, if Qt does not know it, in English. Returns an empty text
/// for an unknown code.
QString nameOf(const QString &code);
}
