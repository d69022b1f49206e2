// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QString>

/// A language of the server's pages, mails, and text messages.
enum class PageLanguage { English, German, Chinese, Arabic };

/// Returns all languages in the order in which a page offers them.
QList<PageLanguage> pageLanguages();
/// Returns the first language of `ui_locales` (OpenID Connect Core 1.0, 3.1.2.1) that the pages support; otherwise the
/// supported language with the highest weight in `Accept-Language` (RFC 9110, 12.5.4); otherwise English.
PageLanguage pageLanguage(const QString &uiLocales, const QByteArray &acceptLanguage);
/// Returns the BCP 47 tag: `en`, `de`, `zh-CN`, or `ar`.
QString languageTag(PageLanguage language);
/// Returns the tags of all languages.
QStringList languageTags();
/// Returns the part of the tag that names the files of the language in resources/: `en`, `de`, `zh`, or `ar`.
QString languageFile(PageLanguage language);
/// Returns the name of the language in itself.
QString languageName(PageLanguage language);
/// Returns the value of the HTML attribute `dir`: `ltr` or `rtl`.
QString writingDirection(PageLanguage language);
/// Returns the locale that formats dates and amounts. Its digits are those of the codes and addresses in the texts.
QLocale localeOf(PageLanguage language);
/// Returns the plural form of a count (CLDR): `one`, `two`, `few`, or `other`. Arabic `zero` and `many` count as
/// `other`.
QString pluralForm(PageLanguage language, qint64 count);
