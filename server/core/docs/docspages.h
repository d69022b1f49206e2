// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/docs/apireference.h"
#include "server/core/docs/callsample.h"
#include "server/core/docs/errorcodes.h"
#include "server/core/pages/pagerenderer.h"

#include <optional>

/// Builds the pages of the API reference below `/docs`. They are complete without JavaScript.
///
/// Thread: any.
class DocsPages
{
public:
    /// `document` is openapi.json.
    explicit DocsPages(const QByteArray &document);

    /// How a page is shown.
    struct View
    {
        PageLanguage language = PageLanguage::English;
        bool chosen = false; ///< the address names the language, so that links have to name it too
        QString server; ///< the address of the server for samples, without a slash at its end
    };

    /// Returns the list of all calls, or of those that match a search.
    QByteArray index(const View &view, const QString &search = {}) const;
    /// Returns the page of a call, or nothing if there is no such call.
    std::optional<QByteArray> call(const View &view, const QString &id) const;
    QByteArray webhooks(const View &view) const;
    /// Returns the page of all error codes.
    QByteArray errors(const View &view) const;
    /// Returns the page for an address that does not exist.
    QByteArray missing(const View &view) const;
    /// Returns the example of a call, or nothing if there is no such call.
    std::optional<CallSample> sample(const QString &id, const QString &server) const;

private:
    QByteArray page(const QString &name, const View &view, const QString &path, const QString &title,
                    QJsonObject values, const ReferenceCall *current = nullptr) const;
    QJsonArray sections(const QList<ReferenceCall> &calls, const View &view,
                        const ReferenceCall *current = nullptr) const;
    QJsonArray contents(const View &view, const ReferenceCall *current) const;
    QJsonArray parameters(const ReferenceCall &call) const;
    QJsonObject shapeOf(const QJsonObject &schema, bool sent) const;
    QJsonArray contentOf(const QJsonObject &content, bool sent) const;
    QJsonArray answers(const ReferenceCall &call) const;

    PageRenderer m_renderer;
    ApiReference m_reference;
    QList<ErrorCode> m_codes;
};
