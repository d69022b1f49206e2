// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/docs/docspages.h"

#include <QCache>

#include <functional>
#include <memory>
#include <mutex>

class ApiDescription;

/// The API reference of a process: pages that are built when they are first asked for, and kept within a bound.
///
/// Thread: any. Building a page takes some milliseconds, so that the functions belong on a pool.
class ApiDocs
{
public:
    using View = DocsPages::View;

    explicit ApiDocs(ApiDescription &description)
        : m_description(description)
    {
    }

    /// Returns the page of a path below `/docs`, such as `calls/getDevices`, or nothing if there is no such page.
    std::optional<QByteArray> page(const QString &path, const View &view);
    /// Returns the list of the calls that match a search. It is not kept. One list is built at a time, so that
    /// anonymous readers occupy one thread of a pool at most.
    ///
    /// Throws: 503 `overloaded` while another list is built.
    QByteArray found(const QString &search, const View &view);
    QByteArray missing(const View &view);
    std::optional<CallSample> sample(const QString &id, const QString &server);

private:
    static constexpr qsizetype mostKept = 4 << 20; // bytes

    std::shared_ptr<const DocsPages> pages();
    std::optional<QByteArray> kept(const QString &key, const std::function<std::optional<QByteArray>()> &build);

    ApiDescription &m_description;
    std::mutex m_mutex;
    std::mutex m_search; ///< held while a list is built
    std::shared_ptr<const DocsPages> m_pages;
    QCache<QString, QByteArray> m_kept{mostKept};
};
