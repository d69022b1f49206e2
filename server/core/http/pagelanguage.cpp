// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/pagelanguage.h"

#include "server/core/http/headers.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace {
std::optional<PageLanguage> spoken(QStringView tag)
{
    const QStringView primary = tag.left(tag.indexOf(u'-') < 0 ? tag.size() : tag.indexOf(u'-'));
    if (primary.compare(u"zh", Qt::CaseInsensitive) == 0)
        return PageLanguage::Chinese;
    if (primary.compare(u"en", Qt::CaseInsensitive) == 0 || tag == u"*")
        return PageLanguage::English;
    return std::nullopt;
}

/// Returns the weight of a language range (`q=0.8`), or 1 if none is given.
double weightOf(const QByteArray &range)
{
    const qsizetype at = range.indexOf("q=");
    return at < 0 ? 1.0 : range.mid(at + 2).trimmed().toDouble();
}
}

PageLanguage pageLanguage(const QString &uiLocales, const QByteArray &acceptLanguage)
{
    for (const QString &tag : uiLocales.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto language = spoken(tag))
            return *language;
    }
    PageLanguage best = PageLanguage::English;
    double bestWeight = 0;
    for (const QByteArray &range : acceptLanguage.split(',')) {
        const auto language = spoken(QString::fromLatin1(before(range, ';').trimmed()));
        if (const double weight = weightOf(range); language && weight > bestWeight) {
            best = *language;
            bestWeight = weight;
        }
    }
    return best;
}

QString languageTag(PageLanguage language) { return language == PageLanguage::Chinese ? u"zh-CN"_s : u"en"_s; }
