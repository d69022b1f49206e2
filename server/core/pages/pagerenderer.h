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
    /// Returns the plural form of a text that fits the count: `name.few`, or `name.other` if there is no such form.
    /// Throws: std::out_of_range if there is no text of that name.
    QString countedText(const QString &name, PageLanguage language, qint64 count) const;
    bool hasText(const QString &name, PageLanguage language) const;
    /// Returns the source of the inline style sheet for Content-Security-Policy: `'sha256-…'`.
    QByteArray styleSource() const { return m_styleSource; }
    /// Returns the inline script of pages that ask for a security key, and its source for Content-Security-Policy.
    QString script() const { return m_script; }
    QByteArray scriptSource() const { return m_scriptSource; }

private:
    using Texts = QHash<QString, QString>;

    QHash<QString, QByteArray> m_templates;
    QHash<PageLanguage, Texts> m_texts;
    QByteArray m_style;
    QByteArray m_styleSource;
    QString m_script;
    QByteArray m_scriptSource;
};
