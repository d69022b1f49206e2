// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/countries.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {
/// Returns the territory's name in the portal's language, or an empty text if Qt has it only in other languages.
QString nativeName(QLocale::Territory territory)
{
    const QLocale locale(QLocale().language(), territory);
    return locale.territory() == territory ? locale.nativeTerritoryName() : QString();
}

bool isCode(const QString &text)
{
    // QLocale also has three-digit codes of continents.
    return text.size() == 2 && QLocale::codeToTerritory(text) != QLocale::AnyTerritory;
}

bool isNamed(const QLocale &locale, const QString &name)
{
    return locale.nativeTerritoryName().compare(name, Qt::CaseInsensitive) == 0
        || QLocale::territoryToString(locale.territory()).compare(name, Qt::CaseInsensitive) == 0;
}
}

QString Countries::codeOf(const QString &text)
{
    const QString name = text.simplified();
    if (name.isEmpty() || isCode(name.toUpper()))
        return name.toUpper();
    for (const QLocale &locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        const QString code = QLocale::territoryToCode(locale.territory());
        if (isCode(code) && isNamed(locale, name))
            return code;
    }
    return name;
}

QString Countries::nameOf(const QString &code)
{
    if (!isCode(code))
        return {};
    const auto territory = QLocale::codeToTerritory(code);
    const QString native = nativeName(territory);
    return native.isEmpty() ? QLocale::territoryToString(territory) : native;
}
