// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// A language that the server's pages speak.
enum class PageLanguage { English, Chinese };

/// The first language of `ui_locales` (OpenID Connect Core 1.0, 3.1.2.1) that the pages speak; without one the language
/// of `Accept-Language` (RFC 9110, 12.5.4) that the browser likes best; English when there is none.
PageLanguage pageLanguage(const QString &uiLocales, const QByteArray &acceptLanguage);
/// BCP 47: `en`, `zh-CN`.
QString languageTag(PageLanguage language);
