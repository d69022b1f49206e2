// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/apidocs.h"

#include "server/core/http/problem.h"
#include "server/core/meta/apidescription.h"

using namespace Qt::StringLiterals;

namespace {
QString keyOf(const ApiDocs::View &view) { return languageTag(view.language) + (view.chosen ? u'+' : u' '); }

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

/// Returns the page of a key, which is built if it is not kept.
std::optional<QByteArray> ApiDocs::kept(const QString &key, const std::function<std::optional<QByteArray>()> &build)
{
    {
        const std::lock_guard guard(m_mutex);
        if (const QByteArray *kept = m_kept.object(key))
            return *kept;
    }
    auto page = build();
    if (page) {
        const std::lock_guard guard(m_mutex);
        m_kept.insert(key, new QByteArray(*page), page->size());
    }
    return page;
}

std::optional<QByteArray> ApiDocs::page(const QString &path, const View &view)
{
    return kept(keyOf(view) + path, [&] { return built(*pages(), path, view); });
}

QByteArray ApiDocs::found(const QString &search, const View &view)
{
    const std::unique_lock turn(m_search, std::try_to_lock);
    if (!turn.owns_lock())
        throw Problem::unavailable(u"overloaded"_s, u"Others are searching. Try again in a moment."_s,
                                   std::chrono::seconds(1));
    return pages()->index(view, search);
}

QByteArray ApiDocs::missing(const View &view)
{
    return kept(keyOf(view) + u"missing/"_s, [&] { return std::optional(pages()->missing(view)); }).value();
}

std::optional<CallSample> ApiDocs::sample(const QString &id, const QString &server)
{
    return pages()->sample(id, server);
}
