// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/pagelanguage.h"

#include "server/core/http/headers.h"
#include "server/core/http/quality.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
struct Traits
{
    PageLanguage language;
    QString tag;
    QString file;
    QString name;
    QLocale locale;
};

const Traits &traits(PageLanguage language)
{
    // The Arabic of the Emirates has European digits.
    static const Traits all[]{
        {PageLanguage::English, u"en"_s, u"en"_s, u"English"_s, QLocale(QLocale::English)},
        {PageLanguage::German, u"de"_s, u"de"_s, u"Deutsch"_s, QLocale(QLocale::German)},
        {PageLanguage::Chinese, u"zh-CN"_s, u"zh"_s, u"中文"_s, QLocale(QLocale::Chinese)},
        {PageLanguage::Arabic, u"ar"_s, u"ar"_s, u"العربية"_s, QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates)},
    };
    return all[int(language)];
}

/// Returns the language of a tag. Qt's names of locales have an underscore in place of the hyphen.
std::optional<PageLanguage> spoken(QStringView tag)
{
    const auto end = std::find_if(tag.begin(), tag.end(), [](QChar c) { return c == u'-' || c == u'_'; });
    const QStringView primary(tag.begin(), end);
    for (const PageLanguage each : pageLanguages()) {
        if (primary.compare(languageFile(each), Qt::CaseInsensitive) == 0)
            return each;
    }
    return tag == u"*" ? std::optional(PageLanguage::English) : std::nullopt;
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

QList<PageLanguage> pageLanguages()
{
    return {PageLanguage::English, PageLanguage::German, PageLanguage::Chinese, PageLanguage::Arabic};
}

QString languageTag(PageLanguage language) { return traits(language).tag; }

QStringList languageTags()
{
    QStringList tags;
    for (const PageLanguage each : pageLanguages())
        tags += languageTag(each);
    return tags;
}

QString languageFile(PageLanguage language) { return traits(language).file; }

QString languageName(PageLanguage language) { return traits(language).name; }

QString writingDirection(PageLanguage language) { return language == PageLanguage::Arabic ? u"rtl"_s : u"ltr"_s; }

QLocale localeOf(PageLanguage language) { return traits(language).locale; }

QString pluralForm(PageLanguage language, qint64 count)
{
    if (language == PageLanguage::Chinese)
        return u"other"_s;
    if (count == 1)
        return u"one"_s;
    if (language != PageLanguage::Arabic)
        return u"other"_s;
    return count == 2 ? u"two"_s : count % 100 >= 3 && count % 100 <= 10 ? u"few"_s : u"other"_s;
}
