// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/apidocs.h"

#include "server/core/meta/apidescription.h"

using namespace Qt::StringLiterals;

namespace {
std::optional<QByteArray> built(const DocsPages &pages, const QString &path, const ApiDocs::View &view)
{
    if (path.isEmpty())
        return pages.index(view);
    if (path == u"webhooks"_s)
        return pages.webhooks(view);
    if (path == u"errors"_s)
        return pages.errors(view);
    const QString calls = u"calls/"_s;
    return path.startsWith(calls) ? pages.call(view, path.mid(calls.size())) : std::nullopt;
}
}

std::shared_ptr<const DocsPages> ApiDocs::pages()
{
    const std::lock_guard guard(m_mutex);
    if (!m_pages)
        m_pages = std::make_shared<DocsPages>(m_description.document());
    return m_pages;
}

std::optional<QByteArray> ApiDocs::page(const QString &path, const View &view)
{
    const QString key = languageTag(view.language) + (view.chosen ? u'+' : u' ') + path;
    {
        const std::lock_guard guard(m_mutex);
        if (const QByteArray *kept = m_kept.object(key))
            return *kept;
    }
    auto page = built(*pages(), path, view);
    if (page) {
        const std::lock_guard guard(m_mutex);
        m_kept.insert(key, new QByteArray(*page), page->size());
    }
    return page;
}

QByteArray ApiDocs::found(const QString &search, const View &view) { return pages()->index(view, search); }

QByteArray ApiDocs::missing(const View &view) { return pages()->missing(view); }

std::optional<CallSample> ApiDocs::sample(const QString &id, const QString &server)
{
    return pages()->sample(id, server);
}
