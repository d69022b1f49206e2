// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// A language of the server's pages.
enum class PageLanguage { English, Chinese };

/// Returns the first language of `ui_locales` (OpenID Connect Core 1.0, 3.1.2.1) that the pages support; otherwise the
/// supported language with the highest weight in `Accept-Language` (RFC 9110, 12.5.4); otherwise English.
PageLanguage pageLanguage(const QString &uiLocales, const QByteArray &acceptLanguage);
/// Returns the BCP 47 tag: `en` or `zh-CN`.
QString languageTag(PageLanguage language);
