// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/pagelanguage.h"

#include <QHash>
#include <QJsonObject>

/// Makes HTML of the templates and texts in resources/pages.
///
/// Templates are Mustache: every value is escaped, whatever it holds. Texts are parts of the templates, and may hold
/// marks and values of their own; values are never read as templates.
class PageRenderer
{
public:
    /// Reads the resources. Throws std::runtime_error when one is missing.
    PageRenderer();

    /// A whole page with the template `name` in it. `values` has what the template asks for, and `title`.
    QByteArray page(const QString &name, PageLanguage language, const QJsonObject &values) const;
    /// One text, to be shown as a value. Throws std::out_of_range when there is none under that name.
    QString text(const QString &name, PageLanguage language) const;
    bool hasText(const QString &name, PageLanguage language) const;
    /// What Content-Security-Policy calls the style sheet, which is part of each page: `'sha256-…'`.
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
