// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/pagelanguage.h"

#include <QHash>
#include <QJsonObject>

/// Renders HTML from the templates and texts in resources/pages.
///
/// Templates are Mustache, and every value is escaped. Texts are inserted as parts of the templates and may contain
/// markup and placeholders; values are never read as templates.
class PageRenderer
{
public:
    /// Reads the resources.
    /// Throws: std::runtime_error if a resource is missing.
    PageRenderer();

    /// Returns a file of resources/pages.
    /// Throws: std::runtime_error if it is missing.
    static QByteArray file(const QString &name);
    /// Returns a page with the template `name` in the template `layout`. `values` contains the values of the template,
    /// and `title`.
    QByteArray page(const QString &name, PageLanguage language, const QJsonObject &values,
                    const QString &layout = QStringLiteral("layout")) const;
    /// Returns a text to be shown as a value.
    /// Throws: std::out_of_range if there is no text of that name.
    QString text(const QString &name, PageLanguage language) const;
    bool hasText(const QString &name, PageLanguage language) const;
    /// Returns the source of the inline style sheet for Content-Security-Policy: `'sha256-…'`.
    QByteArray styleSource() const { return m_styleSource; }

private:
    using Texts = QHash<QString, QString>;

    const Texts &texts(PageLanguage language) const
    {
        return language == PageLanguage::Chinese ? m_chinese : m_english;
    }

    QHash<QString, QByteArray> m_templates;
    Texts m_english;
    Texts m_chinese;
    QByteArray m_style;
    QByteArray m_styleSource;
};
